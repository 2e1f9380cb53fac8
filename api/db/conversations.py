"""Queries about conversations."""

from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models import Conversation
from domain.conversations import State
from domain.errors import NotFound

EMPTY_DIALOGUE: dict[str, Any] = {}


def new(id_: str, *, token_hash: str, language: str, at: datetime) -> Conversation:
    """Return a conversation that has just begun, not yet stored."""
    return Conversation(
        id=id_,
        token_hash=token_hash,
        language=language,
        state=State.BOT,
        last_seq=0,
        created=at,
        updated=at,
        dialogue=EMPTY_DIALOGUE,
        outage_told=False,
        priority=0,
        advisor_seen=0,
        callback=False,
    )


async def find(db: AsyncSession, id_: str) -> Conversation:
    """Return the conversation. Raises NotFound."""
    found = await db.get(Conversation, id_)
    if found is None:
        raise NotFound("conversation_not_found")
    return found


async def lock(db: AsyncSession, id_: str) -> Conversation:
    """Return the conversation and keep others from changing it until the transaction ends. Raises NotFound."""
    found = await db.get(Conversation, id_, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound("conversation_not_found")
    return found


async def position(db: AsyncSession, conversation: Conversation) -> int | None:
    """Return the place in the queue, 1 is next; None when the person is not waiting."""
    if conversation.state != State.WAITING or conversation.queued_at is None:
        return None
    ahead = or_(
        Conversation.priority > conversation.priority,
        and_(Conversation.priority == conversation.priority, Conversation.queued_at < conversation.queued_at),
    )
    counted = select(func.count()).where(Conversation.state == State.WAITING, ahead)
    return (await db.scalar(counted) or 0) + 1


async def waiting(db: AsyncSession, *, now: datetime) -> list[Conversation]:
    """Return who waits for an advisor, in the order they should be served."""
    found = await db.scalars(
        select(Conversation)
        .where(_claimable(now))
        .order_by(Conversation.priority.desc(), Conversation.queued_at, Conversation.id)
    )
    return list(found)


async def mine(db: AsyncSession, staff: int) -> list[Conversation]:
    """Return the conversations that an advisor has."""
    found = await db.scalars(
        select(Conversation)
        .where(Conversation.state == State.ADVISOR, Conversation.advisor == staff)
        .order_by(Conversation.updated.desc())
    )
    return list(found)


async def claim(db: AsyncSession, id_: str, *, staff: int, now: datetime, lease_until: datetime) -> bool:
    """Give the conversation to the advisor if nobody has it; exactly one of several at once gets True."""
    changed = await db.execute(
        update(Conversation)
        .where(Conversation.id == id_, _claimable(now))
        .values(state=State.ADVISOR, advisor=staff, lease_until=lease_until, updated=now)
        .execution_options(synchronize_session=False)
        .returning(Conversation.id)
    )
    return changed.first() is not None


async def extend_leases(db: AsyncSession, *, staff: int, until: datetime) -> None:
    """Keep all conversations of an advisor who is still there."""
    await db.execute(
        update(Conversation)
        .where(Conversation.state == State.ADVISOR, Conversation.advisor == staff)
        .values(lease_until=until)
    )


async def delete_one(db: AsyncSession, id_: str) -> None:
    """Erase the conversation with everything that hangs on it."""
    await db.execute(delete(Conversation).where(Conversation.id == id_))


async def untouched_since(db: AsyncSession, before: datetime) -> list[str]:
    """Return the conversations in which nothing has happened since."""
    return list(await db.scalars(select(Conversation.id).where(Conversation.updated < before)))


def _claimable(now: datetime) -> Any:
    """A person waits, or was promised a call-back, or their advisor has been gone for longer than the lease."""
    asked = and_(Conversation.state.in_((State.WAITING, State.BOT)), Conversation.queued_at.is_not(None))
    abandoned = and_(Conversation.state == State.ADVISOR, Conversation.lease_until < now)
    return or_(asked, abandoned)
