"""The set laid out in time: now, next or later, and what comes before what."""

from typing import Literal

from domain.choosing import Situation
from domain.marks import Partial

Phase = Literal["now", "next", "later"]
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
    waits = {number: _waits(situation, number) for number in shown}
    starts = _few_at_once(situation, shown, waits)
    return {n: PHASES[min(starts[n], len(PHASES) - 1)] for n in sorted(shown, key=starts.__getitem__)}


def _few_at_once(situation: Situation, shown: list[int], waits: dict[int, bool]) -> dict[int, int]:
    """Return the starts; of too many first steps the last are put off, if what follows them still finds a place."""
    starts = _starts(situation, shown, waits)
    longest = max(len(PHASES) - 1, *starts.values()) if starts else 0
    for number in reversed(shown):
        first = [n for n in shown if starts[n] == 0]
        if len(first) > AT_ONCE and number in first:
            later = _starts(situation, shown, waits | {number: True})
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


def _starts(situation: Situation, shown: list[int], waits: dict[int, bool]) -> dict[int, int]:
    starts: dict[int, int] = {}
    for number in shown:
        _start(situation, number, starts, waits, frozenset())
    return starts


def _start(
    situation: Situation, number: int, starts: dict[int, int], waits: dict[int, bool], path: frozenset[int]
) -> int:
    if number not in starts:
        before = [e for e in earlier(situation, number) if e not in path]
        steps = [_start(situation, e, starts, waits, path | {number}) + 1 for e in before]
        starts[number] = max([int(waits[number]), *steps])
    return starts[number]


def _waits(situation: Situation, number: int) -> bool:
    """Tell whether the service follows something in use, or answers only what can wait in a pressing situation."""
    if situation.in_use & situation.relations.rivals[number]:
        return True
    pressing = max(_weight(situation, n) for n in situation.chosen)
    return pressing - _weight(situation, number) >= CAN_WAIT


def _weight(situation: Situation, number: int) -> int:
    """Return the weight of the most urgent active need that the service answers."""
    relations = situation.relations
    return max((relations.weights[n] for n in relations.answers[number] if n in situation.active), default=0)
