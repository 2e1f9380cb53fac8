"""How it goes: counts of whole weeks as tables and as CSV, small numbers hidden, every look written down."""

import asyncio
import csv
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from io import StringIO
from typing import Any, NamedTuple

from api.admin import statistics_counts
from api.admin.spreadsheet import neutral
from api.admin.statistics_counts import Counts, Parts, Whole
from api.admin.statistics_labels import Labels
from api.clock import now, today
from api.db import staff, tallies
from api.product import Product
from api.staff.access import Person
from domain.errors import Invalid, NotFound
from domain.problems import Problem
from domain.statistics import SKIPPED, Group, monday
from domain.statistics_hiding import FEWEST
from domain.statistics_tables import Row, by_place, parts_of_one_whole, single_rows, wholes_in_parts, with_waits
from domain.statistics_words import statistics_words

USUAL, LONGEST = timedelta(weeks=11), timedelta(weeks=160)
ANSWERS = ("known", SKIPPED, "declined", "dont_know", "left")
CHOICES = ("accept", "reject", "silent", "in_use")


class Asked(NamedTuple):
    """Whole weeks by their Mondays, both included, and a grouping."""

    first: date
    last: date
    group: Group

    @property
    def until(self) -> date:
        """The last day."""
        return self.last + timedelta(days=6)

    def __str__(self) -> str:
        return f"{self.first} - {self.until}, {self.group}"


class Found(NamedTuple):
    """The tables and how far conversations have been counted."""

    labels: Labels
    groups: list[str]
    tables: dict[str, list[Row]]
    counted: datetime | None


def asked_for(begin: date | None, end: date | None, group: Group) -> Asked:
    """Return the weeks that the days fall in; the last twelve when none are named. Raises Invalid."""
    last = monday(end or today())
    first = monday(begin) if begin is not None else last - USUAL
    if not timedelta() <= last - first <= LONGEST:
        raise Invalid("invalid_period", [Problem("from", "invalid_period")])
    return Asked(first, last, group)


async def view(product: Product, person: Person, asked: Asked) -> dict[str, Any]:
    """Return all tables with their words."""
    found = await _find(product, asked)
    await _audit(product, person, "statistics_read", str(asked))
    names = statistics_words().tables
    return {
        "from": asked.first,
        "to": asked.until,
        "group": asked.group,
        "fewest": FEWEST,
        "counted": found.counted,
        "groups": [{"id": one, "label": found.labels.of_group(asked.group, one)} for one in found.groups],
        "tables": [
            {"id": table, "label": names[table], "rows": [_line(found.labels, table, row) for row in rows]}
            for table, rows in found.tables.items()
        ],
    }


async def as_csv(product: Product, person: Person, asked: Asked, table: str) -> str:
    """Return one table as lines with semicolons. Raises NotFound."""
    found = await _find(product, asked)
    if table not in found.tables:
        raise NotFound("table_not_found")
    await _audit(product, person, "statistics_exported", f"{table}, {asked}")
    words, labels, rows = statistics_words(), found.labels, found.tables[table]
    groups = [labels.of_group(asked.group, one) for one in found.groups] if table != "gaps_by_place" else []
    file = StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow([neutral(one) for one in (*words.columns.values(), *groups)])
    for row in rows:
        numbers = [words.hidden if one is None else one for one in (row.all, *row.cells)]
        writer.writerow([neutral(one) for one in (row.key, labels.of_row(table, row), labels.of_part(row))] + numbers)
    return file.getvalue()


async def _find(product: Product, asked: Asked) -> Found:
    book = await product.rulebooks.published(today())
    labels = Labels(book, product.teams)
    async with product.database.read() as db:
        counts = await statistics_counts.read(db, *asked)
        counted = await tallies.counted_up_to(db)
    groups = [] if asked.group == "none" else _groups(counts, list(labels.of_groups(asked.group)))
    tables = await asyncio.to_thread(_tables, counts, groups)
    if asked.group == "region":
        # Regions are sums of municipalities, which have a table of their own: two hidden differently would tell.
        del tables["gaps"]
    return Found(labels, groups, tables, counted)


def _groups(counts: Counts, order: Sequence[str]) -> list[str]:
    """Return the groups that occur, in their own order, the unknown last."""
    seen = {by for of_week in counts.weeks.values() for by in of_week}
    return [one for one in (*order, *sorted(seen - {*order, ""}), "") if one in seen]


def _tables(counts: Counts, groups: Sequence[str]) -> dict[str, list[Row]]:
    escalations = parts_of_one_whole(counts.whole("escalations"), groups)
    return {
        "weeks": parts_of_one_whole(counts.weeks, groups),
        "endings": parts_of_one_whole(counts.whole("endings"), groups),
        "questions": wholes_in_parts(counts.parts("questions"), ANSWERS, groups),
        "services": wholes_in_parts(counts.parts("services"), CHOICES, groups),
        "escalations": with_waits(escalations, counts.waits, groups),
        "not_understood": single_rows(counts.whole("not_understood"), groups),
        "experience": parts_of_one_whole(counts.whole("experience"), groups),
        "gaps": single_rows(counts.whole("gaps"), groups),
        "gaps_by_place": by_place(_by_part(counts.parts("gaps_by_place")), statistics_words().elsewhere),
    }


def _by_part(parts: Parts) -> Whole:
    """Return the numbers of each part, all groups together."""
    return {key: Counter({part: one.total() for part, one in of_key.items()}) for key, of_key in parts.items()}


def _line(labels: Labels, table: str, row: Row) -> dict[str, Any]:
    return {**row._asdict(), "label": labels.of_row(table, row), "part_label": labels.of_part(row)}


async def _audit(product: Product, person: Person, action: str, detail: str) -> None:
    async with product.database.write() as db:
        staff.audit(db, person.name, action, None, at=now(), detail=detail)
