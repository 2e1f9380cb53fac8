"""Whether what a service says can still be relied on: its period, and when somebody has checked it last."""

from datetime import date, timedelta
from typing import Literal, NamedTuple

from domain.rules import Service
from domain.wording import rule_words

State = Literal["fresh", "due", "overdue", "expired", "ended", "not_yet"]
STATES: tuple[State, ...] = ("expired", "ended", "overdue", "due", "not_yet", "fresh")


class Freshness(NamedTuple):
    """The state on a day and the date that it comes from.

    `due`: something runs out within the days of warning; `overdue`: not checked for too long; `expired`: past the day
    until which somebody vouched; `ended`: no longer in force. What is expired, ended or not_yet is not suggested.
    """

    state: State
    date: date | None


def freshness(service: Service, on: date) -> Freshness:
    """Return the state of a service on the day."""
    if service.valid_to is not None and service.valid_to < on:
        return Freshness("ended", service.valid_to)
    if service.recheck_on is not None and service.recheck_on < on:
        return Freshness("expired", service.recheck_on)
    if service.valid_from is not None and service.valid_from > on:
        return Freshness("not_yet", service.valid_from)
    return _coming(service, on)


def _coming(service: Service, on: date) -> Freshness:
    soft = service.recheck_on or recheck_of(service.checked_on)
    lines = [line.valid_to for way in service.ways for line in way.lines]
    ends = [day for day in (soft, service.valid_to, *lines) if day is not None]
    return _until(min(ends, default=None), on)


def freshness_of_check(checked_on: date, days: int, on: date) -> Freshness:
    """Return the state on a day of what was checked then and has to be checked every so many days."""
    return _until(recheck_of(checked_on, days), on)


def _until(nearest: date | None, on: date) -> Freshness:
    if nearest is None or nearest - on > timedelta(days=rule_words().warn_days):
        return Freshness("fresh", nearest)
    return Freshness("overdue" if nearest < on else "due", nearest)


def recheck_of(checked_on: date | None, days: int | None = None) -> date | None:
    """Return the day by which something checked then should be checked again."""
    return None if checked_on is None else checked_on + timedelta(days=days or rule_words().recheck_days)
