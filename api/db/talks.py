"""Whole conversations as far as they are counted: a few queries for many of them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db import facts
from api.db.models.conversation import Feedback, Message, NotUnderstood, Suggestion, SuggestionChoice, Turn
from api.db.models.desk import Handover
from domain.facts import DECLINED
from domain.statistics import SKIPPED, Talk

COUNTED = ("suggested", "in_use", "gaps")


async def read(db: AsyncSession, ids: Sequence[str]) -> dict[str, Talk]:
    """Return what is counted of each conversation."""
    talks = {id_: Talk() for id_ in ids}
    await _interviews(db, ids, talks)
    await _results(db, ids, talks)
    for handover in await db.scalars(select(Handover).where(Handover.conversation.in_(ids))):
        talks[handover.conversation].escalations.append((handover.reason, _waited(handover)))
    for told in await db.scalars(select(Feedback).where(Feedback.conversation.in_(ids), Feedback.rating.is_not(None))):
        talks[told.conversation].ratings.append(told.rating or 0)
    return talks


async def _interviews(db: AsyncSession, ids: Sequence[str], talks: dict[str, Talk]) -> None:
    skips = {(id_, seq) for id_, seq in await db.execute(_skips(ids))}
    for id_, rows in (await facts.rows_of(db, ids)).items():
        for row in rows:
            passed = row.status == DECLINED.value and (id_, row.source_seq) in skips
            talks[id_].answers[row.fact] = SKIPPED if passed else row.status
        talks[id_].known = {row.fact: row.value for row in rows if row.status == facts.KNOWN}
    for id_, asked in await db.execute(_questions(ids)):
        talks[id_].asked.extend(asked)
    for id_ in await db.scalars(select(NotUnderstood.conversation).where(NotUnderstood.conversation.in_(ids))):
        talks[id_].misses += 1


async def _results(db: AsyncSession, ids: Sequence[str], talks: dict[str, Talk]) -> None:
    for id_, *parts in await db.execute(_sets(ids)):
        talks[id_].view = dict(zip(COUNTED, parts, strict=True))
    for choice in await db.scalars(select(SuggestionChoice).where(SuggestionChoice.conversation.in_(ids))):
        talks[choice.conversation].choices[choice.service] = choice.choice


def _skips(ids: Sequence[str]) -> Select[str, int]:
    """Return the messages that were a press on the button that passes a question over."""
    pressed = Turn.input["metadata"]["command"].as_string() == "skip"
    return select(Turn.conversation, Turn.seq).where(Turn.conversation.in_(ids), pressed)


def _questions(ids: Sequence[str]) -> Select[Any]:
    chosen = select(Message.conversation, Message.payload["facts"]).where(Message.conversation.in_(ids))
    asking = chosen.where(Message.author == "bot", Message.payload["kind"].as_string() == "question")
    return asking.order_by(Message.conversation, Message.seq)


def _sets(ids: Sequence[str]) -> Select[Any]:
    """Return the sets as they were shown; the last one of a conversation stands last."""
    chosen = select(Suggestion.conversation, *(Suggestion.content[name] for name in COUNTED))
    return chosen.where(Suggestion.conversation.in_(ids)).order_by(Suggestion.conversation, Suggestion.seq)


def _waited(handover: Handover) -> int | None:
    """Return the seconds until an advisor came; a promised call-back is no wait."""
    if handover.claimed_at is None or handover.callback:
        return None
    return round((handover.claimed_at - handover.at).total_seconds())
