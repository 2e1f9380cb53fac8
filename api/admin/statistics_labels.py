"""What the rows of the statistics are called, in the words of today's rules."""

from collections.abc import Mapping
from datetime import date

from domain.routing import Teams
from domain.rules import RuleBook
from domain.statistics import LANGUAGE, STOP, Group
from domain.statistics_tables import Row
from domain.statistics_words import statistics_words


class Labels:
    """Names by table; what today's rules have no more is called by its id."""

    def __init__(self, book: RuleBook, teams: Teams) -> None:
        self._book = book
        self._words = words = statistics_words()
        screens = {screen.id: screen.question_fi for screen in book.interview.screens}
        questions = screens | {fact.id: fact.label_fi for fact in book.facts}
        stops = {STOP + i: words.endings["stop"].format(question=label) for i, label in questions.items()}
        needs = {need.id: need.label_fi for need in book.needs}
        self._names: Mapping[str, Mapping[str, str]] = {
            "endings": {**stops, **words.endings, STOP: words.endings["nowhere"]},
            "questions": questions,
            "services": {service.id: service.name_fi for service in book.services},
            "escalations": {reason.id: reason.label_fi for reason in teams.reasons},
            "experience": words.ratings,
            "gaps": needs,
            "gaps_by_place": needs,
        }

    def of_row(self, table: str, row: Row) -> str:
        """Return what a row is of."""
        if not row.key:
            return self._words.all_rows
        return _week(row.key) if table == "weeks" else self._names[table].get(row.key, row.key)

    def of_part(self, row: Row) -> str:
        """Return which part of that the row counts; a place is called by its own name."""
        return self._words.parts.get(row.part, row.part or self._words.unknown)

    def of_groups(self, group: Group) -> Mapping[str, str]:
        """Return the groups of a grouping that have an order, with their names."""
        if group == "language" and LANGUAGE in self._book.vocabulary:
            return {value.id: value.label_fi for value in self._book.fact(LANGUAGE).values}
        return self._words.groups.get(group, {})

    def of_group(self, group: Group, one: str) -> str:
        """Return the name of one group."""
        return self.of_groups(group).get(one, one) if one else self._words.unknown


def _week(key: str) -> str:
    day = date.fromisoformat(key)
    return statistics_words().week.format(week=day.isocalendar().week, monday=f"{day.day}.{day.month}.{day.year}")
