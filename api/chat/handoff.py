"""The way to a human: a place in the queue, or outside service hours a call-back that is kept; and out of it again."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.chat import escalating
from api.chat.handoff_bodies import CallBack, Sharing
from api.chat.schemas import Handoff
from api.clock import now, today
from api.db import conversations, handovers, messages, turns
from api.db.models.conversation import Conversation
from api.db.models.desk import FollowUp
from api.live.hub import QUEUE, Hint, desk_of
from api.product import Product
from domain.conversations import Event, State, following
from domain.errors import Refused
from domain.privacy import mask
from domain.rules import RuleBook


async def ask_for_human(product: Product, conversation_id: str, body: Handoff) -> dict[str, Any]:
    """Queue the conversation; asking again changes only what is shared and how to reach the person."""
    book = await product.rulebooks.published(today())
    async with product.database.write() as db:
        conversation = await conversations.lock(db, conversation_id)
        conversation.share = body.share.model_dump()
        conversation.contact = body.contact or conversation.contact
        if body.message:
            said = messages.New("visitor", mask(body.message).text)
            messages.append(db, conversation, said, at=now())
        if conversation.queued_at is None and conversation.state != State.ADVISOR:
            await _queue(product, db, conversation, book, phone_ok=body.phone_ok)
        answer = await _answer(product, db, conversation)
    _tell(product, conversation)
    return answer


async def share(product: Product, conversation_id: str, body: Sharing) -> None:
    """Change what is shared, also while an advisor answers; what is withdrawn is gone from their screen at once."""
    async with product.database.write() as db:
        conversation = await conversations.lock(db, conversation_id)
        if conversation.queued_at is None and conversation.state != State.ADVISOR:
            raise Refused("not_now")
        conversation.share = body.share.model_dump()
        if "contact" in body.model_fields_set:
            conversation.contact = body.contact or None
    _tell(product, conversation)
    if conversation.advisor is not None:
        product.live.tell(Hint(desk_of(conversation.advisor), "facts", by=conversation_id))


async def leave(product: Product, conversation_id: str) -> None:
    """Leave the queue or take the wish for a call-back back; leaving where one does not wait changes nothing."""
    async with product.database.write() as db:
        conversation = await conversations.lock(db, conversation_id)
        if conversation.state == State.ADVISOR:
            raise Refused("not_now")
        if conversation.queued_at is None:
            return
        if conversation.state == State.WAITING:
            conversation.state = following(State.WAITING, Event.LEFT)
        await handovers.end(db, conversation, "left", at=now())
        conversation.share = None
        conversation.contact = None
        _say(db, conversation, product.texts.spoken(conversation.language).say("handoff_left"), "left")
    _tell(product, conversation)


async def call_back(product: Product, conversation_id: str, body: CallBack) -> dict[str, Any]:
    """Let the person go on with the bot and be contacted instead of waiting. Raises Refused "not_now"."""
    async with product.database.write() as db:
        conversation = await conversations.lock(db, conversation_id)
        if conversation.queued_at is None or conversation.state == State.ADVISOR:
            raise Refused("not_now")
        conversation.contact = body.contact or conversation.contact
        if not conversation.callback:
            await to_callback(product, db, conversation, phone_ok=body.phone_ok)
        answer = await _answer(product, db, conversation)
    _tell(product, conversation)
    return answer


async def to_callback(product: Product, db: AsyncSession, conversation: Conversation, *, phone_ok: bool = True) -> None:
    """Turn a live wait into a call-back: the bot goes on, the team has it among its follow-ups."""
    if conversation.state == State.WAITING:
        conversation.state = following(State.WAITING, Event.LEFT)
    conversation.callback = True
    current = await handovers.current(db, conversation.id)
    if current is not None:
        current.callback = True
    _promise_callback(product, db, conversation, phone_ok=phone_ok)


def promise(product: Product, conversation: Conversation) -> str:
    """Promise a contact only to one who told how to be reached; the others are answered in this conversation."""
    there = product.hours.open_at(now())
    told = "handoff_callback" if conversation.contact else "handoff_callback_here"
    texts = product.texts.spoken(conversation.language)
    return texts.say(f"{told}_open" if there else told, hours=product.hours.text_fi)


async def _queue(
    product: Product, db: AsyncSession, conversation: Conversation, book: RuleBook, *, phone_ok: bool
) -> None:
    moment = now()
    closed = not product.hours.open_at(moment)
    await escalating.begin(product, db, conversation, book, at=moment, callback=closed)
    if closed:
        # The bot goes on meanwhile; an advisor who comes early may still take the conversation from the queue.
        if conversation.state == State.CLOSED:
            conversation.state = following(State.CLOSED, Event.WROTE_AGAIN)
        _promise_callback(product, db, conversation, phone_ok=phone_ok)
        return
    conversation.state = following(State(conversation.state), Event.ASKED_FOR_HUMAN)
    await turns.drop_queued(db, conversation.id)
    await db.flush()
    place = await conversations.position(db, conversation)
    texts = product.texts.spoken(conversation.language)
    _say(db, conversation, texts.say("handoff_waiting", position=place), "waiting", place)


def _promise_callback(product: Product, db: AsyncSession, conversation: Conversation, *, phone_ok: bool) -> None:
    due = product.hours.next_opening(now())
    told = product.texts.say("callback_task" if phone_ok else "callback_task_written")
    db.add(FollowUp(conversation=conversation.id, team=conversation.team, kind=handovers.CALLBACK, due=due, text=told))
    messages.append(db, conversation, messages.New("system", promise(product, conversation)), at=now())


def _say(db: AsyncSession, conversation: Conversation, text: str, state: str, place: int | None = None) -> None:
    payload = {"kind": "handoff", "state": state, "position": place}
    messages.append(db, conversation, messages.New("system", text, payload), at=now())


async def _answer(product: Product, db: AsyncSession, conversation: Conversation) -> dict[str, Any]:
    await db.flush()
    if conversation.state == State.BOT:
        return {"state": "callback", "text": promise(product, conversation)}
    return {"state": conversation.state, "position": await conversations.position(db, conversation)}


def _tell(product: Product, conversation: Conversation) -> None:
    product.live.tell(Hint(conversation.id, "changed"))
    product.live.tell(Hint(QUEUE, "changed"))
    if conversation.advisor is not None:
        product.live.tell(Hint(desk_of(conversation.advisor), "changed"))
