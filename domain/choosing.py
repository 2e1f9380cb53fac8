"""From marks to the set: who may be chosen, what they are worth, and the exact choice among them."""

from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from domain.cover import LEVELS, Candidate, Task, choose
from domain.index import Index
from domain.layout import Counts, Flags, Groups, Layout, Marked, array, layout_of, numbers
from domain.marks import NO, UNKNOWN, YES, Marks, Partial
from domain.relations import Numbers, Relations, relations_of

IN_USE = "nykyiset_palvelut"
PREFERRED = 8
MOST_PREFERRED = 8
OPEN_LINE = 30
NEXT_STEP = 10
ENOUGH = 2
ALIKE = 4
# More than one service in so many are judged again with all the others, which takes no longer.
MANY = 8
KEPT_PARTS = 512
# What the choice of a set depends on: active needs, services in use, candidates, their worths, and which surely fit.
Choice = tuple[tuple[int, ...], frozenset[int], tuple[int, ...], bytes, bytes]


class Judged(NamedTuple):
    """What the lines say of services one by one: the verdict, the worth, and whether one waits for what it is for."""

    verdicts: Marked
    worths: Counts
    waiting: Flags


def _judge(layout: Layout, lines: bytearray, rules: Marked) -> Judged:
    verdicts = np.where(layout.vetoed(lines), NO, rules).astype(np.uint8)
    open_lines, unknown = layout.open_lines(lines), verdicts == UNKNOWN
    preferred = PREFERRED * np.minimum(layout.preference(lines), MOST_PREFERRED)
    worths = preferred - np.where(unknown, OPEN_LINE * layout.fewest(open_lines), 0)
    return Judged(verdicts, worths, layout.waiting(lines, open_lines) & unknown)


