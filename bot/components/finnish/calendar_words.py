"""Names of months, seasons and holidays as stretches of days in the past or ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from .tables import rows


@dataclass(frozen=True)
class Stretch:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def point(self, part: str, today: date) -> date:
        """The day meant by "alku", "loppu" or neither, not after today when the stretch has begun."""
        last = min(self.last, today) if self.first <= today else self.last
        if part == "start":
            return self.first
        return last if part == "end" else self.first + (last - self.first) / 2


@lru_cache(maxsize=None)
def _names() -> dict[str, tuple[tuple[int, int], tuple[int, int]]]:
    return {row["name"]: (_day(row["starts"]), _day(row["ends"])) for row in rows("calendar")}


def _day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def is_name(word: str) -> bool:
    """Whether the lemma names a month, a season or a holiday."""
    return word in _names()


def in_year(name: str, year: int) -> Stretch:
    """The named stretch that ends in the given year."""
    first, last = _names()[name]
    return Stretch(date(year - (first > last), *first), date(year, *last))


def latest(name: str, today: date, *, ended: bool) -> Stretch:
    """The latest occurrence that has begun by today, or with `ended` is over by today."""
    for year in (today.year + 1, today.year, today.year - 1):
        found = in_year(name, year)
        if (found.last if ended else found.first) < today:
            return found
    return in_year(name, today.year - 2)


def upcoming(name: str, today: date) -> Stretch:
    """The next occurrence that begins after today."""
    return next(s for year in range(today.year, today.year + 3) if (s := in_year(name, year)).first > today)


def weekday_back(weekday: int, today: date) -> date:
    """The latest day before today with the weekday, Monday 0."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
