"""From tallies to counts by key, part and group."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from api.db import tallies
from domain.statistics import BETWEEN_MARKS, WAIT, Group, Mark

Whole = dict[str, Counter[str]]  # key -> group -> number
Parts = dict[str, Whole]  # key -> part -> group -> number


class Counts:
    """Everything that the tables are made of, before anything is hidden."""

    def __init__(self, weeks: Whole, marks: Mapping[str, Counter[str]]) -> None:
        self.weeks = weeks
        self._tables: dict[str, Parts] = {}
        for by, counter in marks.items():
            for text, number in counter.items():
                table, key, part = Mark.read(text)
                of_key = self._tables.setdefault(table, {}).setdefault(key, {})
                of_key.setdefault(part, Counter())[by] += number

    def parts(self, table: str) -> Parts:
        """Return a table by key, part and group."""
        return self._tables.get(table, {})

    def whole(self, table: str) -> Whole:
        """Return a table by key and group, whatever the part."""
        return {key: sum(parts.values(), Counter[str]()) for key, parts in sorted(self.parts(table).items())}

    @property
    def waits(self) -> Mapping[str, Mapping[str, list[float]]]:
        """How long people waited for an advisor, in seconds, by reason and group."""
        found: dict[str, dict[str, list[float]]] = {}
        for reason, seconds in self.parts(WAIT).items():
            for wait, of_group in seconds.items():
                for by, number in of_group.items():
                    found.setdefault(reason, {}).setdefault(by, []).extend([float(wait)] * number)
        return found


async def read(db: AsyncSession, first: date, last: date, group: Group) -> Counts:
    """Return the counts of some weeks; conversations go on meanwhile, for a week can be ten thousand of them."""
    weeks: Whole = {}
    marks: dict[str, Counter[str]] = {}
    for week in _mondays(first, last):
        found = await tallies.marks(db, week, group)
        weeks[week] = Counter(by for by, _ in found)
        await asyncio.to_thread(_add, marks, found)
    return Counts(weeks, marks)


def _add(marks: dict[str, Counter[str]], found: Sequence[tuple[str, str]]) -> None:
    for by, text in found:
        marks.setdefault(by, Counter()).update(text.split(BETWEEN_MARKS))


def _mondays(first: date, last: date) -> list[str]:
    return [(first + timedelta(weeks=n)).isoformat() for n in range((last - first).days // 7 + 1)]
