"""Makes a tally of each conversation soon after it has changed; looking at the statistics reads tallies alone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import structlog
from sqlalchemy.exc import SQLAlchemyError

from api.chat.outcomes import dialogue_from_json
from api.clock import FINLAND
from api.db import talks, tallies
from api.db.models.conversation import Conversation
from api.db.models.tally import Tally
from api.product import Product
from api.stopping import Stopping
from domain.statistics import Talk, marks_of, monday, written

EVERY, AT_ONCE = 60.0, 200
# What belongs to a conversation may be stored a little after its last change; so long it is counted again.
UNSETTLED = timedelta(minutes=10)

log = structlog.get_logger(__name__)


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
            held = await talks.read(db, [one.id for one in found])
        if not found:
            return
        after = (found[-1].updated, found[-1].id)
        async with product.database.write() as db:
            await tallies.put(db, [_tally(product, one, held[one.id]) for one in found])


def _tally(product: Product, conversation: Conversation, talk: Talk) -> Tally:
    pending = dialogue_from_json(conversation.dialogue).pending
    open_facts = pending.asked or (pending.confirm or ())[:1]
    talk.lives_in(product.places.current(talk.place))
    area = product.places.wellbeing_area(talk.place)
    talk.stop = pending.screen or next(iter(open_facts), "")
    return Tally(
        conversation=conversation.id,
        updated=conversation.updated,
        week=monday(conversation.created.astimezone(FINLAND).date()).isoformat(),
        age=talk.age,
        language=talk.language,
        region="" if area is None else area.name_fi,
        marks=written(marks_of(talk)),
    )