class Situation:
    """One person's marks seen as a choice. Services and needs by number, as in the rule book.

    `before` is another situation with the same rules: what the marks have in common is not worked out again.
    """

    def __init__(self, marks: Marks, before: "Situation | None" = None) -> None:
        self.marks = marks
        self.index = marks.index
        self.relations: Relations = relations_of(marks.index.rulebook)
        self.layout: Layout = layout_of(marks.index)
        self._before = before
        self.sets: dict[Choice, tuple[int, ...]] = {} if before is None else before.sets

    @cached_property
    def in_use(self) -> frozenset[int]:
        """The services that the person already has."""
        number = self.index.number.get(IN_USE)
        value = None if number is None else self.marks.values[number]
        named = value.named if isinstance(value, Partial) else value
        numbers = self.relations.number
        return frozenset(numbers[i] for i in named if i in numbers) if isinstance(named, frozenset) else frozenset()

    @cached_property
    def active(self) -> tuple[int, ...]:
        """The needs that are there, in the order of ids."""
        return tuple(need for need in self.relations.needs_by_id if self.marks.rules[need] == YES)

    @cached_property
    def judged(self) -> Judged:
        """What the lines say of each service; that of the situation before itself when it is the same."""
        lines, rules = self.marks.lines, array(self.marks.rules)[len(self.index.needs) :]
        before = self._before
        part = None if before is None else _part_of(self.index, _moved(before.marks, self.marks))
        if before is None or part is None:
            return _judge(self.layout, lines, rules)
        return _judged_again(before.judged, part.some, _judge(part, lines, rules[part.some]))

    @cached_property
    def verdicts(self) -> bytearray:
        """The mark of each service, with NO when a professional has said no."""
        return bytearray(self.judged.verdicts.tobytes())

    @cached_property
    def suitable(self) -> bytearray:
        """The mark of each service that may be suggested; NO also for what is in use or barred by it."""
        suitable = bytearray(self.verdicts)
        for number in self.in_use:
            suitable[number] = NO
            for rival in self.relations.rivals[number]:
                if number not in self.relations.earlier[rival]:
                    suitable[rival] = NO
        return suitable

    def barred_by(self, number: int) -> int | None:
        """Return the service in use that this one can neither run beside nor follow, or None."""
        relations = self.relations
        barring = (self.in_use & relations.rivals[number]) - relations.earlier[number]
        return min(barring, key=relations.place.__getitem__, default=None)

    @cached_property
    def _worths(self) -> Counts:
        following, worths = numbers(set().union(*(self.relations.later[n] for n in self.in_use))), self.judged.worths
        return _with(worths, following, worths[following] + NEXT_STEP) if len(following) else worths

    def worth(self, number: int) -> int:
        """Return what speaks for the service itself: preferring lines, certainty, being the natural next step."""
        return int(self._worths[number])

    @cached_property
    def candidates(self) -> tuple[int, ...]:
        """The suitable services that answer an active need, in the order of ids.

        Of services that answer the same needs equally well only the best few stand for choice; one that waits for what
        it is for, in every way that may hold, does not.
        """
        before = self._before
        if before is not None and self.judged is before.judged and self.for_what == before.for_what:
            return before.candidates
        answering, kinds = self.relations.alike(self.active)
        standing = (~self.judged.waiting & (array(self.suitable) != NO))[answering]
        answering, kinds = answering[standing], kinds[standing]
        best = np.lexsort((-self._worths[answering], kinds))
        among = np.arange(len(best)) - np.searchsorted(kinds[best], kinds[best])
        kept: list[int] = answering[np.sort(best[among < ALIKE])].tolist()
        return tuple(kept)

    @property
    def for_what(self) -> tuple[tuple[int, ...], frozenset[int]]:
        """The active needs and what is in use already."""
        return self.active, self.in_use

    @cached_property
    def choice(self) -> Choice:
        """What the choice of the set depends on; equal choices have equal sets."""
        among = np.array(self.candidates, np.intp)
        sure = self.judged.verdicts[among] == YES
        return *self.for_what, self.candidates, self._worths[among].tobytes(), sure.tobytes()

    @cached_property
    def task(self) -> Task:
        """The choice as the solver sees it."""
        relations, services = self.relations, self.index.rulebook.services
        weights = tuple((rank, relations.weights[need]) for rank, need in enumerate(self.active))
        worths = self._worths[[*self.candidates]].tolist()
        candidates = tuple(
            Candidate(services[n].id, worth, self._answers(n)) for n, worth in zip(self.candidates, worths, strict=True)
        )
        return Task(candidates, weights, self._already(), relations.groups(self.candidates), self._steps())

    def _answers(self, number: int) -> tuple[tuple[int, int], ...]:
        answers = self.relations.answers[number]
        return tuple([(rank, answers[need]) for rank, need in enumerate(self.active) if need in answers])

    def _steps(self) -> tuple[tuple[int, tuple[int, ...]], ...]:
        place = {n: i for i, n in enumerate(self.candidates) if self.verdicts[n] == YES}
        steps = []
        for i, n in enumerate(self.candidates):
            earlier = self.relations.prior[n] & place.keys()
            if earlier:
                steps.append((i, tuple(sorted(place[e] for e in earlier))))
        return tuple(steps)

    def _already(self) -> tuple[tuple[int, int, int], ...]:
        answers = self.relations.answers
        counts = [
            (rank, level, sum(answers[n].get(need, 0) >= level for n in self.in_use))
            for rank, need in enumerate(self.active if self.in_use else ())
            for level in LEVELS
        ]
        return tuple(entry for entry in counts if entry[2])

    @cached_property
    def chosen(self) -> tuple[int, ...]:
        """The set, in the order of ids; services of last resort when it would be too small."""
        if self.choice not in self.sets:
            self.sets[self.choice] = tuple([self.relations.number[i] for i in choose(self.task)])
        chosen = self.sets[self.choice]
        return chosen if len(chosen) >= ENOUGH else (*chosen, *self._last_resort(list(chosen)))

    def _last_resort(self, chosen: list[int]) -> list[int]:
        """Return services that are there for everybody: one when the set is empty, more only where they surely fit."""
        rivals, added = self.relations.rivals, list[int]()
        possible = (n for n in self.relations.fallback if self.suitable[n] and n not in chosen)
        suitable = sorted(possible, key=self._resort)
        for number in suitable:
            have = len(chosen) + len(added)
            wanted = have <= ENOUGH and self._spoken_for(number) and (not have or self.verdicts[number] == YES)
            if wanted and rivals[number].isdisjoint([*chosen, *added]):
                added.append(number)
        if not chosen and not added:
            added = suitable[:1]
        return sorted(added, key=self.relations.place.__getitem__)

    def _resort(self, number: int) -> tuple[int, int, int]:
        return self.index.rulebook.services[number].fallback, -self.verdicts[number], -self.worth(number)

    def _spoken_for(self, number: int) -> bool:
        """Tell whether some line that holds speaks for the service; having no conditions is not enough."""
        rules, lines = self.index.services[number], self.marks.lines
        return any(lines[line] == YES for way in (*rules.rule.ways, rules.preferring) for line in way)


