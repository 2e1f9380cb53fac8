"""The rule book laid out for speed: each condition and line once, by number, and what hangs on each fact."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from graphlib import TopologicalSorter

from domain.conditions import Condition, Formula, Operator, Value, Way
from domain.facts import Fact
from domain.rules import RuleBook

Ways = tuple[tuple[int, ...], ...]
CONSENT = Condition(fact="terveyskysymykset", op="is", value="sallittu")


@dataclass(frozen=True, slots=True)
class Rule:
    """Ways in force as numbers of lines, beside the ways they come from."""

    ways: Ways
    sources: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class ServiceRule:
    """What speaks about one service: its rule, what only a professional knows, the preferring lines, the first steps.

    `deciding` holds, for each way, the lines without which the service is not suggested; none when no way has any.
    """

    rule: Rule
    deciding: Ways
    advisor: tuple[int, ...]
    preferring: tuple[int, ...]
    steps: tuple[int, ...]


class Index:
    """One rule book on one day. Ways with a line out of force, and services out of force, never hold."""

    def __init__(self, rulebook: RuleBook, on: date) -> None:
        self.rulebook = rulebook
        self.on = on
        self.facts: tuple[Fact, ...] = tuple(rulebook.vocabulary[i] for i in in_order(rulebook.facts))
        self.number = {fact.id: number for number, fact in enumerate(self.facts)}
        self.conditions: list[Condition] = []
        self.lines: list[tuple[int, ...]] = []
        self._condition_numbers: dict[tuple[str, Operator, Value], int] = {}
        self._line_numbers: dict[tuple[int, ...], int] = {}
        self.derived = [self._formula(fact.derived_from) for fact in self.facts]
        self.asked_when = [self._formula(fact.ask_when) for fact in self.facts]
        self.consent = self._condition(CONSENT) if CONSENT.fact in self.number else None
        self.service_number = {service.id: number for number, service in enumerate(rulebook.services)}
        self.needs = [self._rule(need.ways) for need in rulebook.needs]
        self.services = [self._service(number) for number in range(len(rulebook.services))]
        self.escalation = [None if rule.ways is None else self._rule(rule.ways) for rule in rulebook.escalation]
        self.tests: list[list[tuple[int, Operator, Value]]] = [[] for _ in self.facts]
        self.lines_of: list[list[int]] = [[] for _ in self.conditions]
        self._hang_up()

    def _hang_up(self) -> None:
        self.fact_of = [self.number[condition.fact] for condition in self.conditions]
        for number, condition in enumerate(self.conditions):
            self.tests[self.number[condition.fact]].append((number, condition.op, condition.value))
        for number, tests in enumerate(self.lines):
            for test in tests:
                self.lines_of[test].append(number)
        rules = [*self.needs, *(service.rule for service in self.services)]
        self.rules = [rule.ways for rule in rules]
        self.rules_of: list[list[int]] = [[] for _ in self.lines]
        for number, ways in enumerate(self.rules):
            for line in {line for way in ways for line in way}:
                self.rules_of[line].append(number)
        self._sources = [self._sources_of(number) for number in range(len(self.facts))]
        self.reach = [self._reach(number) for number in range(len(self.facts))]

    def _reach(self, start: int) -> tuple[int, ...]:
        """Return the facts whose value may change with this one, itself first, in the order of evaluation."""
        reached = {start}
        for number in range(start + 1, len(self.facts)):
            if not reached.isdisjoint(self._sources[number]):
                reached.add(number)
        return tuple(sorted(reached))

    def _sources_of(self, number: int) -> set[int]:
        """Return the facts that the value of this fact is concluded from."""
        fact = self.facts[number]
        named = {condition.fact for formula in (fact.derived_from, fact.ask_when) for condition in conditions(formula)}
        if fact.sensitivity == "health" and CONSENT.fact in self.number:
            named.add(CONSENT.fact)
        return {self.number[i] for i in named}

    def _service(self, number: int) -> ServiceRule:
        service = self.rulebook.services[number]
        rule = self._rule(service.ways if service.in_force(self.on) else ())
        advisor = tuple(self._line(line.any_of) for line in service.advisor_lines if line.in_force(self.on))
        preferring = tuple(self._line(line.any_of) for line in service.preferring)
        steps = tuple(self._line(step.any_of) for step in service.first_steps_when)
        return ServiceRule(rule, _deciding(rule), advisor, preferring, steps)

    def _formula(self, formula: Formula | None) -> Ways | None:
        return None if formula is None else self._rule(formula.ways).ways

    def _rule(self, ways: Sequence[Way]) -> Rule:
        sources = tuple(way for way in ways if all(line.in_force(self.on) for line in way.lines))
        return Rule(tuple(tuple(self._line(line.any_of) for line in way.lines) for way in sources), sources)

    def _line(self, any_of: Iterable[Condition]) -> int:
        numbers = tuple(self._condition(condition) for condition in any_of)
        if numbers not in self._line_numbers:
            self._line_numbers[numbers] = len(self.lines)
            self.lines.append(numbers)
        return self._line_numbers[numbers]

    def _condition(self, condition: Condition) -> int:
        key = (condition.fact, condition.op, condition.value)
        if key not in self._condition_numbers:
            self._condition_numbers[key] = len(self.conditions)
            self.conditions.append(condition)
        return self._condition_numbers[key]


def _deciding(rule: Rule) -> Ways:
    deciding = tuple(
        tuple(number for number, line in zip(way, source.lines, strict=True) if line.deciding)
        for way, source in zip(rule.ways, rule.sources, strict=True)
    )
    return deciding if any(deciding) else ()


def conditions(formula: Formula | None) -> Iterable[Condition]:
    """Return every condition of a formula."""
    return () if formula is None else (c for way in formula.ways for line in way.lines for c in line.any_of)


def in_order(facts: Sequence[Fact]) -> list[str]:
    """Return the ids so that each fact comes after those it is concluded from. Raises CycleError."""
    known = {fact.id for fact in facts}
    graph: TopologicalSorter[str] = TopologicalSorter()
    for fact in sorted(facts, key=lambda fact: fact.id):
        health = {CONSENT.fact} if fact.sensitivity == "health" else set()
        named = {c.fact for formula in (fact.derived_from, fact.ask_when) for c in conditions(formula)}
        graph.add(fact.id, *sorted(((named | health) & known) - {fact.id}))
    return list(graph.static_order())
