"""Makes a tally of each conversation soon after it has changed; looking at the statistics reads tallies alone."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from api.chat.outcomes import dialogue_from_json
from api.clock import FINLAND
from api.db import facts, tallies
from api.db.facts import KNOWN
from api.db.models.conversation import Conversation, FactRow, Message, Suggestion
from api.db.models.desk import Handover
from api.db.models.tally import Tally
from api.product import Product
from api.stopping import Stopping
from domain.statistics import age_band, ended, monday, question_marks, service_marks

EVERY, AT_ONCE = 60.0, 200
# What belongs to a conversation may be stored a little after its last change; so long it is counted again.
UNSETTLED = timedelta(minutes=10)
HOME, AGE, LANGUAGE = "kotikunta", "ika", "kielitaito_suomi"

log = structlog.get_logger(__name__)


@dataclass
class _Read:
    """What some conversations hold, by conversation; a later set takes the place of an earlier one."""

    answers: Mapping[str, Sequence[FactRow]]
    asked: dict[str, list[str]] = field(default_factory=dict)
    sets: dict[str, dict[str, Any]] = field(default_factory=dict)
    human: frozenset[str] = frozenset()


@asynccontextmanager
async def counting(product: Product) -> AsyncIterator[None]:
    """Count now and then while the block lasts."""
    stopping = Stopping()
    task = asyncio.create_task(_count_on(product, stopping))
    try:
        yield
    finally:
        stopping.ask()
        await task


async def _count_on(product: Product, stopping: Stopping) -> None:
    while not stopping.asked:
        try:
            await count(product, stopping)
        except SQLAlchemyError as error:
            log.warning("counting_failed", reason=type(error).__name__)
        await stopping.pause(EVERY)


async def count(product: Product, stopping: Stopping) -> None:
    """Bring the tallies up to date, the longest unchanged conversation first, so that a stop loses nothing."""
    async with product.database.read() as db:
        last = await tallies.counted_up_to(db)
    since, after = None if last is None else last - UNSETTLED, None
    while not stopping.asked:
        async with product.database.read() as db:
            found = await tallies.changed(db, since=since, after=after, most=AT_ONCE)
            read = await _read(db, [one.id for one in found])
        if not found:
            return
        after = (found[-1].updated, found[-1].id)
        async with product.database.write() as db:
            await tallies.put(db, [_tally(product, one, read) for one in found])


async def _read(db: AsyncSession, ids: Sequence[str]) -> _Read:
    read = _Read(await facts.rows_of(db, ids))
    questions = select(Message.conversation, Message.payload["facts"]).where(
        Message.conversation.in_(ids), Message.author == "bot", Message.payload["kind"].as_string() == "question"
    )
    for conversation, asked in await db.execute(questions.order_by(Message.conversation, Message.seq)):
        read.asked.setdefault(conversation, []).extend(asked)
    parts = (Suggestion.content[name].label(name) for name in ("suggested", "in_use", "gaps"))
    sets = select(Suggestion.conversation, *parts).where(Suggestion.conversation.in_(ids))
    for row in await db.execute(sets.order_by(Suggestion.conversation, Suggestion.seq)):
        read.sets[row.conversation] = {"suggested": row.suggested, "in_use": row.in_use, "gaps": row.gaps}
    read.human = frozenset(await db.scalars(select(Handover.conversation).where(Handover.conversation.in_(ids))))
    return read


def _tally(product: Product, conversation: Conversation, read: _Read) -> Tally:
    rows = read.answers.get(conversation.id, ())
    known = {row.fact: row.value for row in rows if row.status == KNOWN}
    view = read.sets.get(conversation.id, {})
    pending = dialogue_from_json(conversation.dialogue).pending
    open_facts = pending.asked or (pending.confirm or ())[:1]
    place = known.get(HOME) or ""
    return Tally(
        conversation=conversation.id,
        updated=conversation.updated,
        week=monday(conversation.created.astimezone(FINLAND).date()).isoformat(),
        age=age_band(known.get(AGE)),
        language=known.get(LANGUAGE) or "",
        place=place,
        region=product.municipalities.wellbeing_area(place),
        ended=ended(result=bool(view), human=conversation.id in read.human),
        stop=pending.screen or next(iter(open_facts), ""),
        questions=question_marks(read.asked.get(conversation.id, ()), {row.fact: row.status for row in rows}),
        services=service_marks(view),
        gaps=" ".join(gap["id"] for gap in view.get("gaps") or ()),
    )
