"""Watches the queue: brings lost cases back, turns waits into call-backs at closing time, mails about danger."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import structlog
from sqlalchemy.exc import SQLAlchemyError

from api.advisor import notifying
from api.advisor.claiming import back_to_queue, tell
from api.chat.handoff import to_callback
from api.clock import now
from api.db import conversations, staff
from api.db.models.conversation import Conversation
from api.db.models.staff import Staff
from api.live.hub import QUEUE, Hint
from api.product import Product
from api.stopping import Stopping
from domain.conversations import State
from domain.errors import NotFound

EVERY, LOOKS_IN_A_LEASE = 5.0, 8
AFTER_CLOSING = timedelta(minutes=5)  # who was served until the last minute may still be answered

log = structlog.get_logger(__name__)


@asynccontextmanager
async def watching(product: Product) -> AsyncIterator[None]:
    """Watch while the block lasts; all stands in the database, so it goes on where an earlier process stopped."""
    stopping = Stopping()
    task = asyncio.create_task(_watch(product, stopping))
    try:
        yield
    finally:
        stopping.ask()
        await task


async def _watch(product: Product, stopping: Stopping) -> None:
    every = min(EVERY, product.settings.lease / LOOKS_IN_A_LEASE)
    while not stopping.asked:
        try:
            await bring_back(product)
            await close_for_today(product)
            await notifying.mail(product)
        except SQLAlchemyError as error:
            log.warning("watch_failed", reason=type(error).__name__)
        await stopping.pause(every)


async def bring_back(product: Product) -> None:
    """Let the cases of advisors who are not heard of any more wait again, each at its old place."""
    async with product.database.read() as db:
        found = await conversations.abandoned(db, now=now())
    for conversation_id in found:
        lost = await _bring_back(product, conversation_id)
        if lost is not None:
            log.info("lease_ended", conversation=conversation_id)
            tell(product, conversation_id, lost)


async def close_for_today(product: Product) -> None:
    """Promise a call-back to those who still wait when nobody is there any more."""
    moment = now()
    if product.hours.open_at(moment) or product.hours.open_at(moment - AFTER_CLOSING):
        return
    async with product.database.read() as db:
        found = await conversations.waiting_live(db)
    for conversation_id in found:
        await _promise(product, conversation_id)


async def _bring_back(product: Product, conversation_id: str) -> int | None:
    """Return whose case it was; None when they are back, or another process was faster."""
    moment = now()
    async with product.database.write() as db:
        try:
            conversation = await conversations.lock(db, conversation_id)
        except NotFound:
            return None
        lost = conversation.advisor
        if lost is None or not _is_lost(conversation):
            return None
        person = await db.get_one(Staff, lost)
        await back_to_queue(product, db, conversation, "handoff_lost")
        staff.audit(db, person.name, "lease_ended", conversation_id, at=moment)
    return lost


async def _promise(product: Product, conversation_id: str) -> None:
    async with product.database.write() as db:
        try:
            conversation = await conversations.lock(db, conversation_id)
        except NotFound:
            return
        if conversation.state != State.WAITING:
            return
        await to_callback(product, db, conversation)
    product.live.tell(Hint(conversation_id, "changed"))
    product.live.tell(Hint(QUEUE, "changed"))


def _is_lost(conversation: Conversation) -> bool:
    until = conversation.lease_until
    return conversation.state == State.ADVISOR and until is not None and until < now()
