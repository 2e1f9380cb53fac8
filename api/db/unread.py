"""What awaits an advisor: new messages in their conversations, follow-ups that are due."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.conversation import Conversation, Message
from api.db.models.desk import FollowUp
from domain.conversations import State

VISITOR = "visitor"


class Unseen(NamedTuple):
    """Messages of the person that the advisor has not seen, and since when."""

    number: int
    since: datetime


async def newest(db: AsyncSession, ids: Sequence[str]) -> dict[str, Message]:
    """Return the person's newest message in each conversation."""
    last = (
        select(Message.conversation, func.max(Message.seq).label("seq"))
        .where(Message.conversation.in_(ids), Message.author == VISITOR)
        .group_by(Message.conversation)
        .subquery()
    )
    query = select(Message).join(last, and_(Message.conversation == last.c.conversation, Message.seq == last.c.seq))
    return {message.conversation: message for message in await db.scalars(query)}


async def unseen(db: AsyncSession, staff: int) -> dict[str, Unseen]:
    """Return what is new in the advisor's conversations."""
    found = await db.execute(
        select(Message.conversation, func.count(), func.min(Message.at))
        .join(Conversation, Conversation.id == Message.conversation)
        .where(
            Conversation.state == State.ADVISOR,
            Conversation.advisor == staff,
            Message.author == VISITOR,
            Message.seq > Conversation.advisor_seen,
        )
        .group_by(Message.conversation)
    )
    return {row[0]: Unseen(row[1], row[2]) for row in found}


async def follow_ups_due(db: AsyncSession, staff: int, teams: frozenset[str], *, now: datetime) -> int:
    """Return how many follow-ups are due to the person or to nobody in particular of their teams."""
    of_team = and_(FollowUp.staff.is_(None), FollowUp.team.in_(teams))
    due = and_(FollowUp.done_at.is_(None), FollowUp.due <= now, or_(FollowUp.staff == staff, of_team))
    return await db.scalar(select(func.count()).select_from(FollowUp).where(due)) or 0
