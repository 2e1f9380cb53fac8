"""Token buckets: how often something may be done, in memory of this process."""

from collections import OrderedDict
from collections.abc import Callable
from math import ceil
from time import monotonic

from api.problems import TooMany
from api.settings import Rate

REMEMBERED = 20_000


class Limit:
    """One bucket per key; the longest unused keys are forgotten."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> None:
        """Count one use. Raises TooMany with the seconds to wait."""
        now = self._clock()
        left, since = self._buckets.pop(key, (float(self._rate.burst), now))
        left = min(self._rate.burst, left + (now - since) * self._rate.per_second)
        allowed = left >= 1
        self._buckets[key] = (left - 1 if allowed else left, now)
        if len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        if not allowed:
            raise TooMany("too_many", ceil((1 - left) / self._rate.per_second))
