"""Queries about drafts of the rules: every save says what it has seen, and nothing newer is overwritten."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.rules import DraftChange, DraftEditor, DraftRow
from api.problems import Stale
from domain.editions import Change
from domain.errors import NotFound, Refused

OPEN, SUBMITTED, PUBLISHED, DISCARDED = "open", "submitted", "published", "discarded"


async def add(db: AsyncSession, *, title: str, based_on: int, author: str, at: datetime, note: str = "") -> DraftRow:
    """Add an empty draft."""
    row = DraftRow(title=title, state=OPEN, based_on=based_on, author=author, note=note, created=at, updated=at)
    row.revision = row.rebased = 0
    db.add(row)
    await db.flush()
    return row


async def find(db: AsyncSession, draft: int, *, lock: bool = False) -> DraftRow:
    """Return the draft, for changing it with `lock`. Raises NotFound."""
    row = await db.get(DraftRow, draft, with_for_update=lock)
    if row is None:
        raise NotFound("draft_not_found")
    return row


async def all_drafts(db: AsyncSession) -> list[DraftRow]:
    """Return every draft, last changed first."""
    return list(await db.scalars(select(DraftRow).order_by(DraftRow.updated.desc(), DraftRow.id.desc())))


async def rows(db: AsyncSession, draft: int) -> list[DraftChange]:
    """Return what the draft changes, in a fixed order."""
    query = select(DraftChange).where(DraftChange.draft == draft)
    return list(await db.scalars(query.order_by(DraftChange.collection, DraftChange.entry)))


def changes(found: Iterable[DraftChange]) -> dict[str, dict[str, Change]]:
    """Return rows as changes of an edition."""
    made: dict[str, dict[str, Change]] = {}
    for row in found:
        made.setdefault(row.collection, {})[row.entry] = row.content
    return made


async def editors(db: AsyncSession, draft: int) -> list[str]:
    """Return who has saved in the draft, its author included."""
    author = (await find(db, draft)).author
    found = await db.scalars(select(DraftEditor.name).where(DraftEditor.draft == draft).order_by(DraftEditor.name))
    return list(dict.fromkeys([author, *found]))


async def opened(db: AsyncSession, draft: int) -> DraftRow:
    """Return an open draft for changing it. Raises Refused when it is not open."""
    row = await find(db, draft, lock=True)
    if row.state != OPEN:
        raise Refused("draft_not_open", row.state)
    return row


async def save(
    db: AsyncSession, row: DraftRow, changed: Mapping[str, Mapping[str, Change]], *, seen: int, by: str, at: datetime
) -> int:
    """Put entries into an opened draft and return its new revision.

    Raises Stale when one of them was saved, or merged, after revision `seen`.
    """
    if seen > row.revision:
        raise Refused("unknown_revision")
    row.revision += 1
    row.updated = at
    for collection, entries in changed.items():
        for entry, content in entries.items():
            await _save_entry(db, row, (collection, entry), content, seen=seen, by=by, at=at)
    await db.merge(DraftEditor(draft=row.id, name=by))
    return row.revision


async def _save_entry(
    db: AsyncSession, row: DraftRow, key: tuple[str, str], content: Change, *, seen: int, by: str, at: datetime
) -> None:
    there = await db.get(DraftChange, (row.id, *key))
    if there is not None and there.revision > seen:
        raise Stale("stale_entry", newest_of(row, there.content, there.by))
    if row.rebased > seen:
        raise Stale("stale_entry", newest_of(row, None if there is None else there.content, None))
    if there is None:
        there = DraftChange(draft=row.id, collection=key[0], entry=key[1])
        db.add(there)
    there.content, there.revision, there.by, there.at = content, row.revision, by, at


def newest_of(row: DraftRow, content: Change, by: str | None) -> dict[str, Any]:
    """Return what a page needs to show somebody else's save."""
    return {"revision": row.revision - 1, "content": content, "by": by}


async def rebase(
    db: AsyncSession, row: DraftRow, merged: Mapping[str, Mapping[str, Change]], *, on: int, by: str, at: datetime
) -> None:
    """Put merged changes in place of all changes of an opened draft, which then is based on version `on`."""
    await db.execute(delete(DraftChange).where(DraftChange.draft == row.id))
    row.revision += 1
    row.based_on, row.rebased, row.updated = on, row.revision, at
    for collection, entries in merged.items():
        for entry, content in entries.items():
            change = DraftChange(draft=row.id, collection=collection, entry=entry, content=content)
            change.revision, change.by, change.at = row.revision, by, at
            db.add(change)
    await db.merge(DraftEditor(draft=row.id, name=by))
