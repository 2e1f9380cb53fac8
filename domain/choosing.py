"""From marks to the set: who may be chosen, what they are worth, and the exact choice among them."""

from dataclasses import dataclass
from functools import cached_property

from domain.cover import LEVELS, Candidate, Task, choose
from domain.index import Index
from domain.marks import NO, UNKNOWN, YES, Marks, Partial
from domain.rules import RuleBook

IN_USE = "nykyiset_palvelut"
WEIGHTS = {"kiireellinen": 4, "tarkea": 3, "tavallinen": 2}
PREFERRED = 8
MOST_PREFERRED = 8
OPEN_LINE = 30
NEXT_STEP = 10
ENOUGH = 2


class Relations:
    """How the services of a rule book lie among each other, by number."""

    def __init__(self, rulebook: RuleBook) -> None:
        services = rulebook.services
        self.number = {service.id: number for number, service in enumerate(services)}
        self.by_id = sorted(range(len(services)), key=lambda number: services[number].id)
        self.place = {number: place for place, number in enumerate(self.by_id)}
        self.earlier: list[set[int]] = [self._known(service.after) for service in services]
        for number, service in enumerate(services):
            for later in self._known(service.before):
                self.earlier[later].add(number)
        self.rivals: list[set[int]] = [self._known([x.service for x in service.excludes]) for service in services]
        full_time = {number for number, service in enumerate(services) if not service.parallel_ok}
        for number in full_time:
            self.rivals[number] |= full_time - {number}
        for number, rivals in enumerate(self.rivals):
            for rival in rivals:
                self.rivals[rival].add(number)
        self.prior = [early - rivals for early, rivals in zip(self.earlier, self.rivals, strict=True)]
        needs = {need.id: number for number, need in enumerate(rulebook.needs)}
        self.answers = [{needs[x.need]: x.strength for x in service.responds_to} for service in services]
        self.weights = [WEIGHTS[need.urgency] for need in rulebook.needs]
        self.needs = [need.id for need in rulebook.needs]
        self.fallback = [number for number in self.by_id if services[number].fallback]

    def _known(self, ids: "tuple[str, ...] | list[str]") -> set[int]:
        return {self.number[i] for i in ids if i in self.number}


def relations_of(rulebook: RuleBook) -> Relations:
    """Return the relations of the rule book's services, made once."""
    return rulebook.once("relations", lambda: Relations(rulebook))


