"""From marks to the set: who may be chosen, what they are worth, and the exact choice among them."""

from functools import cached_property

import numpy as np

from domain.cover import LEVELS, Candidate, Task, choose
from domain.layout import Counts, Layout, array, layout_of
from domain.marks import NO, UNKNOWN, YES, Marks, Partial
from domain.relations import Relations, relations_of

IN_USE = "nykyiset_palvelut"
PREFERRED = 8
MOST_PREFERRED = 8
OPEN_LINE = 30
NEXT_STEP = 10
ENOUGH = 2
ALIKE = 4


class Situation:
    """One person's marks seen as a choice. Services and needs by number, as in the rule book."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.index = marks.index
        self.relations: Relations = relations_of(marks.index.rulebook)
        self.layout: Layout = layout_of(marks.index)

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
    def verdicts(self) -> bytearray:
        """The mark of each service, with NO when a professional has said no."""
        verdicts = array(self.marks.rules)[len(self.index.needs) :]
        return bytearray(np.where(self.layout.vetoed(self.marks.lines), NO, verdicts).astype(np.uint8).tobytes())

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
    def _open_lines(self) -> Counts:
        return self.layout.open_lines(self.marks.lines)

    @cached_property
    def _worths(self) -> Counts:
        layout, lines = self.layout, self.marks.lines
        preferred = PREFERRED * np.minimum(layout.preference(lines), MOST_PREFERRED)
        unsure = OPEN_LINE * layout.fewest(self._open_lines)
        worths = preferred - np.where(array(self.verdicts) == UNKNOWN, unsure, 0)
        worths[[*set().union(*(self.relations.later[n] for n in self.in_use))]] += NEXT_STEP
        return worths

    def worth(self, number: int) -> int:
        """Return what speaks for the service itself: preferring lines, certainty, being the natural next step."""
        return int(self._worths[number])

    @cached_property
    def candidates(self) -> tuple[int, ...]:
        """The suitable services that answer an active need, in the order of ids.

        Of services that answer the same needs equally well only the best few stand for choice; one that waits for what
        it is for, in every way that may hold, does not.
        """
        answering, kinds = self.relations.alike(self.active)
        waiting = self.layout.waiting(self.marks.lines, self._open_lines) & (array(self.verdicts) == UNKNOWN)
        standing = (~waiting & (array(self.suitable) != NO))[answering]
        answering, kinds = answering[standing], kinds[standing]
        best = np.lexsort((-self._worths[answering], kinds))
        among = np.arange(len(best)) - np.searchsorted(kinds[best], kinds[best])
        kept: list[int] = answering[np.sort(best[among < ALIKE])].tolist()
        return tuple(kept)

    @cached_property
    def task(self) -> Task:
        """The choice as the solver sees it."""
        relations, numbers, services = self.relations, self.candidates, self.index.rulebook.services
        active = list(enumerate(self.active))
        weights = tuple((rank, relations.weights[need]) for rank, need in active)
        candidates = tuple(
            Candidate(
                services[n].id,
                self.worth(n),
                tuple([(rank, relations.answers[n][need]) for rank, need in active if need in relations.answers[n]]),
            )
            for n in numbers
        )
        return Task(candidates, weights, self._already(), relations.groups(numbers), self._steps())

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
        numbers = self.relations.number
        chosen = [numbers[i] for i in choose(self.task)]
        if len(chosen) < ENOUGH:
            chosen += self._last_resort(chosen)
        return tuple(chosen)

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
