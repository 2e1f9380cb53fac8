"""Which lines are told to the person as reasons: what speaks for a service in the words of what they told."""

from collections.abc import Iterator, Sequence

from domain.conditions import Condition, Line, Operator
from domain.index import Index
from domain.lookahead import answers
from domain.marks import UNKNOWN, YES, Marks, judge, settled
from domain.matching import Finding
from domain.rules import Preference, Verdict

MOST = 3
# What holds for so many is no reason for this person; a preferring line is one unless it holds for all.
COMMON = 0.65
FOR_ALL = 0.9
POSITIVE: tuple[Operator, ...] = ("is", "one_of", "has", "at_least", "at_most")


def speaking(marks: Marks, finding: Finding, needs: Sequence[str]) -> list[tuple[str, Verdict]]:
    """Return the reasons for a person: what they told that speaks for the service, then what is still open.

    Lines that only say that nothing is in the way, or hold for nearly everybody, are left out; where nothing else
    speaks, what tells of the needs that the service answers does.
    """
    lines = [reason.line for reason in finding.reasons if reason.verdict == Verdict.YES]
    lines = sorted((line for line in lines if _tells(marks, line)), key=_weight, reverse=True)
    told = [line.why_fi for line in lines] or list(_of_needs(marks, needs))
    open_ = [(reason.text, reason.verdict) for reason in finding.reasons if reason.verdict != Verdict.YES]
    return [*((text, Verdict.YES) for text in list(dict.fromkeys(told))[:MOST]), *dict.fromkeys(open_)]


def _weight(line: Line | Preference) -> int:
    return line.weight if isinstance(line, Preference) else 0


def _tells(marks: Marks, line: Line | Preference) -> bool:
    """Tell whether a condition holds by what the person told, says what is there, and sets them apart."""
    most = FOR_ALL if isinstance(line, Preference) else COMMON
    holding = [c for c in line.any_of if c.op in POSITIVE and _holds_as_told(marks, c)]
    return any(_share(marks.index, condition) <= most for condition in holding)


def _holds_as_told(marks: Marks, condition: Condition) -> bool:
    """Tell whether it holds by an answer, not by what never having been asked means."""
    number = marks.index.number[condition.fact]
    derived = marks.index.derived[number]
    told = marks.answers[number] is not None or (derived is not None and marks.verdict(derived) != UNKNOWN)
    return told and judge(condition.op, condition.value, marks.values[number]) == YES


def _share(index: Index, condition: Condition) -> float:
    """Return for how many job seekers the condition is likely to hold."""
    likely = answers(index, index.facts[index.number[condition.fact]])
    holding = [share for share, value in likely if judge(condition.op, condition.value, settled(value)) == YES]
    return sum(holding) / sum(share for share, _ in likely)


def _of_needs(marks: Marks, needs: Sequence[str]) -> Iterator[str]:
    """Return what of the needs' own lines tells of this person."""
    for need, rule in zip(marks.index.rulebook.needs, marks.index.needs, strict=True):
        for way, source in zip(rule.ways, rule.sources, strict=True):
            if need.id in needs and all(marks.lines[line] == YES for line in way):
                yield from (line.why_fi for line in source.lines if _tells(marks, line))
