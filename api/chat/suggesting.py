"""The suggested set: today's rules over the person's facts."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.chat.schemas import ServiceChoice
from api.clock import now, today
from api.db import conversations, facts
from api.db.models.conversation import Conversation, Suggestion, SuggestionChoice
from api.product import Product
from domain.errors import Invalid
from domain.facts import Facts
from domain.guidance import guide
from domain.problems import Problem
from domain.render import suggestion_view
from domain.rules import RuleBook


async def suggestion(product: Product, conversation_id: str) -> dict[str, Any]:
    """Return the set as it is now, with the person's choices; what is shown is kept with the version of its rules."""
    book = await product.rulebooks.published(today())
    async with product.database.read() as db:
        conversation = await conversations.find(db, conversation_id)
        known = facts.answers(await facts.rows(db, conversation_id), book.vocabulary)
        newest = await _newest(db, conversation_id)
        chosen = await choices(db, conversation_id)
    view = view_of(book.spoken(conversation.language), known, signals(conversation))
    if newest is None or newest.content != view:
        await _keep(product, conversation_id, book.version, view)
    return view | {"choices": chosen}


def view_of(book: RuleBook, known: Facts, signs: Collection[str]) -> dict[str, Any]:
    """Return the set for these facts as plain data."""
    return suggestion_view(book, guide(book, known, on=today(), signals=signs))


def signals(conversation: Conversation) -> tuple[str, ...]:
    """Return the signs of danger in the conversation."""
    return (conversation.urgent,) if conversation.urgent else ()


async def choose(product: Product, conversation_id: str, body: ServiceChoice) -> None:
    """Keep what the person thinks of one service. Raises Invalid for a service that there is not."""
    book = await product.rulebooks.published(today())
    if all(service.id != body.service for service in book.services):
        raise Invalid("unknown_service", [Problem("service", "unknown_service", body.service)])
    async with product.database.write() as db:
        await conversations.lock(db, conversation_id)
        if body.choice is None:
            row = await db.get(SuggestionChoice, (conversation_id, body.service))
            if row is not None:
                await db.delete(row)
            return
        await db.merge(
            SuggestionChoice(
                conversation=conversation_id,
                service=body.service,
                choice=body.choice,
                reason=body.reason or None,
                at=now(),
            )
        )


async def _newest(db: AsyncSession, conversation_id: str) -> Suggestion | None:
    query = select(Suggestion).where(Suggestion.conversation == conversation_id).order_by(Suggestion.seq.desc())
    return (await db.scalars(query.limit(1))).first()


async def choices(db: AsyncSession, conversation_id: str) -> list[dict[str, Any]]:
    """Return what the person has thought of single services."""
    rows = await db.scalars(select(SuggestionChoice).where(SuggestionChoice.conversation == conversation_id))
    return [{"service": row.service, "choice": row.choice, "reason": row.reason} for row in rows]


async def _keep(product: Product, conversation_id: str, version: int, view: dict[str, Any]) -> None:
    async with product.database.write() as db:
        conversation = await conversations.lock(db, conversation_id)
        await db.merge(
            Suggestion(
                conversation=conversation_id,
                seq=conversation.last_seq,
                rulebook_version=version,
                content=view,
                at=now(),
            )
        )
