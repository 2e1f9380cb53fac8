"""What an answer would change: the set and its order with an answer assumed, and how likely that answer is."""

from collections.abc import Iterator, Sequence

import numpy as np

from domain.asking import askable
from domain.choosing import IN_USE, Situation
from domain.conditions import Condition, Operator, Value
from domain.facts import Fact, Known
from domain.index import Index
from domain.layout import Flags, array
from domain.marks import NO, UNKNOWN, YES, Marks, judge, settled
from domain.timeline import WISHES, timeline

DEPTH = 3
NEED = 10
Outcome = tuple[tuple[int, str], ...]


class Lookahead:
    """Assumed answers on top of one situation; `limit` outcomes are computed at most, so that a turn is quick."""

    def __init__(self, situation: Situation, *, limit: int) -> None:
        self.situation = situation
        self.left = limit
        self.now = outcome(situation)
        self.watched = _watched(situation)

    def change(self, facts: Sequence[int], *, enough: float) -> float:
        """Return how likely the answers to these facts change the outcome; stops counting when it is enough."""
        return self._change(self.situation.marks, facts, enough, DEPTH)

    def _change(self, marks: Marks, facts: Sequence[int], enough: float, depth: int) -> float:
        likely, quiet = 0.0, []
        for number in facts:
            for share, told, stir in self._assumed(marks, number):
                if likely >= enough or self.left <= 0:
                    return likely
                if stir and self.differs(told):
                    likely += share
                else:
                    quiet.append((share, number, told))
        for share, number, told in quiet if depth > 1 else ():
            opened = [n for n in marks.index.reach[number][1:] if askable(told, n) and not askable(marks, n)]
            if opened and likely < enough:
                likely += share * min(1.0, self._change(told, opened, (enough - likely) / share, depth - 1))
        return likely

    def _assumed(self, marks: Marks, number: int) -> list[tuple[float, Marks, int]]:
        """Return the answers to assume for a fact: share, marks and stir, those first that are likely and stir much."""
        index = self.situation.index
        assumed = [(share, marks.told(number, Known(value))) for share, value in answers(index, index.facts[number])]
        stirred = [(share, told, self._stir(told)) for share, told in assumed]
        return sorted(stirred, key=lambda one: -one[0] * one[2])

    def _stir(self, told: Marks) -> int:
        """Return how much of what the set depends on has moved; nothing means that the set is surely the same."""
        before, needs = self.situation.marks, len(told.index.needs)
        moved = int(np.count_nonzero(array(before.rules)[:needs] != array(told.rules)[:needs]))
        stir = NEED * moved + int(np.count_nonzero((array(before.lines) != array(told.lines)) & self.watched))
        number = told.index.number.get(IN_USE)
        return stir + (number is not None and before.values[number] != told.values[number])

    def differs(self, marks: Marks) -> bool:
        """Tell whether these marks give another set or order than the present ones."""
        self.left -= 1
        now, then = self.situation, Situation(marks, self.situation)
        if _laid_out_by(then) == _laid_out_by(now):
            return False
        return then.chosen != now.chosen or outcome(then) != self.now

    def joint_change(self, facts: Sequence[int], *, enough: float) -> float:
        """Return how likely these facts change the outcome together with others that the same rule waits for."""
        marks, likely = self.situation.marks, 0.0
        for number in facts:
            for rule in waiting_rules(marks, number):
                if likely >= enough or self.left <= 0:
                    return likely
                likely = max(likely, self._if_all_speak_for(marks, number, rule, enough))
        return likely

    def _if_all_speak_for(self, marks: Marks, number: int, rule: int, enough: float) -> float:
        """Return how likely it is that all answers speak for the rule, if this fact then changes the outcome."""
        told, share = in_favour(marks, rule, without=number)
        last = [a for a in favouring(told, rule) if a[1] == number] if share >= enough else []
        if not last:
            return 0.0
        share *= last[0][0]
        complete = told.told(number, Known(last[0][2]))
        if share < enough or not self._stir(complete) or not self.differs(complete):
            return 0.0
        self.left -= 1
        without, then = Situation(told, self.situation), Situation(complete, self.situation)
        return share if outcome(without) != outcome(then) else 0.0


def _watched(situation: Situation) -> Flags:
    """Tell which lines are those of services that may be in the set while the needs stay as they are."""
    relations = situation.relations
    services = set(relations.fallback).union(*(relations.responding[need] for need in situation.active))
    return situation.layout.lines_of(services)


