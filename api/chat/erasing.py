"""Erases a conversation everywhere; what Rasa has not forgotten yet is tried again until it has."""

import asyncio

import structlog
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from api.clock import now
from api.db import conversations
from api.db.engine import Database
from api.db.models.conversation import Erasure
from api.live.hub import Hint, Live
from api.rasa import BotUnavailable, Rasa
from api.stopping import Stopping

SWEEP_EVERY = 5.0

log = structlog.get_logger(__name__)


class Eraser:
    """The one way in which a conversation ends for good."""

    def __init__(self, database: Database, live: Live, rasa: Rasa) -> None:
        self._database = database
        self._live = live
        self._rasa = rasa
        self._sweeper: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Take up what is still to be forgotten, now and then again."""
        self._stopping = Stopping()
        self._sweeper = asyncio.create_task(self._sweep())

    async def stop(self) -> None:
        """Stop at once; what is left stands in the database."""
        self._stopping.ask()
        if self._sweeper is not None:
            await self._sweeper

    async def erase(self, conversation: str) -> None:
        """Delete the conversation here, and in Rasa now or, if it is away, as soon as it is back."""
        async with self._database.write() as db:
            await conversations.delete_one(db, conversation)
            await db.merge(Erasure(conversation=conversation, asked_at=now()))
        self._live.tell(Hint(conversation, "changed"))
        await self._database.forget_old_pages()
        await self._forget(conversation)

    async def _forget(self, conversation: str) -> None:
        try:
            await self._rasa.forget(conversation)
        except BotUnavailable as error:
            log.warning("rasa_has_not_forgotten", conversation=conversation, reason=error.reason)
            return
        async with self._database.write() as db:
            row = await db.get(Erasure, conversation)
            if row is not None:
                await db.delete(row)

    async def _sweep(self) -> None:
        while not self._stopping.asked:
            try:
                async with self._database.read() as db:
                    left = list(await db.scalars(select(Erasure.conversation)))
                for conversation in left:
                    await self._forget(conversation)
            except SQLAlchemyError as error:
                log.warning("erasure_sweep_failed", reason=type(error).__name__)
            await self._stopping.pause(SWEEP_EVERY)
