"""Assessment: what the rules say of each need and service for one person, with the reasons line by line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from domain.conditions import Line
from domain.facts import Facts
from domain.index import Index, Rule
from domain.marks import Marks
from domain.rules import Need, Preference, RuleBook, Service, Verdict

VERDICTS = (Verdict.NO, Verdict.UNKNOWN, Verdict.YES)


class Reason(NamedTuple):
    """One line of a rule in the expert's words, and what it says of this person."""

    text: str
    verdict: Verdict
    line: Line | Preference


class Finding(NamedTuple):
    """What the rules say of one service; `missing` are the facts that the unknown lines wait for."""

    service: Service
    verdict: Verdict
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]


class NeedFinding(NamedTuple):
    """What the rules say of one need."""

    need: Need
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that the rule book says of one person on one day."""

    rulebook: RuleBook
    facts: Facts
    marks: Marks
    needs: tuple[NeedFinding, ...]
    services: Mapping[str, Finding]


def index_of(rulebook: RuleBook, on: date) -> Index:
    """Return the rule book's index for the day, made once."""
    return rulebook.once(("index", on), lambda: Index(rulebook, on))


class Findings(Mapping[str, Finding]):
    """The findings by service id, in the order of the rule book; each is worked out when it is looked at."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._found: dict[str, Finding] = {}
        index = marks.index
        numbers = range(len(index.rulebook.services))
        self._told = index.rulebook.once(("reasons", index.on), lambda: [_Told(index, number) for number in numbers])

    def __getitem__(self, service_id: str) -> Finding:
        if service_id not in self._found:
            number = self._marks.index.service_number[service_id]
            verdict = VERDICTS[self._marks.rules[len(self._marks.index.needs) + number]]
            service = self._marks.index.rulebook.services[number]
            self._found[service_id] = _finding(self._marks, service, verdict, self._told[number])
        return self._found[service_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._marks.index.service_number)

    def __len__(self) -> int:
        return len(self._marks.index.service_number)


def assess(rulebook: RuleBook, facts: Facts, *, on: date) -> Assessment:
    """Judge every need and service. The same arguments always give the same answer."""
    marks = Marks(index_of(rulebook, on), facts)
    verdicts = [VERDICTS[mark] for mark in marks.rules[: len(rulebook.needs)]]
    needs = tuple([NeedFinding(need, verdict) for need, verdict in zip(rulebook.needs, verdicts, strict=True)])
    return Assessment(rulebook, facts, marks, needs, Findings(marks))


Told = tuple[int, tuple[Reason, Reason, Reason]]


class _Told:
    """The reasons of one service made beforehand: each line's number with its reason for each verdict."""

    def __init__(self, index: Index, number: int) -> None:
        service, rules = index.rulebook.services[number], index.services[number]
        self.rule = rules.rule
        self.ways = [
            [_told(line, x) for line, x in zip(numbers, way.lines, strict=True)]
            for numbers, way in zip(rules.rule.ways, rules.rule.sources, strict=True)
        ]
        advisor = [x for x in service.advisor_lines if x.in_force(index.on)]
        self.advisor = [_told(line, x) for line, x in zip(rules.advisor, advisor, strict=True)]
        self.preferring = [_told(line, x) for line, x in zip(rules.preferring, service.preferring, strict=True)]


def _told(number: int, line: Line | Preference) -> Told:
    no, unknown, yes = (Reason(line.why_fi, verdict, line) for verdict in VERDICTS)
    return number, (no, unknown, yes)


def _finding(marks: Marks, service: Service, verdict: Verdict, told: _Told) -> Finding:
    lines, way = marks.lines, _best_way(marks, told.rule)
    reasons = [] if way is None else [reasons[lines[number]] for number, reasons in told.ways[way]]
    if told.advisor:
        reasons += [reasons[lines[number]] for number, reasons in told.advisor]
        if any(lines[number] == Verdict.NO for number, _ in told.advisor):
            verdict = Verdict.NO
    missing = _missing(marks, told.rule.ways[way]) if verdict == Verdict.UNKNOWN and way is not None else ()
    reasons += [reasons[Verdict.YES] for number, reasons in told.preferring if lines[number] == Verdict.YES]
    return Finding(service, verdict, tuple(reasons), missing)


def _best_way(marks: Marks, rule: Rule) -> int | None:
    """Return the number of the way that comes nearest to holding: most certain first, then the fewest open lines."""
    if len(rule.ways) <= 1:
        return 0 if rule.ways else None
    marked = [[marks.lines[line] for line in way] for way in rule.ways]
    nearness = [(min(way, default=Verdict.YES), way.count(Verdict.YES) - len(way)) for way in marked]
    return nearness.index(max(nearness))


def _missing(marks: Marks, way: tuple[int, ...]) -> tuple[str, ...]:
    index, unknown = marks.index, Verdict.UNKNOWN
    waiting = [line for line in way if marks.lines[line] == unknown]
    tests = [test for line in waiting for test in index.lines[line] if marks.conditions[test] == unknown]
    return tuple(dict.fromkeys(index.conditions[test].fact for test in tests))
