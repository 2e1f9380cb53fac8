"""What is counted of one conversation, and of many waits: pure, and nothing that a person could be known by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil
from statistics import median
from typing import Any, Literal, NamedTuple

from domain.statistics_hiding import FEWEST

Group = Literal["none", "age", "language", "region"]
RESULT, HUMAN, STOP = "result", "human", "stop:"
SKIPPED, LEFT, SILENT, IN_USE, COUNT, WAIT = "skipped", "left", "silent", "in_use", "count", "wait"
AGES = ((18, "u18"), (25, "18-24"), (30, "25-29"), (45, "30-44"), (55, "45-54"))
OLDEST = "55+"
ENOUGH_FOR_THE_SLOWEST = 10  # of fewer waits the slow end would be one person's
HOME, AGE, LANGUAGE = "kotikunta", "ika", "kielitaito_suomi"
BETWEEN, BETWEEN_MARKS = "\t", "\n"


class Mark(NamedTuple):
    """One thing to count: for which table, of what, and which part of that."""

    table: str
    key: str
    part: str = COUNT

    @classmethod
    def read(cls, text: str) -> "Mark":
        """Return a mark as it was written."""
        return cls(*text.split(BETWEEN))


@dataclass
class Talk:
    """What a conversation holds, as far as it is counted.

    `answers` are statuses and `known` values by fact, `asked` facts, `stop` the question that is open, `view` the last
    set that was shown, `escalations` reasons with the whole seconds until an advisor came.
    """

    answers: dict[str, str] = field(default_factory=dict)
    known: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    stop: str = ""
    view: Mapping[str, Any] | None = None
    choices: dict[str, str] = field(default_factory=dict)
    escalations: list[tuple[str, int | None]] = field(default_factory=list)
    misses: int = 0
    ratings: list[int] = field(default_factory=list)

    @property
    def place(self) -> str:
        """The municipality, or nothing."""
        return self.known.get(HOME) or ""

    def lives_in(self, current: str | None) -> None:
        """Count the municipality by its name of today where there is one."""
        if current:
            self.known[HOME] = current

    @property
    def age(self) -> str:
        """The band of the age, or nothing."""
        return age_band(self.known.get(AGE))

    @property
    def language(self) -> str:
        """How well the person knows Finnish, or nothing."""
        return self.known.get(LANGUAGE) or ""


class Waits(NamedTuple):
    """Waits in whole minutes; None where too few are known."""

    median: int | None
    p90: int | None


def monday(day: date) -> date:
    """Return the first day of the week: whole weeks alone are counted, so that no two spans differ by a day."""
    return day - timedelta(days=day.weekday())


def age_band(age: Any) -> str:
    """Return the band of an age in years, or nothing when no age is known."""
    if not isinstance(age, int):
        return ""
    return next((name for under, name in AGES if age < under), OLDEST)


def written(marks: Iterable[Mark]) -> str:
    """Return marks as text, a line each."""
    return BETWEEN_MARKS.join(BETWEEN.join(mark) for mark in marks)


def marks_of(talk: Talk) -> Iterator[Mark]:
    """Return everything that is counted of a conversation."""
    yield Mark("endings", _ended(talk))
    for fact in dict.fromkeys(talk.asked):
        yield Mark("questions", fact, talk.answers.get(fact, LEFT))
    for service, thought in _thoughts(talk).items():
        yield Mark("services", service, thought)
    for reason, wait in talk.escalations:
        yield Mark("escalations", reason)
        if wait is not None:
            yield Mark(WAIT, reason, str(wait))
    yield from [Mark("not_understood", "")] * talk.misses
    for rating in talk.ratings:
        yield Mark("experience", str(rating))
    for gap in (talk.view or {}).get("gaps") or ():
        yield Mark("gaps", gap["id"])
        yield Mark("gaps_by_place", gap["id"], talk.place)


def _ended(talk: Talk) -> str:
    if talk.view is not None:
        return RESULT
    return HUMAN if talk.escalations else STOP + talk.stop


def _thoughts(talk: Talk) -> dict[str, str]:
    """Return what the person thinks of each service, also of one that has left the set since."""
    view = talk.view or {}
    silent = {one["service"]: SILENT for one in view.get("suggested") or ()}
    return silent | talk.choices | {one["service"]: IN_USE for one in view.get("in_use") or ()}


def waits(seconds: Sequence[float]) -> Waits:
    """Return the middle and the slow end of some waits in seconds."""
    known = sorted(seconds)
    middle = ceil(median(known) / 60) if len(known) >= FEWEST else None
    enough = len(known) >= ENOUGH_FOR_THE_SLOWEST
    return Waits(middle, ceil(known[ceil(0.9 * len(known)) - 1] / 60) if enough else None)
