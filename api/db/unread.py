"""What awaits an advisor: new messages in their conversations, follow-ups that are due."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.conversation import Conversation, Message
from api.db.models.desk import FollowUp
from domain.conversations import State

VISITOR, ADVISOR = "visitor", "advisor"


class Unanswered(NamedTuple):
    """Since when the person waits for the advisor's words, and how many of their messages have not even been seen."""

    unseen: int
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


async def unanswered(db: AsyncSession, staff: int) -> dict[str, Unanswered]:
    """Return in which of the advisor's conversations the person has had the last word since they asked for a human."""
    own = and_(Conversation.state == State.ADVISOR, Conversation.advisor == staff)
    answered = (
        select(Message.conversation, func.max(Message.seq).label("seq"))
        .join(Conversation, Conversation.id == Message.conversation)
        .where(own, Message.author == ADVISOR)
        .group_by(Message.conversation)
        .subquery()
    )
    asked = or_(Conversation.queued_at.is_(None), Message.at >= Conversation.queued_at)
    unseen = case((Message.seq > Conversation.advisor_seen, 1), else_=0)
    found = await db.execute(
        select(Message.conversation, func.sum(unseen), func.min(Message.at))
        .join(Conversation, Conversation.id == Message.conversation)
        .join(answered, answered.c.conversation == Message.conversation, isouter=True)
        .where(own, asked, Message.author == VISITOR, Message.seq > func.coalesce(answered.c.seq, 0))
        .group_by(Message.conversation)
    )
    return {row[0]: Unanswered(row[1], row[2]) for row in found}


async def follow_ups_due(db: AsyncSession, staff: int, teams: frozenset[str], *, now: datetime) -> int:
    """Return how many follow-ups are due to the person or to nobody in particular of their teams."""
    of_team = and_(FollowUp.staff.is_(None), FollowUp.team.in_(teams))
    due = and_(FollowUp.done_at.is_(None), FollowUp.due <= now, or_(FollowUp.staff == staff, of_team))
    return await db.scalar(select(func.count()).select_from(FollowUp).where(due)) or 0
