"""Whom a change of the rules touches: for each person, the services that come into their set and those that go."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import is_
from typing import Any, NamedTuple, TypeVar

from domain.choosing import IN_USE, Situation
from domain.facts import Facts, Known, Vocabulary
from domain.marks import NO, YES, Marks
from domain.matching import index_of
from domain.reviewing_entries import used_facts, with_sources
from domain.rules import Fact, Line, Need, RuleBook, Service, Way

Entry = TypeVar("Entry", Fact, Need)
Told = Callable[[Vocabulary], Facts]
KEPT = 4096


class Effect(NamedTuple):
    """What one person gains and loses, by service id in order."""

    person: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def compare(before: RuleBook, after: RuleBook, people: Mapping[str, Told], *, on: date) -> list[Effect]:
    """Return the effect on exactly those people whose set differs on the day, in the order given."""
    return list(effects(before, after, people, on=on))


def effects(before: RuleBook, after: RuleBook, people: Mapping[str, Told], *, on: date) -> Iterable[Effect]:
    """Yield what `compare` returns."""
    touched = _Touched(before, after, on)
    alike = _the_same(before, after)
    for person, told in people.items():
        facts = told(before.vocabulary)
        later = facts if alike else told(after.vocabulary)
        if not touched.may_differ(facts, later):
            continue
        had, has = suggested(before, facts, on), suggested(after, later, on)
        if had != has:
            yield Effect(person, tuple(sorted(has - had)), tuple(sorted(had - has)))


def _the_same(before: RuleBook, after: RuleBook) -> bool:
    """Tell whether both books know the very same facts, so that a person tells them the same."""
    facts = len(before.facts) == len(after.facts) and all(map(is_, before.facts, after.facts))
    places = len(before.municipalities) == len(after.municipalities)
    return facts and places and all(map(is_, before.municipalities, after.municipalities))


def suggested(rulebook: RuleBook, facts: Facts, on: date) -> frozenset[str]:
    """Return the set of services for these facts, worked out at most once while the rule book lives."""
    known: dict[Any, frozenset[str]] = rulebook.once(("sets", on), dict)
    key = frozenset(facts.answers.items())
    if key not in known:
        if len(known) >= KEPT:
            known.clear()
        situation = Situation(Marks(index_of(rulebook, on), facts))
        known[key] = frozenset(rulebook.services[number].id for number in situation.chosen)
    return known[key]


class _Touched:
    """Tells cheaply for whom a set cannot have changed: those for whom no changed service could be chosen at all.

    A service is chosen when it suits the person and answers a need that they have, or as a last resort.
    """

    def __init__(self, before: RuleBook, after: RuleBook, on: date) -> None:
        self._books = (before, after)
        self._on = on
        old, new = ({service.id: service for service in book.services} for book in (before, after))
        self.changed = {i for i in old.keys() | new.keys() if _decide_otherwise(old.get(i), new.get(i))}
        self._everybody = _differ(before.facts, after.facts, _fact) or _differ(before.needs, after.needs, _need)
        self._few = [None if self._everybody else self._part(book) for book in self._books]

    def _part(self, book: RuleBook) -> RuleBook:
        services = tuple(service for service in book.services if service.id in self.changed)
        small = RuleBook(version=0, facts=book.facts, needs=book.needs, services=services)
        used = with_sources(book, used_facts(small))
        return small.model_copy(update={"facts": tuple(fact for fact in book.facts if fact.id in used)})

    def may_differ(self, facts: Facts, later: Facts) -> bool:
        if self._everybody or facts != later:
            return True
        if not self.changed:
            return False
        told = facts.get(IN_USE)
        if isinstance(told, Known) and isinstance(told.value, tuple) and self.changed & set(told.value):
            return True
        return any(self._suits(book, facts) for book in self._few if book is not None)

    def _suits(self, book: RuleBook, facts: Facts) -> bool:
        rules = Marks(index_of(book, self._on), facts).rules
        active = {need.id for need, mark in zip(book.needs, rules, strict=False) if mark == YES}
        suiting = (s for s, mark in zip(book.services, rules[len(book.needs) :], strict=True) if mark != NO)
        return any(s.fallback or active & {response.need for response in s.responds_to} for s in suiting)


def _decide_otherwise(old: Service | None, new: Service | None) -> bool:
    if old is new:
        return False
    return old is None or new is None or deciding(old) != deciding(new)


def _differ(old: Sequence[Entry], new: Sequence[Entry], part: Callable[[Entry], Any]) -> bool:
    """Tell whether entries differ in the part that decides; what is the very same is not looked into."""
    if old is new:
        return False
    before, after = {one.id: one for one in old}, {one.id: one for one in new}
    if before.keys() != after.keys():
        return True
    return any(one is not after[i] and part(one) != part(after[i]) for i, one in before.items())


def _fact(fact: Fact) -> Any:
    plain = (fact.type, fact.min, fact.max, fact.sensitivity, fact.ask, fact.when_not_asked, fact.context_only)
    formulas = (None if f is None else _ways(f.ways) for f in (fact.ask_when, fact.derived_from))
    return (*plain, tuple(value.id for value in fact.values), *formulas)


def _need(need: Need) -> Any:
    return need.urgency, _ways(need.ways)


def deciding(service: Service) -> Any:
    """Return what of a service has a part in who is suggested what; its texts have none."""
    return (
        _ways(service.ways),
        tuple(_line(line) for line in service.advisor_lines),
        tuple((preference.any_of, preference.weight) for preference in service.preferring),
        tuple(sorted((response.need, response.strength) for response in service.responds_to)),
        frozenset(one.service for one in service.excludes),
        frozenset(service.after),
        frozenset(service.before),
        (service.parallel_ok, service.fallback, service.valid_from, service.valid_to, service.recheck_on),
    )


def _ways(ways: Iterable[Way]) -> Any:
    return tuple(tuple(_line(line) for line in way.lines) for way in ways)


def _line(line: Line) -> Any:
    return line.any_of, line.deciding, line.valid_from, line.valid_to
