"""Export of the catalogue and import into a draft: first a dry run that lists every problem and change."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from api.admin import drafting, spreadsheet
from api.admin.views import difference_view, problems_view
from api.clock import now, today
from api.db import staff
from api.product import Product
from api.staff.access import Person
from domain.cells import Cell
from domain.differing import differences
from domain.editions import Changes, Edition, with_changes
from domain.errors import Invalid
from domain.hsds import services_of
from domain.interchange import changes_to, document_of, entries_of, only_real
from domain.problems import Problem
from domain.reviewing import messages, review
from domain.table_reading import Wrong, read_tables
from domain.tables import OTHERS, heading, tables_of
from domain.wording import rule_words


async def as_json(product: Product, person: Person, draft: int | None, version: int | None) -> dict[str, Any]:
    """Return the catalogue as one document."""
    number, edition = await product.editions.chosen(draft, version)
    await _audit(product, person, "rules_exported", f"json, version {number}")
    return document_of(edition, number)


async def as_spreadsheet(product: Product, person: Person, draft: int | None, version: int | None) -> bytes:
    """Return the catalogue as a spreadsheet."""
    number, edition = await product.editions.chosen(draft, version)
    await _audit(product, person, "rules_exported", f"xlsx, version {number}")
    return await asyncio.to_thread(lambda: spreadsheet.write(tables_of(edition)))


async def as_hsds(product: Product, person: Person) -> dict[str, Any]:
    """Return the published services in HSDS 3."""
    number = await product.editions.newest()
    await _audit(product, person, "rules_exported", f"hsds, version {number}")
    return services_of(await product.editions.version(number), today())


async def take(product: Product, person: Person, draft: int, content: bytes, *, is_table: bool, dry: bool) -> Any:
    """Return what a file would change and everything that is wrong with it; save it unless `dry` or unreadable."""
    drafted = await product.editions.draft(draft)
    changes, wrong = await asyncio.to_thread(_changes, drafted.edition, content, is_table=is_table)
    try:
        after = await asyncio.to_thread(with_changes, drafted.edition, changes)
    except Invalid as error:
        problems = problems_view([Problem(p.place, p.code, p.detail) for p in error.problems], drafted.edition)
        return _told([*wrong, *problems], [], 0, saved=False)
    real = only_real(drafted.edition, after, changes)
    found = await asyncio.to_thread(_found, drafted.edition, after, real)
    saved = not dry and not wrong and bool(real)
    if saved:
        await drafting.put_all(product, person, draft, real, drafted.row.revision)
    count = sum(len(entries) for entries in real.values())
    return _told([*wrong, *found[0]], found[1], count, saved=saved)


def _told(
    problems: list[dict[str, Any]], comparison: list[dict[str, Any]], count: int, *, saved: bool
) -> dict[str, Any]:
    return {"problems": problems, "comparison": comparison, "changes": count, "saved": saved}


def _found(before: Edition, after: Edition, real: Changes) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    shown = [one for one in review(after, on=today()) if messages().get(one.code, messages()[""]).severity != "hint"]
    return problems_view(shown, after), [difference_view(one) for one in differences(before, after, real)]


def _changes(edition: Edition, content: bytes, *, is_table: bool) -> tuple[Changes, list[dict[str, Any]]]:
    if not is_table:
        return changes_to(edition, entries_of(_loaded(content))), []
    sheets = spreadsheet.read(content)
    # A sheet that was taken out says nothing: its rows are those of the draft.
    own = tables_of(edition)
    tables: Mapping[str, list[dict[str, Cell]]] = {**{name: own[name] for name in OTHERS}, **sheets.tables}
    found = read_tables(tables, edition.book.vocabulary)
    return changes_to(edition, found.entries), [_wrong_view(one) for one in (*sheets.wrong, *found.wrong)]


def _loaded(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise Invalid("unreadable_file", [Problem("file", "unreadable_file")]) from None


def _wrong_view(wrong: Wrong) -> dict[str, Any]:
    """Return an unreadable cell with its sheet, row and column as the expert sees them."""
    message = messages().get(wrong.code, messages()[""])
    sheet = rule_words().sheets.get(wrong.table, wrong.table)
    return {
        "sheet": sheet,
        "row": wrong.row,
        "column": heading(wrong.column),
        "place": f"{sheet}.{wrong.row}.{wrong.column}",
        "place_fi": rule_words().cell.format(sheet=sheet, row=wrong.row, column=heading(wrong.column)),
        "code": wrong.code,
        "severity": message.severity,
        "message_fi": message.fi.replace("{detail}", wrong.detail),
        "detail": wrong.detail,
    }


async def _audit(product: Product, person: Person, action: str, detail: str) -> None:
    async with product.database.write() as db:
        staff.audit(db, person.name, action, None, at=now(), detail=detail)