class _Part(Layout):
    """The layout of some services alone, in this order; what it works out is worked out for them."""

    def __init__(self, whole: Layout, some: Iterable[int]) -> None:
        self.some = numbers(some)
        self.needs, self.services, self.beyond = 0, len(self.some), whole.beyond
        rules, count = _Some(whole.rules, self.some + whole.needs), len(whole.way_rules)
        ways = rules.members[rules.members < count]
        self.rules = _renumbered(rules, count)
        self.ways, self.deciding = _Some(whole.ways, ways), _Some(whole.deciding, ways)
        self.advisor, self.preferring = _Some(whole.advisor, self.some), _Some(whole.preferring, self.some)
        self.preferred = whole.preferred[self.preferring.taken]


class _Some(Groups):
    """Some of the groups; `taken` are the places of their members among those of all."""

    def __init__(self, groups: Groups, some: Numbers) -> None:
        counts = np.bincount(groups.owners)
        first, sizes = (np.cumsum(counts) - counts)[some], counts[some]
        self._starts = np.cumsum(sizes) - sizes
        self.owners = np.repeat(np.arange(len(some)), sizes)
        self.taken = np.arange(len(self.owners)) + np.repeat(first - self._starts, sizes)
        self.members = groups.members[self.taken]


def _renumbered(groups: _Some, beyond: int) -> _Some:
    """Number the members from 0 as they come; those beyond stay beyond."""
    real = groups.members < beyond
    groups.members = np.where(real, np.cumsum(real) - 1, np.count_nonzero(real))
    return groups


def _judged_again(known: Judged, some: Numbers, told: Judged) -> Judged:
    if (
        np.array_equal(known.verdicts[some], told.verdicts)
        and np.array_equal(known.worths[some], told.worths)
        and np.array_equal(known.waiting[some], told.waiting)
    ):
        return known
    return Judged(
        _with(known.verdicts, some, told.verdicts),
        _with(known.worths, some, told.worths),
        _with(known.waiting, some, told.waiting),
    )


def _with(values: NDArray[Any], places: Numbers, new: NDArray[Any]) -> NDArray[Any]:
    changed = values.copy()
    changed[places] = new
    return changed


def _moved(before: Marks, now: Marks) -> Numbers:
    return np.flatnonzero(array(before.lines) != array(now.lines))


def _part_of(index: Index, lines: Numbers) -> _Part | None:
    """Return the part of the services that some of the lines have a part in; None when they are many."""
    touching = index.rulebook.once(("touching", index.on), lambda: _touched(index))
    kept: dict[bytes, _Part | None] = index.rulebook.once(("parts", index.on), dict)
    key = lines.tobytes()
    if key in kept:
        return kept[key]
    some = set().union(*(touching[line] for line in lines.tolist()))
    part = _Part(layout_of(index), sorted(some)) if len(some) * MANY <= len(index.services) else None
    if len(kept) >= KEPT_PARTS:
        kept.clear()
    kept[key] = part
    return part


def _touched(index: Index) -> list[tuple[int, ...]]:
    touching: list[set[int]] = [set() for _ in index.lines]
    for number, rules in enumerate(index.services):
        for line in chain(rules.advisor, rules.preferring, *rules.rule.ways):
            touching[line].add(number)
    return [tuple(found) for found in touching]
