"""Everything that an editor should know of an edition: each problem with its place, how bad it is, and what to do."""

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from domain.checking import check
from domain.conditions import Frozen
from domain.editions import Edition
from domain.problems import Problem
from domain.reviewing_desk import review_desk
from domain.reviewing_entries import (
    review_fact,
    review_ids,
    review_person,
    review_relations,
    review_sources,
    used_facts,
    with_sources,
)
from domain.reviewing_logic import review_need, review_service
from domain.reviewing_places import review_places
from domain.reviewing_texts import review_texts
from domain.rules import RuleBook

FILE = Path(__file__).parent / "seed" / "check_messages.json"
Severity = Literal["error", "warning", "hint"]
# With one of these a rule book cannot be evaluated at all.
BREAKING = frozenset({"unknown_fact", "same_id_twice", "no_condition"})


class Message(Frozen):
    """How bad a problem is, and what to do about it."""

    severity: Severity
    fi: str


@cache
def messages() -> Mapping[str, Message]:
    """Return the messages by code; "" is for a code that has none. Raises OSError for a missing file."""
    found = json.loads(FILE.read_text(encoding="utf-8"))
    return {code: Message.model_validate(message) for code, message in found.items()}


def severity(problem: Problem) -> Severity:
    """Return how bad a problem is: with an error nothing is published."""
    return messages().get(problem.code, messages()[""]).severity


def review(edition: Edition, *, on: date, only: Collection[str] | None = None) -> list[Problem]:
    """Return every problem of the edition on a day, each once. With `only`, of services only these are looked into."""
    return list(dict.fromkeys(_review(edition, on, only)))


def _review(edition: Edition, on: date, only: Collection[str] | None) -> Iterator[Problem]:
    book = edition.book
    yield from check(book, on=on)
    yield from review_ids(edition)
    used = with_sources(book, used_facts(book))
    for fact in book.facts:
        yield from review_fact(book, fact, used)
    for need in book.needs:
        yield from review_need(book, need)
    for service in (one for one in book.services if only is None or one.id in only):
        yield from review_relations(service)
        yield from review_service(book, service)
        yield from review_sources(service, on)
    yield from review_texts(edition, only)
    yield from review_desk(edition, on)
    yield from review_places(book, on)
    for person in edition.people:
        yield from review_person(edition, person)


def breaking(book: RuleBook) -> list[Problem]:
    """Return the problems with which the rule book cannot be evaluated."""
    return [p for p in check(book) if p.code in BREAKING or (p.place, p.code) == ("facts", "cycle")]


def blocking(edition: Edition, *, on: date) -> list[Problem]:
    """Return the problems with which the edition is not published."""
    return [problem for problem in review(edition, on=on) if severity(problem) == "error"]
