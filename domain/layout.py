"""The index as arrays: what is worked out for every line, rule and service at once."""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.index import Index
from domain.relations import Numbers, relations_of
from domain.rules import Verdict

Marked = NDArray[np.uint8]
Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]
Weights = NDArray[np.float64]
NO, UNKNOWN, YES = Verdict.NO.value, Verdict.UNKNOWN.value, Verdict.YES.value
NEVER = 1 << 20
# By mark: what a line adds to the open lines of its way.
OPEN = np.array([NEVER, 1, 0], np.int64)


class Groups:
    """Groups of numbers laid end to end. A group without members gets one: `beyond`, the first free number."""

    def __init__(self, groups: Iterable[Sequence[int]], beyond: int) -> None:
        filled = [group or (beyond,) for group in groups]
        sizes = numbers(len(group) for group in filled)
        self.members = numbers(chain.from_iterable(filled))
        self.owners = np.repeat(np.arange(len(filled)), sizes)
        self._starts = np.cumsum(sizes) - sizes

    def lowest(self, marks: NDArray[Any], empty: int) -> NDArray[Any]:
        """Return the lowest mark of each group; `empty` is that of a group without members."""
        return np.minimum.reduceat(np.append(marks, marks.dtype.type(empty))[self.members], self._starts)

    def highest(self, marks: NDArray[Any], empty: int) -> NDArray[Any]:
        """Return the highest mark of each group; `empty` is that of a group without members."""
        return np.maximum.reduceat(np.append(marks, marks.dtype.type(empty))[self.members], self._starts)

    def total(self, values: Counts) -> Counts:
        """Return the sum of each group."""
        return np.add.reduceat(np.append(values, 0)[self.members], self._starts)


class Layout:
    """Lines of conditions, ways of lines, rules of ways; and for each service its advisor's and preferring lines.

    `forces`: the urgency of a need times the strength with which a service answers it, one for each such pair.
    """

    def __init__(self, index: Index) -> None:
        services, relations = index.rulebook.services, relations_of(index.rulebook)
        self.needs, self.services, self.beyond = len(index.needs), len(services), len(index.lines)
        self.lines = Groups(index.lines, len(index.conditions))
        ways = [way for rule in index.rules for way in rule]
        self.ways = Groups(ways, self.beyond)
        self.way_rules = np.repeat(np.arange(len(index.rules)), numbers(map(len, index.rules)))
        ends = np.cumsum([0, *map(len, index.rules)]).tolist()
        self.rules = Groups([range(*pair) for pair in pairwise(ends)], len(ways))
        of_needs = sum(len(rule) for rule in index.rules[: self.needs])
        deciding = [service.deciding or ((),) * len(service.rule.ways) for service in index.services]
        self.deciding = Groups([*((),) * of_needs, *chain.from_iterable(deciding)], self.beyond)
        self.advisor = Groups([service.advisor for service in index.services], self.beyond)
        self.fact_of = numbers(index.fact_of)
        self.preferring = Groups([service.preferring for service in index.services], self.beyond)
        weights = [[preference.weight for preference in service.preferring] or [0] for service in services]
        self.preferred = np.array([*chain.from_iterable(weights)], np.float64)
        pairs = [(n, need, strength) for n, needs in enumerate(relations.answers) for need, strength in needs.items()]
        self.answering, self.answered = numbers(pair[0] for pair in pairs), numbers(pair[1] for pair in pairs)
        self.forces = np.array([relations.weights[need] * strength for _, need, strength in pairs], np.float64)

    def mark_lines(self, conditions: bytearray) -> bytearray:
        """Return the mark of each line: the best of its conditions."""
        return bytearray(self.lines.highest(array(conditions), NO).tobytes())

    def mark_rules(self, lines: bytearray) -> bytearray:
        """Return the mark of each rule: the best way, and of a way its worst line."""
        return bytearray(self.rules.highest(self.ways.lowest(array(lines), YES), NO).tobytes())

    def vetoed(self, lines: bytearray) -> Flags:
        """Tell for each service whether what only a professional knows speaks against it."""
        against: Flags = self.advisor.lowest(array(lines), YES) == NO
        return against

    def preference(self, lines: bytearray) -> Counts:
        """Return the weight of the preferring lines that hold, for each service."""
        holding = self.preferred * (np.append(array(lines), NO)[self.preferring.members] == YES)
        return summed(holding, self.preferring.owners, self.services).astype(np.int64)

    def open_lines(self, lines: bytearray) -> Counts:
        """Return how many lines of each way are open; NEVER or more when some line does not hold."""
        return self.ways.total(OPEN[array(lines)])

    def fewest(self, open_lines: Counts) -> Counts:
        """Return for each service the open lines of the way that has the fewest."""
        fewest: Counts = self.rules.lowest(open_lines, NEVER)[self.needs :]
        return fewest

    def waiting(self, lines: bytearray, open_lines: Counts) -> Flags:
        """Tell for each service whether in every way that may hold some line that it is for does not hold yet."""
        ready = (open_lines < NEVER) & (self.deciding.lowest(array(lines), YES) == YES)
        waiting: Flags = ~self.rules.highest(ready, NO)[self.needs :]
        return waiting

    def lines_of(self, services: Iterable[int]) -> Flags:
        """Tell for each line whether it has a part in what is said of one of the services."""
        named = np.zeros(self.needs + self.services, np.bool_)
        named[numbers(services) + self.needs] = True
        lines = np.zeros(self.beyond + 1, np.bool_)
        lines[self.ways.members[named[self.way_rules][self.ways.owners]]] = True
        for group in (self.advisor, self.preferring):
            lines[group.members[named[self.needs :][group.owners]]] = True
        return lines[:-1]


def layout_of(index: Index) -> Layout:
    """Return the layout of the index, made once."""
    return index.rulebook.once(("layout", index.on), lambda: Layout(index))


def array(marks: bytearray) -> Marked:
    """Return the marks as an array that shares their memory."""
    return np.frombuffer(marks, np.uint8)


def summed(weights: Weights, owners: Numbers, count: int) -> Weights:
    """Return the sum of each owner's weights, for owners from 0 to `count`, not included."""
    return np.bincount(owners, weights, count).astype(np.float64)


def numbers(found: Iterable[int]) -> Numbers:
    """Return the numbers as an array to index with."""
    return np.fromiter(found, np.intp)
