"""How the rules came to be what they are: versions, the history of an entry, the history of one line."""

import json
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from pydantic import TypeAdapter

from api.admin.views import difference_view, version_view
from api.clock import today
from api.db import rulebooks
from api.db.models.rules import RulebookRow
from api.product import Product
from domain.conditions import Condition
from domain.differing import differences, entry_difference, label_of
from domain.editions import Change, Edition
from domain.errors import NotFound
from domain.reading import line_text

CONDITIONS: TypeAdapter[tuple[Condition, ...]] = TypeAdapter(tuple[Condition, ...])
LISTED = ("lines", "advisor_lines", "preferring")


async def versions(product: Product) -> dict[str, Any]:
    """Return every version, newest first."""
    async with product.database.read() as db:
        in_force = await rulebooks.version_in_force(db, today())
        return {"items": [version_view(row, in_force) for row in await rulebooks.all_versions(db)]}


async def version(product: Product, number: int) -> dict[str, Any]:
    """Return one version and the entries that it changed. Raises NotFound."""
    async with product.database.read() as db:
        in_force = await rulebooks.version_in_force(db, today())
        rows = {row.version: row for row in await rulebooks.all_versions(db)}
    if number not in rows:
        raise NotFound("version_not_found")
    edition = await product.editions.version(number)
    changed = [
        {"collection": name, "id": i, "label": label_of(edition.plain(name, i) or {"id": i}), "change": change}
        for name, i, change in rows[number].changed or ()
    ]
    return version_view(rows[number], in_force) | {"changed": changed}


async def comparison(product: Product, number: int, against: int | None) -> dict[str, Any]:
    """Return how a version differs from another, or from the one before it."""
    after = await product.editions.version(number)
    other = against if against is not None else number - 1
    if other == 0:
        return {"items": []}
    before = await product.editions.version(other)
    return {"items": [difference_view(one) for one in differences(before, after)]}


async def of_entry(product: Product, collection: str, entry: str) -> dict[str, Any]:
    """Return what each version made of an entry, newest first; versions that left it alone are left out."""
    items = []
    for row, before, after in await _steps(product, collection, entry):
        old, new = _plain(before, collection, entry), after.plain(collection, entry)
        if old == new:
            continue
        if before is None or old is None or new is None:
            items.append(_told(row) | {"change": "deleted" if new is None else "added", "lines": []})
        else:
            items.append(_told(row) | difference_view(entry_difference(before, after, collection, entry)))
    if not items:
        raise NotFound("entry_not_found")
    return {"items": items}


async def of_line(product: Product, collection: str, entry: str, path: str) -> dict[str, Any]:
    """Follow one line of an entry back through the versions, newest first. Raises NotFound for a path without one."""
    *steps, last = path.split(".")
    place: int | None = int(last) if last.isdecimal() else None
    items: list[dict[str, Any]] = []
    for row, before, after in await _steps(product, collection, entry):
        now, then = (_lines(_plain(edition, collection, entry), steps) for edition in (after, before))
        if place is None or place >= len(now):
            break
        earlier = _earlier(then, now, place)
        if earlier is None or then[earlier] != now[place]:
            items.append(_told(row) | {"text_fi": _text(after, now[place]), "content": now[place]})
        place = earlier
    if not items:
        raise NotFound("line_not_found")
    return {"items": items}


async def _steps(product: Product, collection: str, entry: str) -> list[tuple[RulebookRow, Edition | None, Edition]]:
    """Return the versions that may have changed an entry, newest first, with the editions before and after."""
    async with product.database.read() as db:
        rows = await rulebooks.all_versions(db)
    touching = [row for row in rows if row.changed is None or [collection, entry] in [one[:2] for one in row.changed]]
    found = []
    for row in touching:
        before = await product.editions.version(row.version - 1) if row.version > 1 else None
        found.append((row, before, await product.editions.version(row.version)))
    return found


def _plain(edition: Edition | None, collection: str, entry: str) -> Change:
    return None if edition is None else edition.plain(collection, entry)


def _told(row: RulebookRow) -> dict[str, Any]:
    return {
        "version": row.version,
        "at": row.created,
        "author": row.author,
        "approver": row.approver,
        "note": row.note,
        "effective_from": row.effective_from,
        "kind": row.kind,
    }


def _lines(content: Change, steps: Sequence[str]) -> list[Any]:
    """Return the list of lines that a path leads to, empty when there is none."""
    found: Any = content
    for step in steps:
        if isinstance(found, list):
            found = found[int(step)] if step.isdecimal() and int(step) < len(found) else None
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return found if isinstance(found, list) and steps and steps[-1] in LISTED else []


def _earlier(then: Sequence[Any], now: Sequence[Any], place: int) -> int | None:
    """Return where a line stood before: the same line, or the one that it took the place of."""
    sides = [[json.dumps(one, sort_keys=True) for one in lines] for lines in (then, now)]
    if sides[1][place] in sides[0]:
        return sides[0].index(sides[1][place])
    for kind, a, b, c, d in SequenceMatcher(None, sides[0], sides[1], autojunk=False).get_opcodes():
        if c <= place < d:
            return a + place - c if kind != "insert" and a + place - c < b else None
    return None


def _text(edition: Edition, line: dict[str, Any]) -> str:
    return line_text(edition.book, CONDITIONS.validate_python(line["any_of"]))
