"""Queries about the people who work here."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db import audit as chain
from api.db.models.staff import Audit, Staff, StaffTeam
from domain.errors import Refused

CAPACITY = 4  # conversations at once


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


async def by_name(db: AsyncSession, name: str, *, lock: bool = False) -> Staff | None:
    """Return the person of that name; a locked one is not changed by others until the transaction ends."""
    found = select(Staff).where(Staff.name == name)
    return await db.scalar(found.with_for_update() if lock else found)


async def by_subject(db: AsyncSession, subject: str) -> Staff | None:
    """Return the person whom the organisation's own log-in calls by this name."""
    return await db.scalar(select(Staff).where(Staff.oidc_subject == subject))


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


async def teams(db: AsyncSession, person: int) -> frozenset[str]:
    """Return the teams of a person."""
    return frozenset(await db.scalars(select(StaffTeam.team).where(StaffTeam.staff == person)))


async def everybody(db: AsyncSession) -> list[Staff]:
    """Return all who have or had an account."""
    return list(await db.scalars(select(Staff).order_by(Staff.name)))


def audit(
    db: AsyncSession, staff: str, action: str, conversation: str | None, *, at: datetime, detail: str | None = None
) -> None:
    """Write down who did or looked at what; `detail` holds nothing of what a person has told."""
    chain.note(db, Audit(at=at, staff=staff, action=action, conversation=conversation, detail=detail))
