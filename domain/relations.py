"""How the services of a rule book lie among each other: rivals, order, the needs they answer. By number."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from domain.rules import RuleBook

Numbers = NDArray[np.intp]

WEIGHTS = {"kiireellinen": 4, "tarkea": 3, "tavallinen": 2}
KEPT_GROUPS = 1024


class Relations:
    """What does not depend on a person. `earlier` are the services that come before one, rivals or not."""

    def __init__(self, rulebook: RuleBook) -> None:
        services = rulebook.services
        needs = {need.id: number for number, need in enumerate(rulebook.needs)}
        self.number = {service.id: number for number, service in enumerate(services)}
        self.by_id = sorted(range(len(services)), key=lambda number: services[number].id)
        self.place = {number: place for place, number in enumerate(self.by_id)}
        self.earlier = [self._known(service.after) for service in services]
        self.rivals = [self._known(one.service for one in service.excludes) for service in services]
        self.needs = [need.id for need in rulebook.needs]
        self.needs_by_id = sorted(range(len(self.needs)), key=lambda number: self.needs[number])
        self.weights = [WEIGHTS[need.urgency] for need in rulebook.needs]
        self.answers = [
            {needs[one.need]: one.strength for one in service.responds_to if one.need in needs} for service in services
        ]
        self.responding = [{n for n, answers in enumerate(self.answers) if need in answers} for need in needs.values()]
        self.fallback = [number for number in self.by_id if services[number].fallback]
        self._complete([number for number, service in enumerate(services) if not service.parallel_ok])
        for number, service in enumerate(services):
            for later in self._known(service.before):
                self.earlier[later].add(number)
        self.prior = [early - rivals for early, rivals in zip(self.earlier, self.rivals, strict=True)]
        self.later: list[list[int]] = [[] for _ in services]
        for number, early in enumerate(self.earlier):
            for one in early:
                self.later[one].append(number)
        self._alike: dict[tuple[int, ...], tuple[Numbers, Numbers]] = {}
        self._groups: dict[tuple[int, ...], tuple[tuple[int, ...], ...]] = {}

    def _known(self, ids: Iterable[str]) -> set[int]:
        return {self.number[i] for i in ids if i in self.number}

    def _complete(self, full_time: list[int]) -> None:
        """Make rivalry mutual; full-time services are rivals of each other."""
        for number in full_time:
            self.rivals[number] |= set(full_time) - {number}
        for number, rivals in enumerate(self.rivals):
            rivals.discard(number)
            for rival in rivals:
                self.rivals[rival].add(number)

    def alike(self, needs: tuple[int, ...]) -> tuple[Numbers, Numbers]:
        """Return the services that answer some of the needs, by id, and for each a number of its own kind of answers.

        Services of one kind answer the needs equally well.
        """
        if needs not in self._alike:
            if len(self._alike) >= KEPT_GROUPS:
                self._alike.clear()
            self._alike[needs] = self._kinds(needs)
        return self._alike[needs]

    def _kinds(self, needs: tuple[int, ...]) -> tuple[Numbers, Numbers]:
        answering = sorted(set().union(*(self.responding[need] for need in needs)), key=self.place.__getitem__)
        kinds: dict[tuple[int, ...], int] = {}
        found = [
            kinds.setdefault(tuple([self.answers[number].get(need, 0) for need in needs]), len(kinds))
            for number in answering
        ]
        return np.array(answering, np.intp), np.array(found, np.intp)

    def groups(self, numbers: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
        """Return groups of mutual rivals among these, by place, that together hold every pair of rivals."""
        if numbers not in self._groups:
            if len(self._groups) >= KEPT_GROUPS:
                self._groups.clear()
            self._groups[numbers] = self._grouped(numbers)
        return self._groups[numbers]

    def _grouped(self, numbers: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
        place = {number: i for i, number in enumerate(numbers)}
        rivals = [{place[n] for n in self.rivals[number] & place.keys()} for number in numbers]
        left = {(i, j) for i, others in enumerate(rivals) for j in others if i < j}
        groups = []
        while left:
            # Large groups make the programme tight, so that its relaxation is nearly always the answer.
            group = list(min(left))
            for number in sorted(rivals[group[0]] & rivals[group[1]]):
                if all(number in rivals[member] for member in group):
                    group.append(number)
            groups.append(tuple(sorted(group)))
            left -= {(i, j) for i in group for j in group if i < j}
        return tuple(groups)


def relations_of(rulebook: RuleBook) -> Relations:
    """Return the relations of the rule book's services, made once."""
    return rulebook.once("relations", lambda: Relations(rulebook))
