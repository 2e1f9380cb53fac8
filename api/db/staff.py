"""Queries about the people who work here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db import audit as chain
from api.db.models import Audit, LoginAttempt, Staff, StaffSession, StaffTeam
from domain.errors import Refused

CAPACITY = 4  # conversations at once


@dataclass(frozen=True, slots=True)
class FoundSession:
    """A log-in, whose it is and in which teams they work."""

    session: StaffSession
    person: Staff
    teams: frozenset[str]


async def add(
    db: AsyncSession,
    name: str,
    role: str,
    password_hash: str,
    *,
    at: datetime,
    teams: Iterable[str] = (),
    email: str | None = None,
) -> Staff:
    """Add a person. Raises Refused when the name is taken."""
    if await by_name(db, name) is not None:
        raise Refused("name_taken", name)
    person = Staff(
        name=name,
        role=role,
        password_hash=password_hash,
        active=True,
        created=at,
        email=email,
        presence="away",
        capacity=CAPACITY,
    )
    db.add(person)
    await db.flush()
    for team in teams:
        await join_team(db, person.id, team)
    return person


async def by_name(db: AsyncSession, name: str) -> Staff | None:
    """Return the person of that name."""
    return await db.scalar(select(Staff).where(Staff.name == name))


async def join_team(db: AsyncSession, person: int, team: str) -> bool:
    """Put a person into a team; tell whether that changed something."""
    if await db.get(StaffTeam, (person, team)) is not None:
        return False
    db.add(StaffTeam(staff=person, team=team))
    await db.flush()
    return True


async def leave_team(db: AsyncSession, person: int, team: str) -> bool:
    """Take a person out of a team; tell whether they were in it."""
    left = await db.execute(
        delete(StaffTeam).where(StaffTeam.staff == person, StaffTeam.team == team).returning(StaffTeam.team)
    )
    return left.first() is not None


async def session(db: AsyncSession, token_hash: str) -> FoundSession | None:
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
    return FoundSession(rows[0][0], rows[0][1], frozenset(team for _, _, team in rows if team is not None))


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


def audit(
    db: AsyncSession, staff: str, action: str, conversation: str | None, *, at: datetime, detail: str | None = None
) -> None:
    """Write down who did or looked at what; `detail` holds nothing of what a person has told."""
    chain.note(db, Audit(at=at, staff=staff, action=action, conversation=conversation, detail=detail))
