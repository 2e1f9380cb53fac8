"""The commands `match` and `interview`: lines of JSON in, lines of JSON out, a problem never stops the other lines."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.errors import Invalid
from domain.facts import Facts, Vocabulary, plain
from domain.guidance import guide
from domain.problems import Problem
from domain.rehearsal import play
from domain.render import contract_match
from domain.rules import RuleBook

LISTS = ("declined", "dont_know", "signals")


@dataclass(frozen=True, slots=True)
class Person:
    """One line of input."""

    id: Any
    known: Mapping[str, Any]
    declined: tuple[str, ...]
    dont_know: tuple[str, ...]
    signals: tuple[str, ...]


def match_lines(lines: Iterable[bytes], rulebook: RuleBook, *, on: date) -> Iterator[dict[str, Any]]:
    """Return one answer for each line; a line that cannot be read gives its problems instead."""

    def matched(person: Person) -> dict[str, Any]:
        facts = Facts.of(rulebook.vocabulary, person.known, declined=person.declined, dont_know=person.dont_know)
        return contract_match(person.id, guide(rulebook, facts, on=on, signals=person.signals))

    return _each(lines, rulebook.vocabulary, matched)


def interview_lines(lines: Iterable[bytes], rulebook: RuleBook, *, on: date) -> Iterator[dict[str, Any]]:
    """Return the interview of each line; a line that cannot be read gives its problems instead."""

    def played(person: Person) -> dict[str, Any]:
        truth = {fact: plain(value) for fact, value in person.known.items()}
        course = play(rulebook, truth, person.declined, on=on)
        asked = [list(facts) for facts in course.asked]
        return {"id": person.id, "asked": asked, "suggested": list(course.suggested)}

    return _each(lines, rulebook.vocabulary, played)


def _each(
    lines: Iterable[bytes], vocabulary: Vocabulary, work: Callable[[Person], dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield work(_person(line, number, vocabulary))
        except _Unreadable as error:
            problems = [problem._asdict() for problem in error.found]
            yield {"id": error.id, "problems": problems}


class _Unreadable(Invalid):
    """A line that cannot be answered."""

    def __init__(self, identifier: Any, problems: list[Problem]) -> None:
        super().__init__("invalid_line", problems)
        self.id = identifier
        self.found = problems


def _person(line: bytes, number: int, vocabulary: Vocabulary) -> Person:
    """Return the person of a line. Raises _Unreadable with every problem."""
    data = _object(line, number)
    problems = [Problem(key, "missing", "") for key in ("id", "facts") if key not in data]
    facts = data.get("facts", {})
    if not isinstance(facts, dict):
        problems.append(Problem("facts", "wrong_type", type(facts).__name__))
        facts = {}
    lists = {key: _names(data.get(key, []), key, problems) for key in LISTS}
    problems += vocabulary.check(facts, lists["declined"], lists["dont_know"])
    if problems:
        raise _Unreadable(data.get("id"), problems)
    return Person(data["id"], facts, **lists)


def _object(line: bytes, number: int) -> dict[str, Any]:
    place = f"line {number}"
    try:
        data = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _Unreadable(None, [Problem(place, "not_utf8", error.reason)]) from None
    except (json.JSONDecodeError, RecursionError) as error:
        raise _Unreadable(None, [Problem(place, "broken_json", str(error))]) from None
    if not isinstance(data, dict):
        raise _Unreadable(None, [Problem(place, "not_an_object", type(data).__name__)])
    return data


def _names(value: Any, place: str, problems: list[Problem]) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    problems.append(Problem(place, "wrong_type", type(value).__name__))
    return ()