@dataclass(frozen=True)
class Situation:
    """One person's marks seen as a choice."""

    marks: Marks

    @property
    def index(self) -> Index:
        """The index that the marks belong to."""
        return self.marks.index

    @cached_property
    def relations(self) -> Relations:
        """The relations of the services."""
        return relations_of(self.marks.index.rulebook)

    @cached_property
    def in_use(self) -> frozenset[int]:
        """The services that the person already has, by number."""
        number = self.index.number.get(IN_USE)
        value = None if number is None else self.marks.values[number]
        named = value.named if isinstance(value, Partial) else value
        numbers = self.relations.number
        return frozenset(numbers[i] for i in named if i in numbers) if isinstance(named, frozenset) else frozenset()

    @cached_property
    def active(self) -> frozenset[int]:
        """The needs that are there, by number."""
        return frozenset(n for n in range(len(self.index.needs)) if self.marks.rules[n] == YES)

    def verdict(self, number: int) -> int:
        """Return the mark of a service, with NO when a professional has said no."""
        marks = self.marks
        if any(marks.lines[line] == NO for line in self.index.services[number].advisor):
            return NO
        return marks.rules[len(self.index.needs) + number]

    def barred_by(self, number: int) -> int | None:
        """Return the service in use that this one can neither run beside nor follow, or None."""
        relations = self.relations
        barring = (self.in_use & relations.rivals[number]) - relations.earlier[number]
        return min(barring, default=None)

    def suitable(self, number: int) -> bool:
        """Tell whether the service may be suggested at all."""
        return number not in self.in_use and self.verdict(number) != NO and self.barred_by(number) is None

    def worth(self, number: int) -> int:
        """Return what speaks for the service itself: preferring lines, certainty, being the natural next step."""
        rules, lines = self.index.services[number], self.marks.lines
        preferring = self.index.rulebook.services[number].preferring
        preferred = sum(p.weight for p, line in zip(preferring, rules.preferring, strict=True) if lines[line] == YES)
        worth = PREFERRED * min(preferred, MOST_PREFERRED)
        if self.verdict(number) == UNKNOWN:
            ways = [way for way in rules.rule.ways if all(lines[line] != NO for line in way)]
            worth -= OPEN_LINE * min(sum(lines[line] == UNKNOWN for line in way) for way in ways)
        return worth + (NEXT_STEP if self.in_use & self.relations.earlier[number] else 0)

    @cached_property
    def candidates(self) -> tuple[int, ...]:
        """The suitable services that answer an active need, in the order of ids."""
        answers, active = self.relations.answers, self.active
        return tuple(n for n in self.relations.by_id if not active.isdisjoint(answers[n]) and self.suitable(n))

    @cached_property
    def task(self) -> Task:
        """The choice as the solver sees it."""
        relations, numbers, active = self.relations, self.candidates, self.active
        place = {number: i for i, number in enumerate(numbers)}
        services = self.index.rulebook.services
        candidates = tuple(
            Candidate(
                services[n].id,
                self.worth(n),
                tuple((relations.needs[need], s) for need, s in relations.answers[n].items() if need in active),
            )
            for n in numbers
        )
        steps = tuple(
            (i, tuple(sorted(earlier)))
            for i, n in enumerate(numbers)
            if (earlier := [place[e] for e in relations.prior[n] if e in place and self.verdict(e) == YES])
        )
        weights = tuple((relations.needs[need], relations.weights[need]) for need in sorted(active))
        return Task(candidates, weights, self._already(), _groups(numbers, relations), steps)

    def _already(self) -> tuple[tuple[str, int, int], ...]:
        relations = self.relations
        counts = (
            (relations.needs[need], level, sum(relations.answers[n].get(need, 0) >= level for n in self.in_use))
            for need in sorted(self.active)
            for level in LEVELS
        )
        return tuple(entry for entry in counts if entry[2])

    @cached_property
    def chosen(self) -> tuple[int, ...]:
        """The set, by number in the order of ids; services of last resort when it would be too small."""
        numbers = self.relations.number
        chosen = [numbers[i] for i in choose(self.task)]
        if len(chosen) < ENOUGH:
            chosen += self._last_resort(chosen)
        return tuple(chosen)

    def _last_resort(self, chosen: list[int]) -> list[int]:
        rivals, added = self.relations.rivals, list[int]()
        suitable = [n for n in self.relations.fallback if n not in chosen and self.suitable(n)]
        for number in sorted(suitable, key=lambda n: (-self.verdict(n), -self.worth(n))):
            if rivals[number].isdisjoint([*chosen, *added]):
                added.append(number)
        return sorted(added[: ENOUGH - len(chosen) + 1], key=self.relations.place.__getitem__)


def _groups(numbers: tuple[int, ...], relations: Relations) -> tuple[tuple[int, ...], ...]:
    """Return groups of mutual rivals that together hold every pair; large groups make the programme tight."""
    rivals = [{j for j, other in enumerate(numbers) if other in relations.rivals[number]} for number in numbers]
    left = {(i, j) for i, others in enumerate(rivals) for j in others if i < j}
    groups = []
    while left:
        group = list(min(left))
        for number in sorted(rivals[group[0]] & rivals[group[1]]):
            if all(number in rivals[member] for member in group):
                group.append(number)
        groups.append(tuple(sorted(group)))
        left -= {(i, j) for i in group for j in group if i < j}
    return tuple(groups)
