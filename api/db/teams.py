"""Queries about who works where and who is there now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.conversations import Reach
from api.db.models.conversation import Conversation
from api.db.models.staff import Staff, StaffTeam
from api.staff.roles import Role
from domain.conversations import State
from domain.routing import COMMON

AT_THE_DESK = (Role.ADVISOR, Role.SUPERVISOR)
AVAILABLE, AWAY = "available", "away"


@dataclass(frozen=True, slots=True)
class Colleague:
    """One who takes conversations: in which teams, and how many they have."""

    staff: Staff
    teams: frozenset[str]
    load: int


def presence_of(staff: Staff, *, heard_since: datetime) -> str:
    """Return available, busy or away; whoever's console is closed is away, whatever they had said."""
    at = staff.presence_at
    return staff.presence if at is not None and at >= heard_since else AWAY


async def staffed(db: AsyncSession) -> frozenset[str]:
    """Return the teams in which somebody works who takes conversations."""
    query = select(StaffTeam.team).join(Staff, Staff.id == StaffTeam.staff).where(_at_the_desk()).distinct()
    return frozenset(await db.scalars(query))


async def colleagues(db: AsyncSession) -> list[Colleague]:
    """Return all who take conversations, by name."""
    members: dict[int, set[str]] = {}
    for staff, team in (await db.execute(select(StaffTeam.staff, StaffTeam.team))).all():
        members.setdefault(staff, set()).add(team)
    counted = (
        select(Conversation.advisor, func.count())
        .where(Conversation.state == State.ADVISOR, Conversation.advisor.is_not(None))
        .group_by(Conversation.advisor)
    )
    loads = {row[0]: row[1] for row in await db.execute(counted)}
    people = await db.scalars(select(Staff).where(_at_the_desk()).order_by(Staff.name))
    return [Colleague(one, frozenset(members.get(one.id, ())), loads.get(one.id, 0)) for one in people]


async def somebody_is_there(db: AsyncSession, team: str, *, heard_since: datetime) -> bool:
    """Tell whether anybody who sees the team's queue has their console open and is not away."""
    for one in await colleagues(db):
        if presence_of(one.staff, heard_since=heard_since) != AWAY:
            sees = await reach(db, one.staff.id, one.staff.role, one.teams)
            if team in sees.teams:
                return True
    return False


async def reach(db: AsyncSession, staff: int, role: str, teams: Iterable[str]) -> Reach:
    """Return whose queues a person sees: their teams', and the common one if they keep it or else nobody does."""
    own, supervises = frozenset(teams), role == Role.SUPERVISOR
    keeps = supervises or not own or COMMON in own
    if keeps or not await _common_is_kept(db):
        own |= {COMMON}
    return Reach(staff, own, supervises)


async def names(db: AsyncSession, ids: Iterable[int]) -> dict[int, str]:
    """Return the names under which people work."""
    found = await db.execute(select(Staff.id, Staff.name).where(Staff.id.in_(set(ids))))
    return {row[0]: row[1] for row in found}


async def _common_is_kept(db: AsyncSession) -> bool:
    """Supervisors, people without a team and members of the common one keep its queue."""
    in_others = select(StaffTeam.staff).where(StaffTeam.team != COMMON)
    query = select(Staff.id).where(_at_the_desk(), (Staff.role == Role.SUPERVISOR) | Staff.id.not_in(in_others))
    members = select(StaffTeam.staff).join(Staff, Staff.id == StaffTeam.staff).where(StaffTeam.team == COMMON)
    found = await db.scalar(query.limit(1))
    return found is not None or await db.scalar(members.where(_at_the_desk()).limit(1)) is not None


def _at_the_desk() -> ColumnElement[bool]:
    return and_(Staff.active, Staff.role.in_(AT_THE_DESK))
