"""Every time in a message, counted to today in months and days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .dates import date_at
from .lengths import length_at
from .times import Duration, Reading
from .tokens import Normalised


def find_durations(norm: Normalised, today: date) -> list[Duration]:
    """Every length of time and every date of the message, in order."""
    read = Reading(norm, today)
    found: list[Duration] = []
    index = 0
    while index < len(norm.tokens):
        duration = date_at(read, index) or length_at(read, index)
        if duration is None:
            index += 1
            continue
        found.append(_placed(duration, norm))
        index = duration.last + 1
    return found


def _placed(duration: Duration, norm: Normalised) -> Duration:
    start, end = norm.tokens[duration.first].start, norm.tokens[duration.last].end
    low = duration.low or duration.months
    return replace(duration, start=start, end=end, low=low, high=duration.high or duration.months)