def _laid_out_by(situation: Situation) -> tuple[object, ...]:
    """Return what the set and its order depend on; when it is equal, so are they."""
    number = situation.index.number.get(WISHES)
    wishes = None if number is None else situation.marks.values[number]
    return situation.chosen, situation.active, situation.in_use, wishes


def outcome(situation: Situation) -> Outcome:
    """Return what the person would be shown: the services and when."""
    return tuple(timeline(situation).items())


def answers(index: Index, fact: Fact) -> tuple[tuple[float, Value], ...]:
    """Return the answers worth assuming for a fact, with their shares."""
    priors = index.rulebook.interview.priors.get(fact.id)
    if priors:
        return tuple((prior.share, prior.value) for prior in priors)
    values = _values(index, fact)
    return tuple((1 / len(values), value) for value in values)


def _values(index: Index, fact: Fact) -> list[Value]:
    if fact.type == "bool":
        return [True, False]
    if fact.type == "set":
        return [(), *((value.id,) for value in fact.values), *_together(index, fact)]
    if fact.values:
        return [value.id for value in fact.values]
    return list(_numbers(index, fact)) or [0]


def _together(index: Index, fact: Fact) -> list[Value]:
    """Return the values of a set that some way in asks for at once, alone or with a need that the service answers."""
    key = ("together", index.on, fact.id)
    return index.rulebook.once(key, lambda: sorted(tuple(sorted(one)) for one in _meetings(index, fact)))


def _meetings(index: Index, fact: Fact) -> set[frozenset[str]]:
    named = [{_named(index, way, fact) for way in ways} for ways in index.rules]
    needs = {need.id: number for number, need in enumerate(index.rulebook.needs)}
    found = {values for ways in named for values in ways}
    for number, service in enumerate(index.rulebook.services, len(needs)):
        for need in (needs[one.need] for one in service.responds_to if one.need in needs):
            found |= {ours | theirs for ours in named[need] for theirs in named[number]}
    return {values for values in found if len(values) > 1}


def _named(index: Index, way: Sequence[int], fact: Fact) -> frozenset[str]:
    tests = (index.conditions[number] for line in way for number in index.lines[line])
    return frozenset(str(test.value) for test in tests if _has(test, fact))


def _has(condition: Condition, fact: Fact) -> bool:
    return condition.fact == fact.id and condition.op == "has" and isinstance(condition.value, str)


def _numbers(index: Index, fact: Fact) -> Iterator[Value]:
    """Return a number on each side of every limit that the rules set."""
    steps: dict[Operator, tuple[int, int]] = {"at_least": (-1, 0), "at_most": (0, 1)}
    limits = {
        c.value + step
        for c in index.conditions
        if c.fact == fact.id and isinstance(c.value, int)
        for step in steps.get(c.op, (-1, 0, 1))
    }
    low, high = fact.min, fact.max
    for limit in sorted(limits):
        if (low is None or low <= limit) and (high is None or limit <= high):
            yield limit


def waiting_rules(marks: Marks, number: int) -> list[int]:
    """Return the undecided rules of needs and services that wait for this fact."""
    index = marks.index
    lines = {line for test in index.tests[number] for line in index.lines_of[test[0]]}
    return sorted({rule for line in lines for rule in index.rules_of[line] if marks.rules[rule] == UNKNOWN})


def favouring(marks: Marks, rule: int) -> list[tuple[float, int, Value]]:
    """Return, for the rule's most hopeful way, the likeliest answer that makes each open line hold."""
    lines, index = marks.lines, marks.index
    ways = [way for way in index.rules[rule] if all(lines[line] != NO for line in way)]
    way = min(ways, key=lambda way: sum(lines[line] == UNKNOWN for line in way), default=())
    best = [max(_speaking(marks, line), default=None) for line in way if lines[line] == UNKNOWN]
    return [answer for answer in best if answer is not None]


def in_favour(marks: Marks, rule: int, *, without: int) -> tuple[Marks, float]:
    """Assume that every answer but one speaks for the rule; return the marks and how likely that is."""
    share = 1.0
    for part, number, value in favouring(marks, rule):
        if number != without:
            marks, share = marks.told(number, Known(value)), share * part
    return marks, share


def _speaking(marks: Marks, line: int) -> Iterator[tuple[float, int, Value]]:
    index = marks.index
    for condition in index.lines[line]:
        number = index.fact_of[condition]
        if marks.conditions[condition] != UNKNOWN or marks.answers[number] is not None:
            continue
        op, expected = index.conditions[condition].op, index.conditions[condition].value
        for share, value in answers(index, index.facts[number]):
            if index.derived[number] is None and judge(op, expected, settled(value)) == YES:
                yield share, number, value
