"""What the assistant has understood, corrected by the person's own hand."""

from dataclasses import replace
from typing import Any

from actions.ports import Pending
from api.chat.outcomes import dialogue_from_json, dialogue_to_json
from api.chat.schemas import FactAnswer
from api.chat.views import fact_views
from api.clock import now, today
from api.db import conversations, facts, learning
from api.db.models.conversation import Conversation
from api.live.hub import Hint, desk_of
from api.product import Product
from api.words import clean
from domain.errors import Invalid, NotFound
from domain.facts import DECLINED, DONT_KNOW, Answer, Known, Vocabulary
from domain.privacy import mask
from domain.problems import Problem


async def understood(product: Product, conversation_id: str) -> list[dict[str, Any]]:
    """Return all answers as the panel shows them."""
    book = await product.rulebooks.published(today())
    async with product.database.read() as db:
        language = (await conversations.find(db, conversation_id)).language
        rows = await facts.rows(db, conversation_id)
    return fact_views(rows, book.spoken(language).vocabulary, product.texts.spoken(language))


async def correct(product: Product, conversation_id: str, fact: str, body: FactAnswer) -> None:
    """Put an answer in place of what was understood. Raises NotFound for an unknown fact, Invalid for a wrong value."""
    answer = answer_of(fact, body, (await product.rulebooks.published(today())).vocabulary)
    async with product.database.write() as db:
        conversation = await conversations.lock(db, conversation_id)
        await learning.corrected(db, conversation_id, fact, answer, at=now())
        await facts.learn(db, conversation_id, fact, answer, words=None, source_seq=None, by="visitor", at=now())
        settle(conversation, fact)
        advisor = conversation.advisor
    tell(product, conversation_id, advisor)


async def take_back(product: Product, conversation_id: str, fact: str) -> None:
    """Forget an answer. Raises NotFound when there is none."""
    async with product.database.write() as db:
        conversation = await conversations.lock(db, conversation_id)
        if all(row.fact != fact for row in await facts.rows(db, conversation_id)):
            raise NotFound("fact_not_found")
        await learning.corrected(db, conversation_id, fact, None, at=now())
        await facts.forget(db, conversation_id, [fact])
        settle(conversation, fact)
        advisor = conversation.advisor
    tell(product, conversation_id, advisor)


def answer_of(fact: str, body: FactAnswer, vocabulary: Vocabulary) -> Answer:
    """Return what was answered by hand. Raises NotFound for an unknown fact, Invalid for a wrong value."""
    if fact not in vocabulary:
        raise NotFound("fact_not_found")
    if body.declined or body.dont_know:
        return DECLINED if body.declined else DONT_KNOW
    value = body.value
    if isinstance(value, str) and vocabulary[fact].type == "text":
        value = mask(clean(value)).text
    if (fault := vocabulary.fault(fact, value)) is not None:
        raise Invalid("invalid_value", [Problem("value", fault, fact)])
    return Known(vocabulary.settled(fact, value))


def tell(product: Product, conversation_id: str, advisor: int | None) -> None:
    """Let both sides look at the facts again."""
    product.live.tell(Hint(conversation_id, "facts"))
    if advisor is not None:
        product.live.tell(Hint(desk_of(advisor), "facts", by=conversation_id))


def settle(conversation: Conversation, fact: str) -> None:
    """A question that was answered or changed beside the chat is not pending any more."""
    dialogue = dialogue_from_json(conversation.dialogue)
    pending = dialogue.pending
    left = tuple(asked for asked in pending.asked if asked != fact)
    confirmed = pending.confirm is not None and pending.confirm[0] == fact
    if left != pending.asked or confirmed:
        settled = replace(pending, asked=left, confirm=None if confirmed else pending.confirm)
        keeps = settled.asked or settled.confirm
        conversation.dialogue = dialogue_to_json(replace(dialogue, pending=settled if keeps else Pending()))
    conversation.updated = now()
