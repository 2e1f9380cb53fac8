"""The start of a conversation: an id, a token, and the greeting as message 1."""

from uuid import uuid4

from actions.replies import greeting
from api.chat.access import hashed, new_token
from api.chat.schemas import NewConversation
from api.clock import now
from api.db import conversations, messages
from api.product import Product


async def start(product: Product, body: NewConversation) -> dict[str, str]:
    """Store a new conversation; the token is told once and never stored."""
    id_, token, moment = str(uuid4()), new_token(), now()
    greeted = greeting(product.texts.spoken(body.language))
    async with product.database.write() as db:
        conversation = conversations.new(id_, token_hash=hashed(token), language=body.language, at=moment)
        conversation.person = hashed(body.person) if body.person else None
        db.add(conversation)
        await db.flush()
        messages.append(db, conversation, messages.New("bot", greeted.text, dict(greeted.payload or {})), at=moment)
    product.metrics.messages.labels("bot").inc()
    return {"id": id_, "token": token}


async def join(product: Product, conversation_id: str, person: str | None) -> None:
    """Join this talk with the person's other ones, or take that back; only the hash of their key is kept."""
    async with product.database.write() as db:
        conversation = await conversations.lock(db, conversation_id)
        conversation.person = hashed(person) if person else None
