"""The set laid out in time: now, next or later, and what comes before what."""

from typing import Literal

from domain.choosing import Situation
from domain.marks import Partial

Phase = Literal["now", "next", "later"]
Before = dict[int, list[int]]
PHASES: tuple[Phase, ...] = ("now", "next", "later")
WISHES = "toiveet"
# A need this much less urgent than the most urgent one waits its turn.
CAN_WAIT = 2
PRESSING = 4
# As many steps as a person can begin with at once.
AT_ONCE = 3


def timeline(situation: Situation) -> dict[int, Phase]:
    """Return the phase of each chosen service, in the order in which to show them."""
    wished = _wished(situation)
    shown = sorted(situation.chosen, key=lambda number: _rank(situation, number, wished))
    before = {number: earlier(situation, number) for number in shown}
    starts = _few_at_once(before, _waiting(situation, shown))
    return {n: PHASES[min(starts[n], len(PHASES) - 1)] for n in sorted(shown, key=starts.__getitem__)}


def _few_at_once(before: Before, waits: dict[int, bool]) -> dict[int, int]:
    """Return the starts; of too many first steps the last are put off, if what follows them still finds a place."""
    starts = _starts(before, waits)
    longest = max(len(PHASES) - 1, *starts.values()) if starts else 0
    for number in reversed(before):
        first = [n for n in before if starts[n] == 0]
        if len(first) > AT_ONCE and number in first:
            later = _starts(before, waits | {number: True})
            if max(later.values()) <= longest:
                waits[number], starts = True, later
    return starts


def earlier(situation: Situation, number: int) -> list[int]:
    """Return the chosen services that come before this one."""
    return [n for n in situation.chosen if n in situation.relations.earlier[number]]


def _rank(situation: Situation, number: int, wished: frozenset[int]) -> tuple[bool, bool, int, int]:
    """Order what starts together: pressing needs, then what the person wishes for, then the rest."""
    relations = situation.relations
    made_for = {n: s for n, s in relations.answers[number].items() if s > 1 and n in situation.active}
    pressing = any(relations.weights[need] >= PRESSING for need in made_for)
    force = max((relations.weights[need] * strength for need, strength in made_for.items()), default=0)
    return not pressing, wished.isdisjoint(made_for), -force, relations.place[number]


def _wished(situation: Situation) -> frozenset[int]:
    """Return the active needs that the person's own wishes are about."""
    number = situation.index.number.get(WISHES)
    value = None if number is None else situation.marks.values[number]
    wishes = value.named if isinstance(value, Partial) else value
    if not isinstance(wishes, frozenset):
        return frozenset()
    needs = situation.index.rulebook.needs
    return frozenset(need for need in situation.active if not wishes.isdisjoint(needs[need].wishes))


def _starts(before: Before, waits: dict[int, bool]) -> dict[int, int]:
    starts: dict[int, int] = {}
    for number in before:
        _start(number, before, starts, waits, frozenset())
    return starts


def _start(number: int, before: Before, starts: dict[int, int], waits: dict[int, bool], path: frozenset[int]) -> int:
    if number not in starts:
        steps = [_start(e, before, starts, waits, path | {number}) + 1 for e in before[number] if e not in path]
        starts[number] = max([int(waits[number]), *steps])
    return starts[number]


def _waiting(situation: Situation, shown: list[int]) -> dict[int, bool]:
    """Tell which follow something in use, or answer only what can wait in a pressing situation."""
    weights = {number: _weight(situation, number) for number in shown}
    pressing, rivals = max(weights.values(), default=0), situation.relations.rivals
    return {
        number: bool(situation.in_use & rivals[number]) or pressing - weight >= CAN_WAIT
        for number, weight in weights.items()
    }


def _weight(situation: Situation, number: int) -> int:
    """Return the weight of the most urgent active need that the service answers."""
    relations = situation.relations
    return max((relations.weights[n] for n in relations.answers[number] if n in situation.active), default=0)
