"""Sees to it that Rasa reads with the active model: after an activation, and after Rasa has been started anew."""

import asyncio

import structlog
from sqlalchemy.exc import SQLAlchemyError

from api.admin.learning.files import FIRST, Files, name_in_rasa
from api.db import language_models
from api.db.engine import Database
from api.rasa import BotUnavailable, Rasa
from api.stopping import Stopped, Stopping

SHORTEST = 0.1

log = structlog.get_logger(__name__)


class ModelKeeper:
    """Compares now and then what reads with what should; `reads` is the name of what reads, None while unknown.

    `refused` is the name of a model that Rasa could not load; it is tried again when another has been active between.
    """

    def __init__(self, database: Database, rasa: Rasa, files: Files, *, every: float) -> None:
        self._database = database
        self._rasa = rasa
        self._files = files
        self._every = max(every, SHORTEST)
        self._stopping = Stopping()
        self._woken = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.reads: str | None = FIRST
        self.refused: str | None = None

    def start(self) -> None:
        """Begin to look."""
        self._task = asyncio.create_task(self._look_on())

    async def stop(self) -> None:
        """Stop looking."""
        self._stopping.ask()
        if self._task is not None:
            await self._task

    def wake(self) -> None:
        """Look at once; call after the commit of an activation."""
        self.refused = None
        self._woken.set()

    async def _look_on(self) -> None:
        while not self._stopping.asked:
            self._woken.clear()
            try:
                await self._stopping.unless(self._rest())
            except Stopped:
                return
            await self._look()

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(self._every):
                await self._woken.wait()
        except TimeoutError:
            return

    async def _look(self) -> None:
        try:
            async with self._database.read() as db:
                row = await language_models.active(db)
        except SQLAlchemyError as error:
            log.warning("active_model_unknown", reason=type(error).__name__)
            return
        wanted = FIRST if row is None else name_in_rasa(row)
        if row is None or (wanted == FIRST == self.reads) or wanted == self.refused:
            return
        try:
            self.reads = await self._stopping.unless(self._rasa.model())
            if self.reads != wanted:
                await self._stopping.unless(self._rasa.use(wanted, str(self._files.path(row))))
                self.reads = wanted
                log.info("model_changed", model=wanted)
        except BotUnavailable as error:
            self.reads = None
            if error.reason == "status_422":
                self.refused = wanted
            log.warning("model_not_changed", model=wanted, reason=error.reason)
        except Stopped:
            return
