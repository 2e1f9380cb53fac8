"""What the person sees of their way to a human: place, honest estimate, and what an advisor would see."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.chat.views import fact_view, shared_as
from api.clock import now, today
from api.db import conversations, facts, handovers, teams
from api.db.facts import KNOWN
from api.db.models.conversation import Conversation, FactRow
from api.product import Product
from domain.facts import Vocabulary
from domain.routing import COMMON
from domain.texts import Texts
from domain.waits import estimate

KINDS = ("basic", "sensitive", "health")
LOOK_BACK = timedelta(days=7)


async def view(product: Product, conversation_id: str) -> dict[str, Any]:
    """Return state, place in the queue, estimate in minutes (None when it is not known), and what is shared."""
    book = await product.rulebooks.published(today())
    there = product.hours.open_at(now())
    async with product.database.read() as db:
        conversation = await conversations.find(db, conversation_id)
        place = await conversations.position(db, conversation)
        minutes = await _estimate(product, db, conversation, place) if there and place else None
        rows = await facts.rows(db, conversation_id)
    texts = product.texts.spoken(conversation.language)
    vocabulary = book.spoken(conversation.language).vocabulary
    return {
        "state": conversation.state,
        "position": place,
        "estimate_min": minutes,
        "callback": conversation.callback,
        "share": conversation.share,
        "contact": conversation.contact,
        "preview": {kind: _of_kind(texts, kind, rows, vocabulary) for kind in KINDS},
        "open": there,
        "hours": product.hours.text_fi,
    }


async def _estimate(product: Product, db: AsyncSession, conversation: Conversation, place: int) -> int | None:
    """Tell from the team's last waits; where nobody is there now, nobody can say."""
    moment = now()
    heard_since = moment - timedelta(seconds=product.settings.lease)
    if not await teams.somebody_is_there(db, conversation.team or COMMON, heard_since=heard_since):
        return None
    return estimate(await handovers.served(db, conversation.team, since=moment - LOOK_BACK), place)


def _of_kind(texts: Texts, kind: str, rows: list[FactRow], vocabulary: Vocabulary) -> list[dict[str, Any]]:
    told = [row for row in rows if row.status == KNOWN and row.fact in vocabulary]
    views = [fact_view(row, vocabulary[row.fact], texts) for row in told if _is(kind, row, vocabulary)]
    return [{key: one[key] for key in ("fact", "label", "value_label")} for one in views]


def _is(kind: str, row: FactRow, vocabulary: Vocabulary) -> bool:
    return shared_as(vocabulary[row.fact]) == kind
