"""What an advisor may see of a conversation: nothing of a kind that the person did not share."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.chat.suggesting import signals, view_of
from api.chat.views import fact_views, message_view, shared_as
from api.db import facts, messages, turns
from api.db.models.conversation import Conversation, FactRow, Message
from api.product import Product
from domain.desk_words import desk_labels
from domain.facts import Fact, Vocabulary
from domain.rules import RuleBook

KINDS = ("basic", "sensitive", "health")
HOME = "kotikunta"
ANSWERED_BY = ("bot", "system")


def withheld_kinds(conversation: Conversation) -> list[str]:
    """Return the kinds of facts that the person did not share."""
    share = conversation.share or {}
    return [kind for kind in KINDS if not share.get(kind, False)]


def shared(rows: list[FactRow], conversation: Conversation, vocabulary: Vocabulary) -> list[FactRow]:
    """Return the answers that the advisor may see."""
    withheld = withheld_kinds(conversation)
    return [row for row in rows if row.fact in vocabulary and shared_as(vocabulary[row.fact]) not in withheld]


async def hidden(db: AsyncSession, rows: list[FactRow], conversation: Conversation, vocabulary: Vocabulary) -> set[int]:
    """Return the numbers of the messages in which something was told that is not shared."""
    told = await turns.told(db, [conversation.id])
    return kept_back(told[conversation.id], rows, conversation, vocabulary)


def kept_back(told: turns.Told, rows: list[FactRow], conversation: Conversation, vocabulary: Vocabulary) -> set[int]:
    """Return the same from what the bot has read.

    A fact that was corrected or taken back since is still told in the message, so what each turn learned counts too.
    """
    withheld = withheld_kinds(conversation)
    if not withheld:
        return set()
    seen = shared(rows, conversation, vocabulary)
    now_known = {row.source_seq for row in rows if row not in seen and row.source_seq is not None}
    once = {seq for seq, facts_told in told if any(_withheld(fact, withheld, vocabulary) for fact in facts_told)}
    return now_known | once


def _withheld(fact: str, withheld: list[str], vocabulary: Vocabulary) -> bool:
    """A fact that the rules of today do not know any more is of no known kind, so it stays here."""
    return fact not in vocabulary or shared_as(vocabulary[fact]) in withheld


async def conversation_view(
    product: Product, db: AsyncSession, conversation: Conversation, book: RuleBook
) -> dict[str, Any]:
    """Return the transcript, the shared facts and the set that rests on them alone."""
    rows = await facts.rows(db, conversation.id)
    seen = shared(rows, conversation, book.vocabulary)
    unseen = await hidden(db, rows, conversation, book.vocabulary)
    found = await messages.after(db, conversation.id, 0)
    known = facts.answers(seen, book.vocabulary)
    return {
        "id": conversation.id,
        "state": conversation.state,
        "urgent": conversation.urgent,
        "contact": conversation.contact,
        "messages": [transcribed(message, unseen, conversation, book.vocabulary) for message in found],
        "facts": [_unquoted(one, unseen) for one in fact_views(seen, in_desk_words(book.vocabulary), product.texts)],
        "withheld": withheld_kinds(conversation),
        "suggestion": view_of(book, known, signals(conversation)) if known.answers else None,
        "share": conversation.share,
    }


def transcribed(
    message: Message, unseen: set[int], conversation: Conversation, vocabulary: Vocabulary
) -> dict[str, Any]:
    """Return one message; where it tells a withheld fact, or echoes one, its content stays here."""
    view = message_view(message)
    told = message.author == "visitor" and message.seq in unseen
    echoed = message.author in ANSWERED_BY and message.answers in unseen
    if told or echoed or _asks_of_withheld(message, conversation, vocabulary):
        return view | {"text": "", "payload": None, "withheld": True}
    return view


def _unquoted(fact: dict[str, Any], unseen: set[int]) -> dict[str, Any]:
    """Return a fact without the person's words, where they stand in a message that tells something else too."""
    return fact | {"words": None} if fact["source_seq"] in unseen else fact


def in_desk_words(vocabulary: Vocabulary) -> dict[str, Fact]:
    """Return the facts as they are named to an advisor, in the order of the catalogue."""
    return {id_: desk_labels().of(fact) for id_, fact in vocabulary.items()}


def home(rows: list[FactRow], conversation: Conversation, vocabulary: Vocabulary) -> str | None:
    """Return where the person lives, if it is told and shared."""
    return next((row.value for row in shared(rows, conversation, vocabulary) if row.fact == HOME), None)


def _asks_of_withheld(message: Message, conversation: Conversation, vocabulary: Vocabulary) -> bool:
    """A reading to confirm, a list known in part and a correction hold what the person has told."""
    payload = message.payload or {}
    tells = payload.get("kind") in {"answer", "confirm", "corrected"} or bool(payload.get("selected"))
    named = [payload.get("fact"), *(payload.get("facts") or ())]
    withheld = withheld_kinds(conversation)
    return tells and any(_withheld(str(fact), withheld, vocabulary) for fact in named if fact is not None)
