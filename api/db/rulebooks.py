"""Published rules: versions are added, never changed."""

from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models import RulebookRow
from domain.rules import RuleBook

SEED_AUTHOR = "seed"


def digest(book: RuleBook) -> str:
    """Return what is equal for two books with the same content, whatever their version."""
    return sha256(book.model_dump_json(exclude={"version"}).encode()).hexdigest()


async def publish(
    db: AsyncSession, book: RuleBook, *, author: str, note: str, effective_from: date, at: datetime
) -> int:
    """Add the book as the next version and return its number."""
    version = (await db.scalar(select(func.max(RulebookRow.version))) or 0) + 1
    numbered = book.model_copy(update={"version": version})
    row = RulebookRow(
        version=version,
        content=numbered.model_dump_json(),
        digest=digest(book),
        effective_from=effective_from.isoformat(),
        author=author,
        note=note,
        created=at,
    )
    db.add(row)
    return version


async def publish_seed(db: AsyncSession, book: RuleBook, *, today: date, at: datetime) -> int | None:
    """Publish the default catalogue unless its newest published form is the same; return the new version."""
    newest = await db.scalar(
        select(RulebookRow.digest)
        .where(RulebookRow.author == SEED_AUTHOR)
        .order_by(RulebookRow.version.desc())
        .limit(1)
    )
    if newest == digest(book):
        return None
    return await publish(db, book, author=SEED_AUTHOR, note="default catalogue", effective_from=today, at=at)


async def version_in_force(db: AsyncSession, on: date) -> int | None:
    """Return the newest version whose day has come."""
    return await db.scalar(select(func.max(RulebookRow.version)).where(RulebookRow.effective_from <= on.isoformat()))


async def content(db: AsyncSession, version: int) -> RuleBook:
    """Return one published version; it must exist."""
    return RuleBook.model_validate_json((await db.get_one(RulebookRow, version)).content)
