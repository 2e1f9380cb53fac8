"""Stored conversations as the statistics find them, without anybody having talked."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from api.admin.statistics_counting import count
from api.clock import now
from api.db import conversations, facts, messages, turns
from api.db.models.conversation import Feedback, NotUnderstood, Suggestion, SuggestionChoice
from api.db.models.desk import Handover
from api.stopping import Stopping
from domain.facts import DECLINED, Known, Skipped
from tests.api.house import House

AT = now()


async def talked(
    house: House,
    number: int = 1,
    *,
    answers: Mapping[str, Any] | None = None,
    asked: Sequence[str] = (),
    skipped: Sequence[str] = (),
    shown: Mapping[str, Any] | None = None,
    choices: Mapping[str, str] | None = None,
    rating: int | None = None,
    misses: int = 0,
    escalated: tuple[str, timedelta | None] | None = None,
    at: datetime = AT,
) -> list[str]:
    """Store some conversations alike; return their ids."""
    ids = [str(uuid4()) for _ in range(number)]
    async with house.product.database.write() as db:
        for id_ in ids:
            conversation = conversations.new(id_, token_hash="x", language="fi", at=at)
            conversation.dialogue = {"pending": {"asked": list(asked[-1:])}}
            db.add(conversation)
            await db.flush()
            asks = [messages.New("bot", "?", {"kind": "question", "facts": [fact]}) for fact in asked]
            messages.append(db, conversation, *asks, at=at)
            for fact, value in (answers or {}).items():
                answer = value if isinstance(value, Skipped) else Known(value)
                await facts.learn(db, id_, fact, answer, words=None, source_seq=None, by="visitor", at=at)
            for fact in skipped:
                seq = messages.append(db, conversation, messages.New("visitor", "Ohita"), at=at)
                await turns.enqueue(db, id_, seq, {"metadata": {"command": "skip"}}, at=at, lease_until=at)
                await facts.learn(db, id_, fact, DECLINED, words=None, source_seq=seq, by="bot", at=at)
            if shown is not None:
                db.add(Suggestion(conversation=id_, seq=1, rulebook_version=1, content=dict(shown), at=at))
            for service, choice in (choices or {}).items():
                db.add(SuggestionChoice(conversation=id_, service=service, choice=choice, reason="oma syy", at=at))
            db.add_all(NotUnderstood(conversation=id_, seq=seq, asked={}, at=at) for seq in range(misses))
            if rating is not None:
                db.add(Feedback(conversation=id_, rating=rating, text="Soitin numeroon 040", at=at))
            if escalated is not None:
                db.add(handover(id_, *escalated, at=at))
    return ids


def handover(id_: str, reason: str, waited: timedelta | None, *, at: datetime) -> Handover:
    """An escalation that an advisor took after a while, or nobody has taken yet."""
    taken = None if waited is None else at + waited
    return Handover(conversation=id_, reason=reason, priority=0, callback=False, at=at, claimed_at=taken)


def a_set(*services: str, in_use: Sequence[str] = (), gaps: Sequence[str] = ()) -> dict[str, Any]:
    """A set as far as it is counted."""
    return {
        "suggested": [{"service": one} for one in services],
        "in_use": [{"service": one} for one in in_use],
        "gaps": [{"id": one} for one in gaps],
    }


async def counted(house: House) -> None:
    """Count what has changed, as the product does every minute."""
    await count(house.product, Stopping())
