"""An advisor puts a fact right: the set is matched anew and both sides see what has changed."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.advisor import case, reach, views
from api.chat import panel
from api.chat.schemas import FactAnswer
from api.chat.views import shared_as
from api.clock import now, today
from api.db import facts, messages, staff
from api.db.models.conversation import Conversation
from api.live.hub import Hint
from api.problems import Forbidden
from api.product import Product
from api.staff.access import Person
from domain.desk_words import desk_labels
from domain.differences import difference
from domain.errors import NotFound
from domain.facts import Answer, Fact, Known
from domain.labels import value_label
from domain.rules import RuleBook
from domain.texts import Texts


@dataclass(frozen=True, slots=True)
class Change:
    """One fact put right by an advisor; without an answer it is removed."""

    fact: Fact
    answer: Answer | None
    by: Person


async def correct(
    product: Product, person: Person, conversation_id: str, fact: str, body: FactAnswer
) -> dict[str, Any]:
    """Put an answer in place of what is known. Raises NotFound, Invalid, Forbidden for a kind that is not shared."""
    book = await product.rulebooks.published(today())
    answer = panel.answer_of(fact, body, book.vocabulary)
    return await _change(product, conversation_id, Change(book.vocabulary[fact], answer, person), book)


async def take_back(product: Product, person: Person, conversation_id: str, fact: str) -> dict[str, Any]:
    """Forget an answer. Raises NotFound when there is none, Forbidden for a kind that is not shared."""
    book = await product.rulebooks.published(today())
    if fact not in book.vocabulary:
        raise NotFound("fact_not_found")
    return await _change(product, conversation_id, Change(book.vocabulary[fact], None, person), book)


async def _change(product: Product, conversation_id: str, change: Change, book: RuleBook) -> dict[str, Any]:
    async with product.database.write() as db:
        conversation = await reach.own(db, change.by, conversation_id)
        if shared_as(change.fact) in views.withheld_kinds(conversation):
            raise Forbidden("not_shared")
        rows = await facts.rows(db, conversation_id)
        before = case.set_of(rows, conversation, book)
        row = next((one for one in rows if one.fact == change.fact.id), None)
        if row is None and change.answer is None:
            raise NotFound("fact_not_found")
        # The same once more, after an answer that was lost on its way, changes nothing.
        if row is None or facts.answer_of(row) != change.answer:
            await _store(product, db, conversation, change)
        staff.audit(db, change.by.name, "fact", conversation_id, at=now())
        await db.flush()
        after = case.set_of(await facts.rows(db, conversation_id), conversation, book)
    panel.tell(product, conversation_id, change.by.id)
    product.live.tell(Hint(conversation_id, "changed"))
    return {"suggestion": after, "changed": difference(before, after)}


async def _store(product: Product, db: AsyncSession, conversation: Conversation, change: Change) -> None:
    """Store the answer; its source is the message that tells both sides of it."""
    fact, payload = change.fact.id, {"kind": "corrected", "fact": change.fact.id}
    said = messages.New(
        "system", _sentence(product.texts.spoken(conversation.language), change), payload, author_name=change.by.name
    )
    seq = messages.append(db, conversation, said, at=now())
    conversation.advisor_seen = seq
    if change.answer is None:
        await facts.forget(db, conversation.id, [fact])
    else:
        await facts.learn(db, conversation.id, fact, change.answer, words=None, source_seq=seq, by="advisor", at=now())
    panel.settle(conversation, fact)


def _sentence(texts: Texts, change: Change) -> str:
    fact = desk_labels().of(change.fact)
    say, named = texts.say, {"advisor": change.by.name, "label": fact.label_fi}
    if change.answer is None:
        return say("fact_removed", **named)
    if isinstance(change.answer, Known):
        return say("fact_corrected", **named, value=value_label(fact, change.answer.value, texts))
    return say("fact_skipped", **named)
