"""Published rules: versions are added, never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import defer

from api.db.models.rules import RulebookRow
from domain.rules import RuleBook

SEED_AUTHOR = "seed"


def digest(book: RuleBook) -> str:
    """Return what is equal for two books with the same content, whatever their version."""
    return sha256(book.model_dump_json(exclude={"version"}).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Approval:
    """How a version came about: its kind ("seed", "edit", "undo"), who approved it, what it changed and beside what."""

    kind: str = SEED_AUTHOR
    approver: str | None = None
    based_on: int | None = None
    extras: Mapping[str, Any] | None = None
    changed: Sequence[Sequence[str]] | None = None


BY_ITSELF = Approval()


async def publish(
    db: AsyncSession,
    book: RuleBook,
    *,
    author: str,
    note: str,
    effective_from: date,
    at: datetime,
    approval: Approval = BY_ITSELF,
) -> int:
    """Add the book as the next version and return its number."""
    version = (await newest(db) or 0) + 1
    numbered = book.model_copy(update={"version": version})
    row = RulebookRow(
        version=version,
        content=numbered.model_dump_json(),
        digest=digest(book),
        effective_from=effective_from.isoformat(),
        author=author,
        note=note,
        created=at,
        kind=approval.kind,
        approver=approval.approver,
        based_on=approval.based_on,
        extras=None if approval.extras is None else dict(approval.extras),
        changed=None if approval.changed is None else [list(one) for one in approval.changed],
    )
    db.add(row)
    return version


async def newest(db: AsyncSession) -> int | None:
    """Return the number of the last version, in force or to come."""
    return await db.scalar(select(func.max(RulebookRow.version)))


async def last(db: AsyncSession) -> RulebookRow | None:
    """Return the last version, which nobody else can follow up before this transaction ends."""
    return await db.scalar(select(RulebookRow).order_by(RulebookRow.version.desc()).limit(1).with_for_update())


async def last_seed(db: AsyncSession) -> RulebookRow | None:
    """Return the last version that was the default catalogue."""
    query = select(RulebookRow).where(RulebookRow.author == SEED_AUTHOR)
    return await db.scalar(query.order_by(RulebookRow.version.desc()).limit(1))


async def publish_seed(db: AsyncSession, book: RuleBook, *, today: date, at: datetime) -> int | None:
    """Publish the default catalogue unless its newest published form is the same; return the new version.

    What editors have published since is never replaced: `api.admin.seeding` then offers the newer one as a draft.
    """
    seeded, newest_row = await last_seed(db), await last(db)
    if seeded is not None and seeded.digest == digest(book):
        return None
    if newest_row is not None and newest_row.kind != SEED_AUTHOR:
        return None
    return await publish(db, book, author=SEED_AUTHOR, note="default catalogue", effective_from=today, at=at)


async def version_in_force(db: AsyncSession, on: date) -> int | None:
    """Return the newest version whose day has come."""
    return await db.scalar(select(func.max(RulebookRow.version)).where(RulebookRow.effective_from <= on.isoformat()))


async def content(db: AsyncSession, version: int) -> RuleBook:
    """Return one published version; it must exist."""
    return RuleBook.model_validate_json((await db.get_one(RulebookRow, version)).content)


async def extras(db: AsyncSession, version: int) -> dict[str, Any]:
    """Return the changed texts and example people of one version; it must exist."""
    return await db.scalar(select(RulebookRow.extras).where(RulebookRow.version == version)) or {}


async def all_versions(db: AsyncSession) -> list[RulebookRow]:
    """Return what is known of every version, newest first, without its content."""
    query = select(RulebookRow).options(defer(RulebookRow.content, raiseload=True))
    return list(await db.scalars(query.order_by(RulebookRow.version.desc())))
