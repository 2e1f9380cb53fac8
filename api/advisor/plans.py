"""The suuntakortti from the advisor's side: what the person took from facts they do not share stays theirs."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.advisor import case, reach
from api.advisor.bodies import NewPlan
from api.chat import plans as cards
from api.clock import now, today
from api.db import facts, plans, staff
from api.db.models.conversation import Conversation
from api.problems import Stale
from api.product import Product
from api.staff.access import Person
from domain.plan_card import unveiled
from domain.rules import RuleBook


async def read(product: Product, person: Person, conversation_id: str) -> dict[str, Any]:
    """Return the card of a case that the advisor has or could take."""
    book = await product.rulebooks.published(today())
    async with product.database.write() as db:
        conversation = await reach.seen(db, person, conversation_id)
        staff.audit(db, person.name, "plan", conversation_id, at=now())
        return await _view(db, conversation, book)


async def change(product: Product, person: Person, conversation_id: str, body: NewPlan) -> dict[str, Any]:
    """Change the card. Raises Stale with the newest one when it has changed meanwhile, Invalid."""
    book = await product.rulebooks.published(today())
    async with product.database.write() as db:
        conversation = await reach.own(db, person, conversation_id)
        suggestion = case.set_of(await facts.rows(db, conversation_id), conversation, book)
        before = plans.card_of(await plans.find(db, conversation_id))
        card = unveiled(body.content, before, case.shown_services(suggestion, conversation))
        if not await cards.put(
            product, db, conversation, book, cards.Change(body.version, card, "advisor", person.name)
        ):
            raise Stale("plan_changed", await _view(db, conversation, book))
        staff.audit(db, person.name, "plan_change", conversation_id, at=now())
        await db.flush()
        shown = await _view(db, conversation, book)
    cards.tell(product, conversation_id, person.id)
    return shown


async def _view(db: AsyncSession, conversation: Conversation, book: RuleBook) -> dict[str, Any]:
    suggestion = case.set_of(await facts.rows(db, conversation.id), conversation, book)
    return await case.plan_view(db, conversation, book, suggestion)
