"""Where something stands in the catalogue: a dotted place taken apart, and said in Finnish."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from domain.editions import Edition
from domain.problems import Problem
from domain.reviewing import messages, severity
from domain.wording import rule_words

SEPARATOR = " \u203a "


class Place(NamedTuple):
    """An entry and the path within it; the entry is empty for a whole collection."""

    collection: str
    id: str
    path: tuple[str | int, ...]


def place_of(place: str) -> Place:
    """Take a place such as `services.tuva.ways.0.lines.1` apart."""
    collection, *rest = place.split(".")
    steps = tuple(int(step) if step.isdecimal() else step for step in rest[1:])
    return Place(collection, rest[0] if rest else "", steps)


def names_of(edition: Edition) -> dict[str, str]:
    """Return what services, needs and facts are called, by id."""
    book = edition.book
    names = {fact.id: fact.label_fi for fact in book.facts} | {need.id: need.label_fi for need in book.needs}
    return names | {service.id: service.name_fi for service in book.services}


def said(place: Place, names: Mapping[str, str]) -> str:
    """Return a place in Finnish, from the outside in."""
    words = rule_words()
    own = words.fields.get(place.id, place.id) if place.collection == "interview" else names.get(place.id, place.id)
    first = f"{words.collections.get(place.collection, place.collection)} {own}".strip()
    return SEPARATOR.join([first, *_steps(place.path)])


def _steps(path: Sequence[str | int]) -> Iterator[str]:
    words = rule_words()
    for number, step in enumerate(path):
        before = path[number - 1] if number else ""
        if isinstance(step, int):
            yield words.steps.get(str(before), "{number}").format(number=step + 1)
        elif number + 1 == len(path) or not isinstance(path[number + 1], int):
            yield words.fields.get(step, step)


def problem_view(problem: Problem, names: Mapping[str, str]) -> dict[str, Any]:
    """Return a problem as a page shows it: its place to link to, and what to do."""
    place = place_of(problem.place)
    told = " > ".join(names.get(part, part) for part in problem.detail.split(" > "))
    message = messages().get(problem.code, messages()[""])
    return {
        "place": problem.place,
        "collection": place.collection,
        "id": place.id,
        "path": list(place.path),
        "place_fi": said(place, names),
        "code": problem.code,
        "severity": severity(problem),
        "message_fi": message.fi.replace("{detail}", told),
        "detail": problem.detail,
    }
