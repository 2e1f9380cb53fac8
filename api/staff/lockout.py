"""How long a name stays closed after wrong attempts: not at all, then longer and longer."""

from datetime import datetime, timedelta
from math import ceil

FREE = 5
FIRST = timedelta(seconds=30)
LONGEST = timedelta(hours=1)
COUNTED = timedelta(hours=24)


def closed_for(failures: int, latest: datetime | None, *, at: datetime) -> int:
    """Return the seconds until the next attempt is looked at; 0 when it is now."""
    if failures < FREE or latest is None:
        return 0
    until = latest + min(FIRST * (1 << min(failures - FREE, 16)), LONGEST)
    return max(0, ceil((until - at).total_seconds()))
