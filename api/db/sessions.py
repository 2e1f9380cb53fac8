"""Queries about log-ins: the open ones and the failed ones."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.staff import LoginAttempt, Staff, StaffSession, StaffTeam


@dataclass(frozen=True, slots=True)
class Found:
    """A log-in, whose it is and in which teams they work."""

    session: StaffSession
    person: Staff
    teams: frozenset[str]


async def find(db: AsyncSession, token_hash: str) -> Found | None:
    """Return the log-in of somebody who still works here."""
    found = await db.execute(
        select(StaffSession, Staff, StaffTeam.team)
        .join(Staff, Staff.id == StaffSession.staff)
        .outerjoin(StaffTeam, StaffTeam.staff == Staff.id)
        .where(StaffSession.token_hash == token_hash, Staff.active)
    )
    rows = found.all()
    if not rows:
        return None
    return Found(rows[0][0], rows[0][1], frozenset(team for _, _, team in rows if team is not None))


async def of(db: AsyncSession, person: int) -> list[StaffSession]:
    """Return the open log-ins of a person, the newest first."""
    found = select(StaffSession).where(StaffSession.staff == person).order_by(StaffSession.created.desc())
    return list(await db.scalars(found))


async def end(db: AsyncSession, token_hash: str) -> None:
    """End one log-in."""
    await db.execute(delete(StaffSession).where(StaffSession.token_hash == token_hash))


async def end_all(db: AsyncSession, person: int, *, but: str | None = None) -> None:
    """End every log-in of a person, except perhaps one."""
    ended = delete(StaffSession).where(StaffSession.staff == person)
    await db.execute(ended if but is None else ended.where(StaffSession.token_hash != but))


async def end_old(db: AsyncSession, *, created_before: datetime, seen_before: datetime) -> None:
    """End the log-ins that have lasted or been idle too long."""
    await db.execute(
        delete(StaffSession).where((StaffSession.created < created_before) | (StaffSession.seen < seen_before))
    )


async def failures(db: AsyncSession, name: str, *, since: datetime) -> tuple[int, datetime | None]:
    """Return how often a log-in with this name has failed lately, and when it did last."""
    counted = await db.scalar(select(func.count()).where(LoginAttempt.name == name, LoginAttempt.at >= since))
    latest = select(LoginAttempt.at).where(LoginAttempt.name == name).order_by(LoginAttempt.at.desc()).limit(1)
    return counted or 0, await db.scalar(latest)


async def forget_failures(db: AsyncSession, name: str) -> None:
    """A log-in has succeeded: earlier failures do not count any more."""
    await db.execute(delete(LoginAttempt).where(LoginAttempt.name == name))


async def forget_old_failures(db: AsyncSession, *, before: datetime) -> None:
    """Delete what does not count any more."""
    await db.execute(delete(LoginAttempt).where(LoginAttempt.at < before))


async def take_back(db: AsyncSession, attempt: int) -> None:
    """An attempt was right: it does not count as a failure."""
    await db.execute(delete(LoginAttempt).where(LoginAttempt.id == attempt))
