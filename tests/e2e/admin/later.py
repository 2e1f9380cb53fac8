"""The product as it runs some days from now: the one place that reads the clock is set forward before it starts."""

import sys
from datetime import date, datetime, timedelta

from api import clock


def set_forward(days: timedelta) -> None:
    """Let the product believe that these days have passed."""
    now, today = clock.now, clock.today

    def later_now() -> datetime:
        return now() + days

    def later_today() -> date:
        return today() + days

    clock.now, clock.today = later_now, later_today


if __name__ == "__main__":
    set_forward(timedelta(days=int(sys.argv[1])))
    from api.__main__ import main

    main()
