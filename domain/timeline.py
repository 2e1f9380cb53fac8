"""The set laid out in time: now, next or later, and what comes before what."""

from typing import Literal

from domain.choosing import Situation

Phase = Literal["now", "next", "later"]
PHASES: tuple[Phase, ...] = ("now", "next", "later")
# A need this much less urgent than the most urgent one waits its turn.
CAN_WAIT = 2


def timeline(situation: Situation) -> dict[int, Phase]:
    """Return the phase of each chosen service, in the order in which to show them."""
    starts: dict[int, int] = {}
    for number in situation.chosen:
        _start(situation, number, starts, frozenset())
    order = situation.relations.place
    shown = sorted(starts, key=lambda n: (starts[n], -_weight(situation, n), order[n]))
    return {number: PHASES[min(starts[number], len(PHASES) - 1)] for number in shown}


def earlier(situation: Situation, number: int) -> list[int]:
    """Return the chosen services that come before this one."""
    return [n for n in situation.chosen if n in situation.relations.earlier[number]]


def _start(situation: Situation, number: int, starts: dict[int, int], path: frozenset[int]) -> int:
    if number not in starts:
        steps = [_start(situation, e, starts, path | {number}) + 1 for e in earlier(situation, number) if e not in path]
        starts[number] = max([int(_waits(situation, number)), *steps])
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
