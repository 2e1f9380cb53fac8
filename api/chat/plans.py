"""The suuntakortti as both sides change it: every change names the version that it changes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy.ext.asyncio import AsyncSession

from api.chat import suggesting
from api.chat.schemas import PlanAnswer
from api.clock import now, today
from api.db import conversations, facts, messages, plans
from api.db.models.conversation import Conversation
from api.db.models.desk import Plan
from api.live.hub import Hint, desk_of
from api.problems import Stale
from api.product import Product
from domain.conversations import State
from domain.errors import Invalid, Refused
from domain.plan_card import Card, draft, faults, only_progress, put_in_order, signed
from domain.rules import RuleBook

By = Literal["advisor", "visitor"]
Veil = Callable[[Card], Card]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the card: the version it rests on, the content after it, and who makes it."""

    version: int
    card: Card
    by: By
    name: str | None = None


def view(book: RuleBook, plan: Plan | None, first: Card | None, veil: Veil = lambda card: card) -> dict[str, Any]:
    """Return the card with the names of its services; `first` is what to begin from while there is no version."""
    card = veil(plans.card_of(plan))
    shown = [*card.services, *(first.services if first else ())]
    names = {service.id: service for service in book.services}
    return {
        "version": plan.version if plan else 0,
        "content": plans.content_of(card),
        "draft": plans.content_of(first) if first else None,
        "services": [
            {"service": one.id, "name": names[one.id].name_fi, "decided_by": names[one.id].decided_by}
            for one in dict.fromkeys(shown)
            if one.id in names
        ],
        "by": plan.by if plan else None,
        "accepted_at": _iso(plan.accepted_at) if plan else None,
        "at": _iso(plan.at) if plan else None,
    }


async def own(product: Product, conversation_id: str) -> dict[str, Any]:
    """Return the person's own card."""
    book = await product.rulebooks.published(today())
    async with product.database.read() as db:
        conversation = await conversations.find(db, conversation_id)
        return await _own_view(db, conversation, book)


async def answer(product: Product, conversation_id: str, body: PlanAnswer) -> dict[str, Any]:
    """Accept the card, or change it. Raises Stale with the newest card when it has changed meanwhile."""
    book = await product.rulebooks.published(today())
    async with product.database.write() as db:
        conversation = await conversations.lock(db, conversation_id)
        if body.content is None:
            await _accept(product, db, conversation, body.version, book)
        else:
            change = Change(body.version, body.content, "visitor")
            if not await put(product, db, conversation, book, change):
                raise Stale("plan_changed", await _own_view(db, conversation, book))
        await db.flush()
        shown, advisor = await _own_view(db, conversation, book), conversation.advisor
    tell(product, conversation_id, advisor)
    return shown


async def put(product: Product, db: AsyncSession, conversation: Conversation, book: RuleBook, change: Change) -> bool:
    """Store a change of the locked conversation's card; False when it rests on an old version. Raises Invalid."""
    plan = await plans.find(db, conversation.id)
    before = plans.card_of(plan)
    card = signed(put_in_order(change.card), before, change.by)
    if wrong := faults(card, {service.id for service in book.services} | {one.id for one in before.services}):
        raise Invalid("invalid_plan", wrong)
    version = plan.version if plan else 0
    if change.version != version:
        # The same change once more, after an answer that was lost on its way.
        return change.version == version - 1 and card == before
    moment = now()
    if plan is None:
        plan = Plan(conversation=conversation.id, version=0, content={}, by=change.by, accepted_at=None, at=moment)
        db.add(plan)
        _say(product, db, conversation, "plan_begun", change)
    elif not only_progress(before, card):
        plan.accepted_at = None
    plan.version, plan.content, plan.by, plan.at = version + 1, plans.content_of(card), change.by, moment
    conversation.updated = moment
    return True


def tell(product: Product, conversation_id: str, advisor: int | None) -> None:
    """Let both sides look at the card again."""
    for kind in ("plan", "changed"):
        product.live.tell(Hint(conversation_id, kind))
    if advisor is not None:
        product.live.tell(Hint(desk_of(advisor), "plan", by=conversation_id))


async def _accept(product: Product, db: AsyncSession, conversation: Conversation, version: int, book: RuleBook) -> None:
    plan = await plans.find(db, conversation.id)
    if plan is None:
        raise Refused("no_plan")
    if plan.version != version:
        raise Stale("plan_changed", await _own_view(db, conversation, book))
    if plan.accepted_at is None:
        plan.accepted_at = now()
        _say(product, db, conversation, "plan_accepted")


async def _own_view(db: AsyncSession, conversation: Conversation, book: RuleBook) -> dict[str, Any]:
    plan = await plans.find(db, conversation.id)
    return view(book, plan, None if plan else await _own_draft(db, conversation, book))


async def _own_draft(db: AsyncSession, conversation: Conversation, book: RuleBook) -> Card:
    known = facts.answers(await facts.rows(db, conversation.id), book.vocabulary)
    if not known.answers:
        return Card()
    accepted = [one["service"] for one in await suggesting.choices(db, conversation.id) if one["choice"] == "accept"]
    spoken = book.spoken(conversation.language)
    return draft(suggesting.view_of(spoken, known, suggesting.signals(conversation)), accepted)


def _say(
    product: Product, db: AsyncSession, conversation: Conversation, sentence: str, change: Change | None = None
) -> None:
    """Point to the card in the chat while a human is there; alone one sees what one does."""
    if conversation.state == State.ADVISOR and (change is None or change.by == "advisor"):
        texts = product.texts.spoken(conversation.language)
        said = texts.say(sentence, advisor=change.name if change else "")
        messages.append(db, conversation, messages.New("system", said, {"kind": "plan"}), at=now())


def _iso(moment: Any) -> str | None:
    return moment.isoformat().replace("+00:00", "Z") if moment else None
