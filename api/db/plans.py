"""Queries about the suuntakortti and what an advisor writes about a case."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.conversation import Conversation
from api.db.models.desk import Closing, Note, Plan
from api.db.models.staff import Staff
from domain.errors import Refused
from domain.plan_card import Card


async def find(db: AsyncSession, conversation: str) -> Plan | None:
    """Return the newest version of a conversation's card."""
    return await db.get(Plan, conversation)


def card_of(plan: Plan | None) -> Card:
    """Return the card's content; before the first version it is empty."""
    return Card.model_validate(plan.content) if plan else Card()


def content_of(card: Card) -> dict[str, Any]:
    """Return a card as it is stored and sent."""
    return card.model_dump(mode="json")


async def notes(db: AsyncSession, conversation: str) -> list[tuple[Note, str]]:
    """Return the notes about a case with the names of their writers, oldest first."""
    query = (
        select(Note, Staff.name)
        .join(Staff, Staff.id == Note.staff)
        .where(Note.conversation == conversation)
        .order_by(Note.at, Note.id)
    )
    return [(note, name) for note, name in (await db.execute(query)).all()]


async def add_note(db: AsyncSession, conversation: str, *, client_id: str, staff: int, text: str, at: datetime) -> Note:
    """Add a note, or return the one that this client id already made. Raises Refused when it is another case's."""
    known = await db.scalar(select(Note).where(Note.client_id == client_id))
    if known is not None and known.conversation != conversation:
        raise Refused("client_id_taken")
    if known is not None:
        return known
    note = Note(conversation=conversation, client_id=client_id, staff=staff, text=text, at=at)
    db.add(note)
    await db.flush()
    return note


async def closings(db: AsyncSession, conversation: str) -> list[Closing]:
    """Return how the talks of one conversation ended, newest first."""
    query = select(Closing).where(Closing.conversation == conversation).order_by(Closing.at.desc(), Closing.id.desc())
    return list(await db.scalars(query))


async def earlier(db: AsyncSession, conversation: Conversation, *, limit: int = 10) -> list[Closing]:
    """Return how earlier talks ended, this conversation's and, if the person has joined them, the others'."""
    joined = Conversation.id == conversation.id
    if conversation.person is not None:
        joined = joined | (Conversation.person == conversation.person)
    query = select(Closing).join(Conversation, Conversation.id == Closing.conversation).where(joined)
    return list(await db.scalars(query.order_by(Closing.at.desc(), Closing.id.desc()).limit(limit)))
