"""From the database's rows to counts by key, part and group."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.db import tallies
from api.db.tallies import Span
from domain.statistics import STOPPED, SUGGESTED

Whole = dict[str, Counter[str]]  # key -> group -> number
Parts = dict[str, Whole]  # key -> part -> group -> number
STOP = "stop:"


@dataclass(frozen=True, slots=True)
class Counts:
    """Everything that the tables are made of, before anything is hidden."""

    weeks: Whole
    endings: Whole
    questions: Parts
    services: Parts
    escalations: Whole
    waits: Mapping[str, Mapping[str, list[float]]]
    not_understood: Counter[str]
    ratings: Whole
    gaps: Whole
    gaps_by_place: Whole


async def read(db: AsyncSession, span: Span) -> Counts:
    """Return the counts of some weeks."""
    begun = await tallies.begun(db, span)
    marks = await tallies.marks(db, span)
    escalated = await tallies.escalations(db, span)
    gaps = [(need, place, by, n) for needs, place, by, n in await tallies.gaps(db, span) for need in needs.split()]
    return Counts(
        weeks=_whole((week, by, n) for week, _, _, by, n in begun),
        endings=_whole((STOP + stop if end == STOPPED else end, by, n) for _, end, stop, by, n in begun),
        questions=_parts((mark, by, n) for by, (asked, _) in marks.items() for mark, n in asked.items()),
        services=_with_choices(
            _parts((mark, by, n) for by, (_, services) in marks.items() for mark, n in services.items()),
            await tallies.choices(db, span),
        ),
        escalations=_whole((reason, by, 1) for reason, by, *_ in escalated),
        waits=_waits(escalated),
        not_understood=Counter(dict(await tallies.not_understood(db, span))),
        ratings=_whole((str(rating), by, n) for rating, by, n in await tallies.ratings(db, span)),
        gaps=_whole((need, by, n) for need, _, by, n in gaps),
        gaps_by_place=_whole((need, place, n) for need, place, _, n in gaps),
    )


def mondays(first: date, last: date) -> list[str]:
    """Return the weeks of a span by their Mondays, both included."""
    return [(first + timedelta(weeks=n)).isoformat() for n in range((last - first).days // 7 + 1)]


def _whole(rows: Iterable[tuple[str, str, int]]) -> Whole:
    found: Whole = {}
    for key, by, number in rows:
        found.setdefault(key, Counter())[by] += number
    return found


def _parts(rows: Iterable[tuple[str, str, int]]) -> Parts:
    found: Parts = {}
    for mark, by, number in rows:
        key, _, part = mark.rpartition(":")
        found.setdefault(key, {}).setdefault(part, Counter())[by] += number
    return found


def _with_choices(services: Parts, choices: Iterable[tuple[str, str, str, int]]) -> Parts:
    """Tell those whom a service was suggested to apart by what they thought of it."""
    for service, choice, by, number in choices:
        services.setdefault(service, {}).setdefault(choice, Counter())[by] += number
    for parts in services.values():
        chosen = parts.get("accept", Counter[str]()) + parts.get("reject", Counter[str]())
        # A service that was chosen and has left the set since is in the choices alone.
        parts["silent"] = parts.pop(SUGGESTED, Counter[str]()) - chosen
    return services


def _waits(rows: Iterable[tuple[str, str, bool, datetime, datetime | None]]) -> Mapping[str, Mapping[str, list[float]]]:
    """Return how long people waited for an advisor, in seconds; a promised call-back is no wait."""
    found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for reason, by, callback, asked, taken in rows:
        if taken is not None and not callback:
            found[reason][by].append((taken - asked).total_seconds())
    return found
