"""Messages and their numbers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.conversation import Conversation, Message


@dataclass(frozen=True, slots=True)
class New:
    """A message that has no number yet; `author` is visitor, bot, advisor or system."""

    author: str
    text: str
    payload: dict[str, Any] | None = None
    author_name: str | None = None
    client_id: str | None = None
    answers: int | None = None


def append(db: AsyncSession, conversation: Conversation, *messages: New, at: datetime) -> int:
    """Give the messages the next numbers and return the last number; the conversation must be locked."""
    for message in messages:
        conversation.last_seq += 1
        db.add(
            Message(
                conversation=conversation.id,
                seq=conversation.last_seq,
                client_id=message.client_id,
                author=message.author,
                author_name=message.author_name,
                text=message.text,
                payload=message.payload,
                answers=message.answers,
                at=at,
            )
        )
    conversation.updated = at
    return conversation.last_seq


async def numbered(db: AsyncSession, conversation: str, client_id: str) -> int | None:
    """Return the number that this client id already has."""
    return await db.scalar(
        select(Message.seq).where(Message.conversation == conversation, Message.client_id == client_id)
    )


async def after(db: AsyncSession, conversation: str, seq: int, *, limit: int | None = None) -> list[Message]:
    """Return what came after number `seq`, in order."""
    query = (
        select(Message)
        .where(Message.conversation == conversation, Message.seq > seq)
        .order_by(Message.seq)
        .limit(limit)
    )
    return list(await db.scalars(query))


async def latest(db: AsyncSession, conversation: str, author: str, *, limit: int) -> list[Message]:
    """Return the author's newest messages, newest first."""
    query = (
        select(Message)
        .where(Message.conversation == conversation, Message.author == author)
        .order_by(Message.seq.desc())
        .limit(limit)
    )
    return list(await db.scalars(query))
