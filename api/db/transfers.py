"""Queries about cases that are offered to a colleague or to another team."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.handovers import OFFERED
from api.db.models.conversation import Conversation
from api.db.models.desk import Transfer
from domain.conversations import State

ACCEPTED, DECLINED, WITHDRAWN = "accepted", "declined", "withdrawn"


async def offered(db: AsyncSession, staff: int, teams: Collection[str]) -> list[tuple[Transfer, Conversation]]:
    """Return what is offered to the person or to their teams, the oldest first."""
    to_them = or_(Transfer.to_staff == staff, and_(Transfer.to_team.in_(teams), Transfer.by != staff))
    found = await db.execute(
        select(Transfer, Conversation)
        .join(Conversation, Conversation.id == Transfer.conversation)
        .where(Transfer.state == OFFERED, to_them)
        .order_by(Transfer.at, Transfer.id)
    )
    return [(row[0], row[1]) for row in found]


async def given(db: AsyncSession, staff: int) -> dict[str, Transfer]:
    """Return the last offer in each of the advisor's conversations, if it is open or was declined."""
    found = await db.scalars(
        select(Transfer)
        .join(Conversation, Conversation.id == Transfer.conversation)
        .where(Transfer.by == staff, Conversation.state == State.ADVISOR, Conversation.advisor == staff)
        .order_by(Transfer.id)
    )
    last = {one.conversation: one for one in found}
    return {id_: one for id_, one in last.items() if one.state in (OFFERED, DECLINED)}


async def last(db: AsyncSession, conversation: str, staff: int) -> Transfer | None:
    """Return the newest offer that the advisor has made in a conversation."""
    query = select(Transfer).where(Transfer.conversation == conversation, Transfer.by == staff)
    return await db.scalar(query.order_by(Transfer.id.desc()).limit(1))


async def is_open(db: AsyncSession, conversation: str) -> bool:
    """Tell whether the case is offered to somebody."""
    query = select(Transfer.id).where(Transfer.conversation == conversation, Transfer.state == OFFERED)
    return await db.scalar(query.limit(1)) is not None


async def answer(db: AsyncSession, id_: int, state: str, *, at: datetime, words: str | None = None) -> bool:
    """Answer an open offer; of several answers at once exactly one counts."""
    changed = await db.execute(
        update(Transfer)
        .where(Transfer.id == id_, Transfer.state == OFFERED)
        .values(state=state, answered_at=at, answer=words)
        .execution_options(synchronize_session=False)
        .returning(Transfer.id)
    )
    return changed.first() is not None
