"""Queries about escalations: one row from the wish for a human to the end of the talk."""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.conversation import Conversation
from api.db.models.desk import FollowUp, Handover, Transfer
from domain.waits import Served

CALLBACK = "callback"
OFFERED, ENDED = "offered", "ended"
RECENT = 20


async def current(db: AsyncSession, conversation: str) -> Handover | None:
    """Return the escalation that is not over yet."""
    return await db.scalar(select(Handover).where(Handover.conversation == conversation, Handover.ended_at.is_(None)))


async def taken(db: AsyncSession, conversation: str, *, at: datetime) -> None:
    """Write down when the first advisor came; one who comes after a lost connection changes nothing."""
    await db.execute(
        update(Handover)
        .where(Handover.conversation == conversation, Handover.ended_at.is_(None), Handover.claimed_at.is_(None))
        .values(claimed_at=at)
    )


async def end(db: AsyncSession, conversation: Conversation, how: str, *, at: datetime, by: int | None = None) -> None:
    """End the way to a human: out of the queue, offers to colleagues void, a call-back that was promised is done."""
    conversation.queued_at = None
    conversation.handoff_reason = None
    conversation.priority = 0
    conversation.callback = False
    conversation.wanted = None
    conversation.advisor = None
    conversation.lease_until = None
    await db.execute(
        update(Handover)
        .where(Handover.conversation == conversation.id, Handover.ended_at.is_(None))
        .values(ended_at=at, ended=how)
    )
    await void_offers(db, conversation.id, at=at)
    await db.execute(
        update(FollowUp)
        .where(FollowUp.conversation == conversation.id, FollowUp.kind == CALLBACK, FollowUp.done_at.is_(None))
        .values(done_at=at, done_by=by)
    )


async def void_offers(db: AsyncSession, conversation: str, *, at: datetime) -> None:
    """The one who offered the case to a colleague does not have it any more."""
    await db.execute(
        update(Transfer)
        .where(Transfer.conversation == conversation, Transfer.state == OFFERED)
        .values(state=ENDED, answered_at=at)
    )


async def take_callback(db: AsyncSession, conversation: str, staff: int) -> None:
    """A promised call-back becomes the to-do of the advisor who has taken the case."""
    await db.execute(
        update(FollowUp)
        .where(FollowUp.conversation == conversation, FollowUp.kind == CALLBACK, FollowUp.done_at.is_(None))
        .values(staff=staff)
    )


async def served(db: AsyncSession, team: str | None, *, since: datetime) -> list[Served]:
    """Return the last waits in a team's queue that ended with an advisor."""
    found = await db.execute(
        select(Handover.at, Handover.claimed_at)
        .where(
            Handover.team.is_not_distinct_from(team),
            Handover.callback.is_(False),
            Handover.at >= since,
            Handover.claimed_at.is_not(None),
        )
        .order_by(Handover.claimed_at.desc())
        .limit(RECENT)
    )
    return [Served(asked.timestamp(), taken.timestamp()) for asked, taken in found if taken is not None]


async def by_reason(db: AsyncSession, teams: frozenset[str], *, since: datetime) -> list[tuple[str, int]]:
    """Return how many escalations of the teams began since, by reason, the most frequent first."""
    number = func.count()
    found = await db.execute(
        select(Handover.reason, number)
        .where(Handover.team.in_(teams), Handover.at >= since)
        .group_by(Handover.reason)
        .order_by(number.desc(), Handover.reason)
    )
    return [(reason, count) for reason, count in found.all()]
