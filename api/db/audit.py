"""The audit log as a chain: every row carries the hash of itself and of the row before it."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.staff import Audit

WAITING = "audit"
CHAIN = 0x50504F4C4B55  # the key of PostgreSQL's lock on the end of the chain
AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a look at the whole chain has found; `broken` is the id of the first row that does not fit.

    `held` tells whether the digest that was asked for is in the chain: where it is not, the end has been cut off.
    """

    rows: int
    unchained: int
    last: str
    broken: int | None
    held: bool


def note(db: AsyncSession, row: Audit) -> None:
    """Remember a row for the end of the transaction."""
    db.info.setdefault(WAITING, []).append(row)


async def seal(db: AsyncSession) -> None:
    """Chain and store the remembered rows; the last thing a transaction does.

    Whoever holds the end of the chain waits for nothing else any more, so no two transactions wait for each other.
    """
    rows: list[Audit] = db.info.pop(WAITING, [])
    if not rows:
        return
    await db.flush()
    if db.get_bind().dialect.name == "postgresql":
        await db.execute(select(func.pg_advisory_xact_lock(CHAIN)))
    last = await db.scalar(select(Audit.digest).order_by(Audit.id.desc()).limit(1)) or ""
    for row in rows:
        row.digest = last = digest(last, row)
        db.add(row)


def digest(before: str, row: Audit) -> str:
    """Return the hash of a row and of everything before it."""
    at = row.at.astimezone(UTC).isoformat(timespec="microseconds")
    content = [before, at, row.staff, row.action, row.conversation, row.detail]
    return sha256(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


async def verify(db: AsyncSession, *, holding: str | None = None) -> Verdict:
    """Walk the chain up to its first break. Rows without a hash are from before the chain and stand at its start."""
    count, unchained, last, held = 0, 0, "", False
    async for row in _all(db):
        if not row.digest and not last:
            unchained += 1
        elif row.digest != digest(last, row):
            return Verdict(count, unchained, last, broken=row.id, held=held)
        last = row.digest
        held = held or last == holding
        count += 1
    return Verdict(count, unchained, last, broken=None, held=held)


async def page(
    db: AsyncSession,
    *,
    staff: str | None,
    conversation: str | None,
    between: tuple[datetime, datetime] | None,
    before: int | None,
    limit: int,
) -> list[Audit]:
    """Return rows, newest first, of one person, conversation or time."""
    chosen = select(Audit).order_by(Audit.id.desc()).limit(limit)
    if staff is not None:
        chosen = chosen.where(Audit.staff == staff)
    if conversation is not None:
        chosen = chosen.where(Audit.conversation == conversation)
    if between is not None:
        chosen = chosen.where(Audit.at >= between[0], Audit.at < between[1])
    if before is not None:
        chosen = chosen.where(Audit.id < before)
    return list(await db.scalars(chosen))


async def _all(db: AsyncSession) -> AsyncIterator[Audit]:
    seen = 0
    while rows := list(await db.scalars(select(Audit).where(Audit.id > seen).order_by(Audit.id).limit(AT_ONCE))):
        for row in rows:
            yield row
        seen = rows[-1].id
        db.expunge_all()
