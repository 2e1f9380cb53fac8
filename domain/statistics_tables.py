"""Counts laid out as tables in which small numbers are hidden."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from domain.statistics import Waits, waits
from domain.statistics_hiding import shown

COUNT, ALL, MEDIAN, P90 = "count", "all", "median", "p90"
Counts = Mapping[str, int]  # by group
Seconds = Mapping[str, Sequence[float]]  # by group


class Row(NamedTuple):
    """One line of a table: what it is of, which part of that, all together and by group; None is hidden."""

    key: str
    part: str
    all: int | None
    cells: tuple[int | None, ...] = ()


def parts_of_one_whole(counts: Mapping[str, Counts], groups: Sequence[str]) -> list[Row]:
    """Return a table whose rows add up to the first one, which has no key."""
    if not counts:
        return []
    found = shown(_matrix(counts.values(), groups))
    each = zip(counts, found.sums, found.cells, strict=True)
    rows = [Row(key, COUNT, together, tuple(cells)) for key, together, cells in each]
    whole = Row("", COUNT, found.total, tuple(found.totals))
    return [row if groups else row._replace(cells=()) for row in (whole, *rows)]


def wholes_in_parts(
    counts: Mapping[str, Mapping[str, Counts]], parts: Sequence[str], groups: Sequence[str]
) -> list[Row]:
    """Return for each key its parts after their sum."""
    rows: list[Row] = []
    for key, of_key in counts.items():
        whole, *found = parts_of_one_whole({part: of_key.get(part, {}) for part in parts}, groups)
        rows.append(whole._replace(key=key, part=ALL))
        rows += [row._replace(key=key, part=row.key) for row in found]
    return rows


def single_rows(counts: Mapping[str, Counts], groups: Sequence[str]) -> list[Row]:
    """Return rows that have nothing to do with each other: what they count may be the same people."""
    return [parts_of_one_whole({key: of_key}, groups)[1] for key, of_key in counts.items()]


def with_waits(rows: Iterable[Row], seconds: Mapping[str, Seconds], groups: Sequence[str]) -> list[Row]:
    """Return the rows, each with how long people waited; nothing is told of a number that is hidden."""
    merged = {group: [one for own in seconds.values() for one in own.get(group, ())] for group in groups or ("",)}
    found: list[Row] = []
    for row in rows:
        own = seconds.get(row.key, {}) if row.key else merged
        together = _waits(row.all, [one for some in own.values() for one in some])
        cells = [_waits(cell, own.get(group, ())) for cell, group in zip(row.cells, groups, strict=True)]
        medians, slowest = tuple(one.median for one in cells), tuple(one.p90 for one in cells)
        found += [row, Row(row.key, MEDIAN, together.median, medians), Row(row.key, P90, together.p90, slowest)]
    return found


def by_place(counts: Mapping[str, Counts], elsewhere: str) -> list[Row]:
    """Return for each key its sum, then the places whose number may be shown, the rest of them together."""
    rows: list[Row] = []
    for key, of_key in counts.items():
        whole, told = parts_of_one_whole({key: of_key}, tuple(of_key))
        rows.append(Row(key, ALL, told.all))
        named = [(place, number) for place, number in zip(of_key, told.cells, strict=True) if number]
        rows += [Row(key, place, number) for place, number in sorted(named, key=lambda one: (-one[1], one[0]))]
        rest = None if whole.all is None else whole.all - sum(number for _, number in named)
        if rest:
            rows.append(Row(key, elsewhere, rest))
    return rows


def _matrix(rows: Iterable[Counts], groups: Sequence[str]) -> list[list[int]]:
    return [[counts.get(group, 0) for group in groups or ("",)] for counts in rows]


def _waits(count: int | None, seconds: Sequence[float]) -> Waits:
    return Waits(None, None) if count is None else waits(seconds)
