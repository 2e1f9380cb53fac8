"""How long a wait may still take: told from how others were served, or not at all."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

FEWEST = 5
CAUTION = 0.75  # three of four were served at least this fast
FINE_UP_TO, COARSE = 10, 5  # minutes


class Served(NamedTuple):
    """One wait that ended with an advisor: when it began and ended, in seconds on one clock."""

    asked: float
    taken: float


def estimate(served: Sequence[Served], place: int) -> int | None:
    """Return whole minutes for the person at `place` (1 is next), or None when too little is known.

    The time for one place is a wait divided by how many were served while it lasted: quiet and busy days count alike.
    """
    if len(served) < FEWEST:
        return None
    paces = sorted((one.taken - one.asked) / _served_during(one, served) for one in served)
    pace = paces[ceil(CAUTION * len(paces)) - 1]
    minutes = max(1, ceil(place * pace / 60))
    return minutes if minutes <= FINE_UP_TO else COARSE * ceil(minutes / COARSE)


def _served_during(one: Served, served: Sequence[Served]) -> int:
    return sum(one.asked < other.taken <= one.taken for other in served) or 1
