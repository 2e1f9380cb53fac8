"""Queries about the people who work here."""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models import Audit, LoginAttempt, Staff, StaffSession
from domain.errors import Refused

CAPACITY = 4  # conversations at once

async def add(db: AsyncSession, name: str, role: str, password_hash: str, *, at: datetime) -> None:
    """Add a person. Raises Refused when the name is taken."""
    if await by_name(db, name) is not None:
        raise Refused("name_taken", name)
    db.add(
        Staff(
            name=name,
            role=role,
            password_hash=password_hash,
            active=True,
            created=at,
            presence="away",
            capacity=CAPACITY,
        )
    )


async def by_name(db: AsyncSession, name: str) -> Staff | None:
    """Return the person of that name."""
    return await db.scalar(select(Staff).where(Staff.name == name))


async def session(db: AsyncSession, token_hash: str) -> tuple[StaffSession, Staff] | None:
    """Return the log-in and whose it is."""
    found = await db.execute(
        select(StaffSession, Staff)
        .join(Staff, Staff.id == StaffSession.staff)
        .where(StaffSession.token_hash == token_hash, Staff.active)
    )
    row = found.first()
    return (row[0], row[1]) if row else None


async def end_session(db: AsyncSession, token_hash: str) -> None:
    """End one log-in."""
    await db.execute(delete(StaffSession).where(StaffSession.token_hash == token_hash))


async def end_old_sessions(db: AsyncSession, *, created_before: datetime, seen_before: datetime) -> None:
    """End the log-ins that have lasted or been idle too long."""
    await db.execute(
        delete(StaffSession).where((StaffSession.created < created_before) | (StaffSession.seen < seen_before))
    )


async def failures(db: AsyncSession, name: str, *, since: datetime) -> int:
    """Return how often a log-in with this name has failed lately."""
    counted = select(func.count()).where(LoginAttempt.name == name, LoginAttempt.at >= since)
    return await db.scalar(counted) or 0


async def forget_failures(db: AsyncSession, name: str) -> None:
    """A log-in has succeeded: earlier failures do not count any more."""
    await db.execute(delete(LoginAttempt).where(LoginAttempt.name == name))


def audit(db: AsyncSession, staff: str, action: str, conversation: str | None, *, at: datetime) -> None:
    """Write down who did or looked at what."""
    db.add(Audit(at=at, staff=staff, action=action, conversation=conversation, digest=""))
