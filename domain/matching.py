"""Assessment: what the rules say of each need and service for one person, with the reasons line by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.conditions import Line
from domain.facts import Facts
from domain.index import Index, Rule
from domain.marks import Marks
from domain.rules import Need, Preference, RuleBook, Service, Verdict

VERDICTS = (Verdict.NO, Verdict.UNKNOWN, Verdict.YES)


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of a rule in the expert's words, and what it says of this person."""

    text: str
    verdict: Verdict
    line: Line | Preference


@dataclass(frozen=True, slots=True)
class Finding:
    """What the rules say of one service; `missing` are the facts that the unknown lines wait for."""

    service: Service
    verdict: Verdict
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedFinding:
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


def assess(rulebook: RuleBook, facts: Facts, *, on: date) -> Assessment:
    """Judge every need and service. The same arguments always give the same answer."""
    marks = Marks(index_of(rulebook, on), facts)
    verdicts = [Verdict(mark) for mark in marks.rules]
    needs = tuple(NeedFinding(need, verdict) for need, verdict in zip(rulebook.needs, verdicts, strict=False))
    findings = {
        service.id: _finding(marks, number, verdicts[len(needs) + number])
        for number, service in enumerate(rulebook.services)
    }
    return Assessment(rulebook, facts, marks, needs, findings)


def _finding(marks: Marks, number: int, verdict: Verdict) -> Finding:
    service, rules = marks.index.rulebook.services[number], marks.index.services[number]
    way = _best_way(marks, rules.rule)
    reasons = [] if way is None else _reasons(marks, rules.rule.ways[way], rules.rule.sources[way].lines)
    reasons += _reasons(marks, rules.advisor, [x for x in service.advisor_lines if x.in_force(marks.index.on)])
    if any(reason.verdict == Verdict.NO for reason in reasons):
        verdict = Verdict.NO
    missing = _missing(marks, rules.rule.ways[way]) if way is not None and verdict == Verdict.UNKNOWN else ()
    speaking = zip(rules.preferring, service.preferring, strict=True)
    reasons += [Reason(x.why_fi, Verdict.YES, x) for line, x in speaking if marks.lines[line] == Verdict.YES]
    return Finding(service, verdict, tuple(reasons), missing)


def _best_way(marks: Marks, rule: Rule) -> int | None:
    """Return the number of the way that comes nearest to holding: most certain first, then the fewest open lines."""
    if len(rule.ways) <= 1:
        return 0 if rule.ways else None
    lines = marks.lines
    nearness = [
        (min((lines[x] for x in way), default=Verdict.YES), -sum(lines[x] != Verdict.YES for x in way))
        for way in rule.ways
    ]
    return nearness.index(max(nearness))


def _reasons(marks: Marks, numbers: tuple[int, ...], lines: tuple[Line, ...] | list[Line]) -> list[Reason]:
    return [
        Reason(line.why_fi, VERDICTS[marks.lines[number]], line) for number, line in zip(numbers, lines, strict=True)
    ]


def _missing(marks: Marks, way: tuple[int, ...]) -> tuple[str, ...]:
    index, open_ = marks.index, Verdict.UNKNOWN
    unknown = [
        c for line in way if marks.lines[line] == open_ for c in index.lines[line] if marks.conditions[c] == open_
    ]
    return tuple(dict.fromkeys(index.conditions[condition].fact for condition in unknown))
