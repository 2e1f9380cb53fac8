"""An escalation: why a human is needed, how urgent it is, whose queue it joins. All from what the person shares."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.chat.outcomes import dialogue_from_json
from api.chat.views import shared_as
from api.clock import today
from api.db import facts, handovers, teams
from api.db.models.conversation import Conversation, Suggestion
from api.db.models.desk import Closing, Handover
from api.db.models.staff import Staff
from api.product import Product
from domain.escalations import escalate
from domain.facts import Facts
from domain.matching import assess
from domain.routing import CALLBACK, NO_RESULT, NOT_UNDERSTOOD, REQUEST, Case, Reason, Teams
from domain.rules import RuleBook, Verdict

HOME, AGE = "kotikunta", "ika"
MISSES = 2


@dataclass(frozen=True, slots=True)
class Why:
    """The reason of an escalation and what its team is chosen by."""

    reason: Reason
    case: Case


async def begin(
    product: Product, db: AsyncSession, conversation: Conversation, book: RuleBook, *, at: datetime, callback: bool
) -> None:
    """Give the conversation its reason, priority, team and place in time, and write the escalation down."""
    why = await _why(product.teams, db, conversation, book, callback=callback)
    conversation.handoff_reason = why.reason.id
    conversation.priority = why.reason.priority
    conversation.team = product.teams.route(why.case, await teams.staffed(db))
    conversation.queued_at = at
    conversation.callback = callback
    conversation.wanted = await _own_worker(product, db, conversation, at=at)
    db.add(
        Handover(
            conversation=conversation.id,
            reason=why.reason.id,
            priority=why.reason.priority,
            team=conversation.team,
            callback=callback,
            at=at,
        )
    )


async def raise_for_danger(product: Product, db: AsyncSession, conversation: Conversation) -> None:
    """Let a sign of danger lift somebody who waits already; nobody in particular is waited for any more."""
    reason = product.teams.reason_of(conversation.urgent, None)
    if reason is None or conversation.queued_at is None or reason.priority <= conversation.priority:
        return
    conversation.handoff_reason, conversation.priority, conversation.wanted = reason.id, reason.priority, None
    current = await handovers.current(db, conversation.id)
    if current is not None:
        current.reason, current.priority = reason.id, reason.priority


async def _why(
    product_teams: Teams, db: AsyncSession, conversation: Conversation, book: RuleBook, *, callback: bool
) -> Why:
    known = _shared(facts.answers(await facts.rows(db, conversation.id), book.vocabulary), conversation, book)
    found = assess(book, known, on=today())
    signals = [conversation.urgent] if conversation.urgent else []
    by_rule = product_teams.reason_of(conversation.urgent, escalate(found.marks, signals))
    told = by_rule or product_teams.reason(await _told_by_dialogue(db, conversation, callback=callback))
    values = known.known()
    home, age = values.get(HOME), values.get(AGE)
    return Why(
        told,
        Case(
            reason=told.id,
            home=home if isinstance(home, str) else None,
            age=age if isinstance(age, int) else None,
            needs={one.need.id: one.need.urgency for one in found.needs if one.verdict == Verdict.YES},
        ),
    )


def _shared(known: Facts, conversation: Conversation, book: RuleBook) -> Facts:
    """Keep what the person shares: the queue's order and team must not tell what they keep to themselves."""
    share = conversation.share or {}
    kept = {fact: one for fact, one in known.answers.items() if share.get(shared_as(book.vocabulary[fact]))}
    return Facts(MappingProxyType(kept))


async def _told_by_dialogue(db: AsyncSession, conversation: Conversation, *, callback: bool) -> str:
    dialogue = dialogue_from_json(conversation.dialogue)
    if callback:
        return CALLBACK
    if dialogue.misses >= MISSES:
        return NOT_UNDERSTOOD
    if dialogue.result_shown and await _set_was_empty(db, conversation):
        return NO_RESULT
    return REQUEST


async def _set_was_empty(db: AsyncSession, conversation: Conversation) -> bool:
    query = select(Suggestion.content).where(Suggestion.conversation == conversation.id)
    newest = await db.scalar(query.order_by(Suggestion.seq.desc()).limit(1))
    return newest is not None and not newest.get("suggested")


async def _own_worker(product: Product, db: AsyncSession, conversation: Conversation, *, at: datetime) -> int | None:
    """Return the advisor of the last talk, if the person lets their talks be joined and the advisor can come soon."""
    if conversation.person is None:
        return None
    earlier = (
        select(Staff)
        .join(Closing, Closing.staff == Staff.id)
        .join(Conversation, Conversation.id == Closing.conversation)
        .where(Conversation.person == conversation.person, Conversation.id != conversation.id)
    )
    last = await db.scalar(earlier.order_by(Closing.at.desc(), Closing.id.desc()).limit(1))
    if last is None or not last.active or last.role not in teams.AT_THE_DESK:
        return None
    there = teams.presence_of(last, heard_since=at - timedelta(seconds=product.settings.lease)) != teams.AWAY
    return last.id if there or conversation.callback else None
