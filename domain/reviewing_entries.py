"""What an entry lacks or tangles by itself: ids, relations to itself, facts asked for nothing, sources and dates."""

import re
from collections.abc import Iterator
from datetime import date

from domain.editions import ORDERED, Edition
from domain.facts import Fact
from domain.freshness import freshness
from domain.index import CONSENT, conditions
from domain.problems import Problem
from domain.reviewing_logic import never
from domain.rules import RuleBook, Service

ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
CODES = {
    "municipalities": re.compile(r"\d{3}"),
    "regions": re.compile(r"\d{2}"),
    "wellbeing_areas": re.compile(r"\d{2}"),
}
ASKED = ("core", "if_relevant")


def review_ids(edition: Edition) -> Iterator[Problem]:
    """Return the ids that cannot stand in a path or an address."""
    for collection in ORDERED:
        for i in edition.entries(collection):
            if not ID.fullmatch(i):
                yield Problem(f"{collection}.{i}", "bad_id", i)
    for collection, code in CODES.items():
        yield from (
            Problem(f"{collection}.{i}", "bad_code", i) for i in edition.entries(collection) if not code.fullmatch(i)
        )


def review_relations(service: Service) -> Iterator[Problem]:
    """Return the relations of a service that say nothing or bite their own tail."""
    place = f"services.{service.id}"
    rivals = tuple(one.service for one in service.excludes)
    if service.id in rivals:
        yield Problem(f"{place}.excludes", "excludes_itself")
    for name, ids in (("after", service.after), ("before", service.before)):
        if service.id in ids:
            yield Problem(f"{place}.{name}", "follows_itself")
    needs = [response.need for response in service.responds_to]
    for name, ids in (("excludes", rivals), ("after", service.after), ("before", service.before)):
        yield from (Problem(f"{place}.{name}", "named_twice", i) for i in sorted({i for i in ids if ids.count(i) > 1}))
    yield from (Problem(f"{place}.responds_to", "named_twice", i) for i in sorted(set(needs)) if needs.count(i) > 1)


def review_sources(service: Service, on: date) -> Iterator[Problem]:
    """Return what is not known of where a rule comes from, and what should be checked again."""
    place = f"services.{service.id}"
    if not (service.source or "").strip():
        yield Problem(f"{place}.source", "missing_source")
    if service.checked_on is None:
        yield Problem(f"{place}.checked_on", "never_checked")
    elif service.checked_on > on:
        yield Problem(f"{place}.checked_on", "checked_in_the_future", service.checked_on.isoformat())
    found = freshness(service, on)
    if found.state in ("due", "overdue") and found.date is not None:
        yield Problem(f"{place}.checked_on", f"recheck_{found.state}", found.date.isoformat())


def used_facts(rulebook: RuleBook) -> set[str]:
    """Return the facts that decide something by themselves: in rules, first steps, or notes."""
    ways = [way for need in rulebook.needs for way in need.ways]
    ways += [way for service in rulebook.services for way in service.ways]
    ways += [way for rule in rulebook.escalation for way in rule.ways or ()]
    found = {condition.fact for way in ways for line in way.lines for condition in line.any_of}
    for service in rulebook.services:
        lines = [line.any_of for line in service.advisor_lines]
        lines += [preference.any_of for preference in service.preferring]
        lines += [step.any_of for step in service.first_steps_when]
        found |= {condition.fact for line in lines for condition in line}
    found |= {condition.fact for condition in rulebook.interview.heavy}
    return found | {note.when.fact for note in rulebook.interview.notes} | {CONSENT.fact}


def with_sources(rulebook: RuleBook, facts: set[str]) -> set[str]:
    """Return the facts with all that their values are concluded from."""
    found, new = set[str](), facts
    while new:
        found |= new
        named = (rulebook.vocabulary[i] for i in new if i in rulebook.vocabulary)
        formulas = (formula for fact in named for formula in (fact.derived_from, fact.ask_when))
        new = {condition.fact for formula in formulas for condition in conditions(formula)} - found
    return found


def review_fact(rulebook: RuleBook, fact: Fact, used: set[str]) -> Iterator[Problem]:
    """Return what is wrong with a fact and its question."""
    place = f"facts.{fact.id}"
    if fact.type in ("enum", "set") and not fact.values:
        yield Problem(f"{place}.values", "no_values")
    names = [value.id for value in fact.values]
    yield from (Problem(f"{place}.values", "named_twice", i) for i in sorted(set(names)) if names.count(i) > 1)
    if fact.min is not None and fact.max is not None and fact.max < fact.min:
        yield Problem(f"{place}.max", "empty_range", f"{fact.min}-{fact.max}")
    if fact.ask in ASKED and not (fact.question_fi or "").strip():
        yield Problem(f"{place}.question_fi", "missing_question")
    for name, formula in (("ask_when", fact.ask_when), ("derived_from", fact.derived_from)):
        if any(condition.fact == fact.id for condition in conditions(formula)):
            yield Problem(f"{place}.{name}", "waits_for_itself")
    if never(rulebook.vocabulary, fact.ask_when):
        yield Problem(f"{place}.ask_when", "never_asked")
    # The municipality says who organises a service; no rule need name it.
    aside = fact.context_only or fact.type == "municipality"
    if fact.id not in used and fact.ask in ASKED and not aside:
        yield Problem(place, "health_for_nothing" if fact.sensitivity == "health" else "asked_for_nothing")


def review_person(edition: Edition, person_id: str) -> Iterator[Problem]:
    """Return what an example person says that the catalogue does not know; it keeps no rule from being published."""
    person, place, book = edition.people[person_id], f"people.{person_id}", edition.book
    problems = book.vocabulary.check(person.facts, person.declined, ())
    yield from (Problem(f"{place}.{one.place}", "person_answer", one.detail) for one in problems)
    services = edition.entries("services")
    wanted = {
        "must_include": person.must_include,
        "should_include": person.should_include,
        "must_not_include": tuple(one.service for one in person.must_not_include),
    }
    for name, ids in wanted.items():
        yield from (Problem(f"{place}.{name}", "person_names_missing", i) for i in ids if i not in services)
    missing = (i for i in person.needs_expected if i not in edition.entries("needs"))
    yield from (Problem(f"{place}.needs_expected", "person_names_missing", i) for i in missing)
