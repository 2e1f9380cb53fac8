"""What one person's answers make of every condition, line and rule: the three-valued evaluation."""

from typing import NamedTuple

from domain.conditions import Operator, Value
from domain.facts import Answer, Facts, Known, Skipped
from domain.index import Index, Ways
from domain.layout import layout_of
from domain.rules import Verdict

NO, UNKNOWN, YES = Verdict.NO.value, Verdict.UNKNOWN.value, Verdict.YES.value


class Partial(NamedTuple):
    """A set of which only these values are known to be in it."""

    named: frozenset[str]


Settled = bool | int | str | frozenset[str] | Partial


def settled(value: Value, *, partial: bool = False) -> Settled:
    """Return a told value as the evaluation uses it."""
    if not isinstance(value, tuple):
        return value
    return Partial(frozenset(value)) if partial else frozenset(value)


def judge(op: Operator, expected: Value, value: Settled | None) -> int:
    """Return the verdict of one condition; None is an unknown value."""
    if value is None:
        return UNKNOWN
    if op in ("has", "has_not"):
        return _judge_set(op, expected, value)
    match op:
        case "is":
            holds = value == expected
        case "is_not":
            holds = value != expected
        case "one_of":
            holds = isinstance(expected, tuple) and value in expected
        case "none_of":
            holds = isinstance(expected, tuple) and value not in expected
        case "at_least":
            holds = isinstance(value, int) and isinstance(expected, int) and value >= expected
        case _:
            holds = isinstance(value, int) and isinstance(expected, int) and value <= expected
    return YES if holds else NO


def _judge_set(op: Operator, expected: Value, value: Settled) -> int:
    if isinstance(value, Partial):
        named = expected in value.named
        return UNKNOWN if not named else YES if op == "has" else NO
    has = isinstance(value, frozenset) and expected in value
    return YES if has == (op == "has") else NO


def holds(ways: Ways, lines: bytearray) -> int:
    """Return the verdict of a rule: the best way, and of a way its worst line."""
    best = NO
    for way in ways:
        worst = YES
        for line in way:
            if lines[line] < worst:
                worst = lines[line]
                if worst == NO:
                    break
        if worst > best:
            best = worst
            if best == YES:
                break
    return best


class Marks:
    """Verdicts by number, as in the index. Not changed after it is made: `told` gives a new one."""

    __slots__ = ("answers", "conditions", "index", "lines", "rules", "values")

    def __init__(self, index: Index, facts: Facts) -> None:
        self.index = index
        self.answers: list[Answer | None] = [facts.get(fact.id) for fact in index.facts]
        self.values: list[Settled | None] = [None] * len(index.facts)
        self.conditions = bytearray([UNKNOWN]) * len(index.conditions)
        for number in range(len(index.facts)):
            self._settle(number)
        self.lines = layout_of(index).mark_lines(self.conditions)
        self.rules = layout_of(index).mark_rules(self.lines)

    def told(self, number: int, answer: Answer | None) -> "Marks":
        """Return the marks with one answer more."""
        new = Marks.__new__(Marks)
        new.index, new.answers, new.values = self.index, self.answers.copy(), self.values.copy()
        new.conditions, new.lines, new.rules = self.conditions.copy(), self.lines.copy(), self.rules.copy()
        new.answers[number] = answer
        for reached in self.index.reach[number]:
            new.settle_again(reached)
        return new

    def settle_again(self, number: int) -> None:
        """Settle a fact anew and what hangs on it; for marks that are still being made."""
        before = self.values[number]
        old = {test[0]: self.conditions[test[0]] for test in self.index.tests[number]}
        self._settle(number)
        if self.values[number] == before:
            return
        for condition, mark in old.items():
            if self.conditions[condition] != mark:
                self._mark_lines(condition)

    def _mark_lines(self, condition: int) -> None:
        index, lines = self.index, self.lines
        for line in index.lines_of[condition]:
            mark = max([self.conditions[c] for c in index.lines[line]])
            if mark != lines[line]:
                lines[line] = mark
                for rule in index.rules_of[line]:
                    self.rules[rule] = holds(index.rules[rule], lines)

    def _settle(self, number: int) -> None:
        value = self.values[number] = self._value(number)
        for condition, op, expected in self.index.tests[number]:
            self.conditions[condition] = judge(op, expected, value)

    def _value(self, number: int) -> Settled | None:
        """Return the value of a fact: concluded, answered, unknown when skipped, or what not asking means."""
        index, fact = self.index, self.index.facts[number]
        derived = index.derived[number]
        if derived is not None and (verdict := self.verdict(derived)) != UNKNOWN:
            return verdict == YES
        answer = self.answers[number]
        if isinstance(answer, Known):
            return settled(answer.value, partial=answer.partial)
        if isinstance(answer, Skipped) or fact.when_not_asked is None or not self._never_asked(number):
            return None
        return settled(fact.when_not_asked)

    def _never_asked(self, number: int) -> bool:
        fact, formula, consent = self.index.facts[number], self.index.asked_when[number], self.index.consent
        if fact.sensitivity == "health" and (consent is None or self.conditions[consent] != YES):
            return False
        if formula is None:
            return fact.ask == "volunteered_only"
        return self.verdict(formula) == NO

    def verdict(self, ways: Ways) -> int:
        """Return the verdict of ways from the conditions alone, while lines are not marked yet."""
        conditions, lines = self.conditions, self.index.lines
        return max(
            [min([max([conditions[c] for c in lines[line]], default=NO) for line in way], default=YES) for way in ways],
            default=NO,
        )
