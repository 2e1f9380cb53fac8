"""The way to a human: a place in the queue, or outside service hours a call-back that is kept."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.chat.schemas import Handoff
from api.clock import now
from api.db import conversations, messages, turns
from api.db.models import Conversation
from api.live.hub import QUEUE, Hint
from api.product import Product
from domain.conversations import Event, State, following
from domain.privacy import mask

URGENT, CALLBACK, REQUEST = "kiireellinen", "takaisinsoitto", "pyynto"


async def ask_for_human(product: Product, conversation_id: str, body: Handoff) -> dict[str, Any]:
    """Queue the conversation; asking again changes only what is shared and how to reach the person."""
    async with product.database.write() as db:
        conversation = await conversations.lock(db, conversation_id)
        conversation.share = body.share.model_dump()
        conversation.contact = body.contact or conversation.contact
        if body.message:
            said = messages.New("visitor", mask(body.message).text)
            messages.append(db, conversation, said, at=now())
        if conversation.queued_at is None and conversation.state != State.ADVISOR:
            await _queue(product, db, conversation)
        answer = await _answer(product, db, conversation)
    product.live.tell(Hint(conversation_id, "changed"))
    product.live.tell(Hint(QUEUE, "changed"))
    return answer


async def _queue(product: Product, db: AsyncSession, conversation: Conversation) -> None:
    moment = now()
    conversation.queued_at = moment
    if not product.hours.open_at(moment):
        # The bot goes on meanwhile; an advisor who comes early may still take the conversation from the queue.
        conversation.handoff_reason = URGENT if conversation.urgent else CALLBACK
        if conversation.state == State.CLOSED:
            conversation.state = following(State.CLOSED, Event.WROTE_AGAIN)
        messages.append(db, conversation, messages.New("system", _promise(product, conversation)), at=moment)
        return
    conversation.handoff_reason = URGENT if conversation.urgent else REQUEST
    conversation.state = following(State(conversation.state), Event.ASKED_FOR_HUMAN)
    await turns.drop_open(db, conversation.id)
    await db.flush()
    place = await conversations.position(db, conversation)
    payload = {"kind": "handoff", "state": "waiting", "position": place}
    text = product.texts.say("handoff_waiting", position=place)
    messages.append(db, conversation, messages.New("system", text, payload), at=moment)


async def _answer(product: Product, db: AsyncSession, conversation: Conversation) -> dict[str, Any]:
    await db.flush()
    if conversation.state == State.BOT:
        return {"state": "callback", "text": _promise(product, conversation)}
    return {"state": conversation.state, "position": await conversations.position(db, conversation)}


def _promise(product: Product, conversation: Conversation) -> str:
    """Promise a call only to one who told how to be reached; the others are answered in this conversation."""
    sentence = "handoff_callback" if conversation.contact else "handoff_callback_here"
    return product.texts.say(sentence, hours=product.hours.text_fi)
