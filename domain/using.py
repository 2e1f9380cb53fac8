"""What in the catalogue names what: where a fact, a need or a service is used."""

from collections.abc import Iterable, Iterator

from domain.conditions import Line, Way
from domain.editions import Edition
from domain.index import conditions
from domain.rules import FirstStep, Preference, RuleBook, Service

Key = tuple[str, str]
Uses = dict[Key, tuple[Key, ...]]


def uses(edition: Edition) -> Uses:
    """Return, for each entry that is named by others, those that name it, in the order of the catalogue."""
    return edition.once("uses", lambda: _uses(edition))


def _uses(edition: Edition) -> Uses:
    found: dict[Key, dict[Key, None]] = {}
    for user, used in (*_named(edition.book), *_placed(edition)):
        found.setdefault(used, {})[user] = None
    return {used: tuple(users) for used, users in found.items()}


def _named(book: RuleBook) -> Iterator[tuple[Key, Key]]:
    for fact in book.facts:
        named = (c.fact for formula in (fact.ask_when, fact.derived_from) for c in conditions(formula))
        yield from ((("facts", fact.id), ("facts", i)) for i in named if i != fact.id)
    for need in book.needs:
        yield from ((("needs", need.id), ("facts", i)) for i in _of_ways(need.ways))
    for rule in book.escalation:
        yield from ((("escalation", rule.id), ("facts", i)) for i in _of_ways(rule.ways or ()))
    for service in book.services:
        yield from ((("services", service.id), used) for used in _of_service(service))
    chips = (chip.fact for screen in book.interview.screens for chip in screen.chips)
    yield from ((("interview", "screens"), ("facts", i)) for i in chips)


def _placed(edition: Edition) -> Iterator[tuple[Key, Key]]:
    for one in edition.book.municipalities:
        user = ("municipalities", one.id)
        yield from ((user, ("regions", one.region)), (user, ("wellbeing_areas", one.wellbeing_area)))
    for team in edition.teams.values():
        for name in ("municipalities", "regions", "wellbeing_areas"):
            yield from ((("teams", team.id), (name, i)) for i in getattr(team, name))
    for number in edition.numbers.values():
        yield from ((("numbers", number.id), ("wellbeing_areas", i)) for i in number.areas)


def _of_service(service: Service) -> Iterator[Key]:
    lines: list[Line | Preference | FirstStep] = [
        *service.advisor_lines,
        *service.preferring,
        *service.first_steps_when,
    ]
    yield from (("facts", i) for i in _of_ways(service.ways))
    yield from (("facts", condition.fact) for line in lines for condition in line.any_of)
    yield from (("needs", response.need) for response in service.responds_to)
    others = (*(one.service for one in service.excludes), *service.after, *service.before)
    yield from (("services", i) for i in others)


def _of_ways(ways: Iterable[Way]) -> Iterator[str]:
    return (condition.fact for way in ways for line in way.lines for condition in line.any_of)
