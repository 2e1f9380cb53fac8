"""Queries about what advisors have promised: to look how it goes, or to call back."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.conversations import Reach
from api.db.models.conversation import Conversation
from api.db.models.desk import FollowUp
from domain.conversations import State
from domain.errors import NotFound, Refused
from domain.routing import COMMON

CHECK = "follow_up"
FREE = (State.BOT, State.CLOSED, State.WAITING)


async def to_do(db: AsyncSession, reach: Reach) -> list[tuple[FollowUp, Conversation]]:
    """Return what is not done yet, one's own and one's teams', the first due first."""
    query = (
        select(FollowUp, Conversation)
        .join(Conversation, Conversation.id == FollowUp.conversation)
        .where(FollowUp.done_at.is_(None), _reached(reach))
        .order_by(FollowUp.due, FollowUp.id)
    )
    return [(row[0], row[1]) for row in (await db.execute(query)).all()]


async def find(db: AsyncSession, id_: int, reach: Reach) -> FollowUp:
    """Return one promise in reach. Raises NotFound."""
    found = await db.scalar(select(FollowUp).where(FollowUp.id == id_, _reached(reach)))
    if found is None:
        raise NotFound("follow_up_not_found")
    return found


async def finish(db: AsyncSession, ids: Iterable[int], *, staff: int, at: datetime) -> None:
    """Mark promises as kept; what is done already stays as it was."""
    await db.execute(
        update(FollowUp).where(FollowUp.id.in_(list(ids)), FollowUp.done_at.is_(None)).values(done_at=at, done_by=staff)
    )


async def take_up(db: AsyncSession, conversation: str, *, staff: int, now: datetime, lease_until: datetime) -> None:
    """Give a talk that nobody has to the advisor who keeps the promise. Raises Refused when somebody has it."""
    changed = await db.execute(
        update(Conversation)
        .where(Conversation.id == conversation, Conversation.state.in_(FREE), Conversation.advisor.is_(None))
        .values(state=State.ADVISOR, advisor=staff, lease_until=lease_until, updated=now)
        .execution_options(synchronize_session=False)
        .returning(Conversation.id)
    )
    if changed.first() is None:
        raise Refused("already_claimed")


def _reached(reach: Reach) -> ColumnElement[bool]:
    of_team = func.coalesce(FollowUp.team, COMMON).in_(reach.teams)
    return or_(FollowUp.staff == reach.staff, of_team)
