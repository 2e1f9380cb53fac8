"""Every problem of a rule book and its place, before it may decide anything."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import Any

from domain.conditions import Condition, Line, Operator, Way
from domain.facts import Fact, Vocabulary
from domain.index import in_order
from domain.problems import Problem
from domain.rules import Preference, RuleBook, Screen, Service

NUMERIC: tuple[Operator, ...] = ("at_least", "at_most")
LISTED: tuple[Operator, ...] = ("one_of", "none_of")
PLAIN: tuple[Operator, ...] = ("is", "is_not")
FITTING: dict[str, tuple[Operator, ...]] = {
    "bool": PLAIN,
    "int": (*PLAIN, *LISTED, *NUMERIC),
    "enum": (*PLAIN, *LISTED),
    "municipality": (*PLAIN, *LISTED),
    "set": ("has", "has_not"),
    "text": (),
}


def check(rulebook: RuleBook, *, on: date | None = None) -> list[Problem]:
    """Return all problems, in the order of the rule book. With a day, also what has expired by then."""
    found = rulebook.once("problems", lambda: _problems(rulebook))
    return [*found, *(_expired(rulebook, on) if on else ())]


def _problems(rulebook: RuleBook) -> list[Problem]:
    return [
        *_same_ids(rulebook),
        *_facts(rulebook),
        *(problem for need in rulebook.needs for problem in _ways(rulebook, f"needs.{need.id}", need.ways)),
        *(problem for service in rulebook.services for problem in _service(rulebook, service)),
        *_relations(rulebook),
        *_answered(rulebook),
        *_escalation(rulebook),
        *_interview(rulebook),
    ]


def _same_ids(rulebook: RuleBook) -> Iterator[Problem]:
    ids = {
        "facts": [fact.id for fact in rulebook.facts],
        "needs": [need.id for need in rulebook.needs],
        "services": [service.id for service in rulebook.services],
        "escalation": [rule.id for rule in rulebook.escalation],
    }
    for place, names in ids.items():
        counts = Counter(names)
        yield from (Problem(f"{place}.{i}", "same_id_twice", str(count)) for i, count in counts.items() if count > 1)


def _facts(rulebook: RuleBook) -> Iterator[Problem]:
    for fact in rulebook.facts:
        place = f"facts.{fact.id}"
        for name, formula in (("ask_when", fact.ask_when), ("derived_from", fact.derived_from)):
            if formula is not None:
                yield from _conditions(rulebook, f"{place}.{name}", formula.ways)
        if fact.derived_from is not None and fact.type != "bool":
            yield Problem(f"{place}.derived_from", "not_a_yes_or_no_fact", fact.type)
        replies = {f"quick_replies_fi.{number}": reply.value for number, reply in enumerate(fact.quick_replies_fi)}
        for name, value in {"when_not_asked": fact.when_not_asked, **replies}.items():
            if value is not None and (fault := fact.fault(value)):
                yield Problem(f"{place}.{name}", fault, str(value))
    yield from _cycle("facts", in_order, rulebook.facts)


def _cycle(place: str, order: Callable[[Any], Any], entries: Any) -> Iterator[Problem]:
    try:
        order(entries)
    except CycleError as error:
        yield Problem(place, "cycle", " > ".join(error.args[1]))


def _ways(rulebook: RuleBook, place: str, ways: tuple[Way, ...]) -> Iterator[Problem]:
    if not ways:
        yield Problem(place, "no_way")
    yield from _conditions(rulebook, place, ways)
    for number, way in enumerate(ways):
        for line, entry in enumerate(way.lines):
            yield from _why(f"{place}.ways.{number}.lines.{line}", entry.why_fi)


def _why(place: str, why: str) -> Iterator[Problem]:
    if not why.strip():
        yield Problem(place, "empty_why")


def _conditions(rulebook: RuleBook, place: str, ways: tuple[Way, ...]) -> Iterator[Problem]:
    for number, way in enumerate(ways):
        for line, entry in enumerate(way.lines):
            yield from _line(rulebook.vocabulary, f"{place}.ways.{number}.lines.{line}", entry.any_of)


def _line(vocabulary: Vocabulary, place: str, any_of: tuple[Condition, ...]) -> Iterator[Problem]:
    if not any_of:
        yield Problem(place, "no_condition")
    for number, condition in enumerate(any_of):
        yield from _condition(vocabulary, f"{place}.any_of.{number}", condition)


def _condition(vocabulary: Vocabulary, place: str, condition: Condition) -> Iterator[Problem]:
    fact = vocabulary.get(condition.fact)
    if fact is None:
        yield Problem(place, "unknown_fact", condition.fact)
    elif condition.op not in FITTING[fact.type]:
        yield Problem(place, "wrong_operator", f"{condition.op} {fact.type}")
    else:
        faults = (_fault(vocabulary, fact, value) for value in _values(condition))
        yield from (Problem(place, fault, str(condition.value)) for fault in faults if fault)


def _fault(vocabulary: Vocabulary, fact: Fact, value: object) -> str | None:
    if fault := vocabulary.fault(fact.id, [value] if fact.type == "set" else value):
        return fault
    return "former_name" if fact.type == "municipality" and vocabulary.settled(fact.id, value) != value else None


def _values(condition: Condition) -> tuple[object, ...]:
    if condition.op in LISTED and isinstance(condition.value, tuple):
        return condition.value
    return (condition.value,)


def _service(rulebook: RuleBook, service: Service) -> Iterator[Problem]:
    place = f"services.{service.id}"
    yield from _ways(rulebook, place, service.ways)
    sides: dict[str, Sequence[Line | Preference]] = {
        "advisor_lines": service.advisor_lines,
        "preferring": service.preferring,
    }
    for name, lines in sides.items():
        for number, line in enumerate(lines):
            yield from _line(rulebook.vocabulary, f"{place}.{name}.{number}", line.any_of)
            yield from _why(f"{place}.{name}.{number}", line.why_fi)
    for number, step in enumerate(service.first_steps_when):
        yield from _line(rulebook.vocabulary, f"{place}.first_steps_when.{number}", step.any_of)
    needs = {need.id for need in rulebook.needs}
    yield from (
        Problem(f"{place}.responds_to", "unknown_need", r.need) for r in service.responds_to if r.need not in needs
    )
    if not service.responds_to:
        yield Problem(f"{place}.responds_to", "answers_nothing")
    if service.valid_from and service.valid_to and service.valid_to < service.valid_from:
        yield Problem(f"{place}.valid_to", "ends_before_it_begins", service.valid_to.isoformat())


def _relations(rulebook: RuleBook) -> Iterator[Problem]:
    services = {service.id: service for service in rulebook.services}
    later: dict[str, set[str]] = {service: set() for service in services}
    for service in rulebook.services:
        rivals = [one.service for one in service.excludes]
        for name, ids in (("excludes", rivals), ("after", service.after), ("before", service.before)):
            yield from (
                Problem(f"services.{service.id}.{name}", "unknown_service", i) for i in ids if i not in services
            )
        for rival in rivals:
            if rival in services and all(one.service != service.id for one in services[rival].excludes):
                yield Problem(f"services.{service.id}.excludes", "not_mutual", rival)
        later[service.id] |= {i for i in service.after if i in services}
        for i in service.before:
            later.get(i, set()).add(service.id)
    yield from _cycle("services", lambda graph: TopologicalSorter(graph).prepare(), later)


def _answered(rulebook: RuleBook) -> Iterator[Problem]:
    answered = {response.need for service in rulebook.services for response in service.responds_to}
    yield from (Problem(f"needs.{need.id}", "nothing_answers") for need in rulebook.needs if need.id not in answered)


def _escalation(rulebook: RuleBook) -> Iterator[Problem]:
    for rule in rulebook.escalation:
        place = f"escalation.{rule.id}"
        if rule.ways is not None:
            yield from _conditions(rulebook, place, rule.ways)
        elif not rule.signals and not rule.min_important_needs:
            yield Problem(place, "never_fits")


def _interview(rulebook: RuleBook) -> Iterator[Problem]:
    stages = {stage.id for stage in rulebook.interview.stages}
    for screen in rulebook.interview.screens:
        place = f"interview.screens.{screen.id}"
        if screen.stage not in stages:
            yield Problem(f"{place}.stage", "unknown_stage", screen.stage)
        yield from _chips(rulebook.vocabulary, place, screen)
    for fact_id, priors in rulebook.interview.priors.items():
        for prior in priors:
            problems = rulebook.vocabulary.check({fact_id: prior.value})
            yield from (Problem(f"interview.priors.{fact_id}", one.code, one.detail) for one in problems)


def _chips(vocabulary: Vocabulary, place: str, screen: Screen) -> Iterator[Problem]:
    for number, chip in enumerate(screen.chips):
        values = [chip.unchosen] if chip.value is None else [chip.unchosen, chip.value]
        for value in values:
            problems = vocabulary.check({chip.fact: value})
            yield from (Problem(f"{place}.chips.{number}", one.code, one.detail) for one in problems)
        fact = vocabulary.get(chip.fact)
        if fact is not None and fact.sensitivity == "health" and screen.sensitivity != "health":
            yield Problem(f"{place}.chips.{number}", "health_on_a_milder_screen", chip.fact)


def _expired(rulebook: RuleBook, on: date) -> Iterator[Problem]:
    for service in rulebook.services:
        if service.valid_to is not None and service.valid_to < on:
            yield Problem(f"services.{service.id}.valid_to", "expired", service.valid_to.isoformat())
        for number, way in enumerate(service.ways):
            for line, entry in enumerate(way.lines):
                if entry.valid_to is not None and entry.valid_to < on:
                    place = f"services.{service.id}.ways.{number}.lines.{line}.valid_to"
                    yield Problem(place, "expired", entry.valid_to.isoformat())
