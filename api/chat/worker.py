"""Answers messages: per conversation one turn at a time and in order, each a durable job that survives a crash."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

import structlog
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from api.chat import applying
from api.chat.erasing import Eraser
from api.chat.outage import Outage
from api.chat.typing_sign import typing_sign
from api.clock import now
from api.db import conversations, turns
from api.db.engine import Database
from api.live.hub import Hint, Live
from api.metrics import Metrics
from api.rasa import BotUnavailable, Rasa, Reply, Said
from api.stopping import Stopped, Stopping
from domain.conversations import State
from domain.errors import NotFound
from domain.texts import Texts

AT_ONCE = 8
TRIES = 4
SWEEP_EVERY = 5.0
LEASE_BEYOND_PATIENCE = timedelta(seconds=15)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds: `patience` for one answer, `told_after` until the person is told, `retry_after` after a failure."""

    patience: float
    told_after: float
    retry_after: float


class Worker:
    """One lane per conversation that has something to answer."""

    def __init__(
        self,
        database: Database,
        live: Live,
        rasa: Rasa,
        *,
        texts: Texts,
        metrics: Metrics,
        eraser: Eraser,
        timing: Timing,
    ) -> None:
        self._database = database
        self._live = live
        self._rasa = rasa
        self._texts = texts
        self._metrics = metrics
        self._eraser = eraser
        self._timing = timing
        self.lease = timedelta(seconds=timing.patience) + LEASE_BEYOND_PATIENCE
        self._outage = Outage(rasa)
        self._room = asyncio.Semaphore(AT_ONCE)
        self._wanted: set[str] = set()
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._ready: dict[str, turns.Claimed] = {}
        self._held: dict[str, turns.Claimed] = {}
        self._sweeper: asyncio.Task[None] | None = None
        self._stopping = Stopping()

    async def start(self) -> None:
        """Take up what an earlier process left, then look for the left-overs of others now and then."""
        if self._database.is_sqlite:
            async with self._database.write() as db:
                await turns.release_all(db)
        self._sweeper = asyncio.create_task(self._sweep())

    async def stop(self) -> None:
        """Stop without waiting for Rasa; what was under way is free for the next process."""
        self._stopping.ask()
        await asyncio.gather(*self._lanes.values(), *filter(None, [self._sweeper]))
        await self._outage.stop()
        async with self._database.write() as db:
            for turn in (*self._held.values(), *self._ready.values()):
                await turns.put_back(db, turn, at=now(), counts=False)

    def wake(self, conversation: str, turn: turns.Claimed | None = None) -> None:
        """Look at a conversation now, beginning with a turn that is claimed already; call after the commit."""
        if turn is not None:
            self._ready[conversation] = turn
        self._wanted.add(conversation)
        if conversation not in self._lanes and not self._stopping.asked:
            self._lanes[conversation] = asyncio.create_task(self._lane(conversation))

    async def _sweep(self) -> None:
        while not self._stopping.asked:
            try:
                async with self._database.read() as db:
                    found = await turns.due(db, now=now())
            except SQLAlchemyError as error:
                log.warning("sweep_failed", reason=type(error).__name__)
            else:
                for conversation in found:
                    self.wake(conversation)
            await self._stopping.pause(SWEEP_EVERY)

    async def _lane(self, conversation: str) -> None:
        try:
            while conversation in self._wanted and not self._stopping.asked:
                self._wanted.discard(conversation)
                await self._follow(conversation)
        except Stopped:
            return
        finally:
            del self._lanes[conversation]

    async def _follow(self, conversation: str) -> None:
        """Answer what there is to answer; while the database is away, wait and go on."""
        try:
            turn = self._take_ready(conversation) or await self._claim(conversation)
            while turn is not None:
                turn = await self._run(turn)
        except OperationalError as error:
            log.warning("database_away", conversation=conversation, reason=type(error.orig).__name__)
            self._wanted.add(conversation)
            await self._stopping.pause(self._timing.retry_after)
        except SQLAlchemyError as error:
            # The turn stays as it is in the database; the sweep finds it when its lease has ended.
            log.warning("lane_failed", conversation=conversation, reason=type(error).__name__)
            self._held.pop(conversation, None)

    async def _claim(self, conversation: str) -> turns.Claimed | None:
        """Take the next turn; where the bot is not asked any more, the open turns end unanswered."""
        moment = now()
        async with self._database.write() as db:
            try:
                row = await conversations.find(db, conversation)
            except NotFound:
                return self._hold(conversation, None)
            if row.state != State.BOT:
                await turns.drop_open(db, conversation)
                return self._hold(conversation, None)
            if conversation in self._held:
                # Whether its end was stored before the database went, only the database knows.
                await turns.put_back(db, self._held[conversation], at=moment, counts=False)
            claimed = await turns.claim(db, conversation, now=moment, lease_until=moment + self.lease)
        return self._hold(conversation, claimed)

    def _take_ready(self, conversation: str) -> turns.Claimed | None:
        turn = self._ready.pop(conversation, None)
        return self._hold(conversation, turn) if turn else None

    def _hold(self, conversation: str, turn: turns.Claimed | None) -> turns.Claimed | None:
        """Remember what to free when the process stops."""
        if turn is None:
            self._held.pop(conversation, None)
        else:
            self._held[conversation] = turn
        return turn

    async def _run(self, turn: turns.Claimed) -> turns.Claimed | None:
        """Answer one message and return the next one to answer."""
        with typing_sign(self._live, turn.conversation):
            try:
                with self._metrics.answering.time():
                    replies = await self._ask(turn)
            except BotUnavailable as error:
                log.warning("turn_failed", conversation=turn.conversation, seq=turn.seq, reason=error.reason)
                return await self._failed(turn)
            return await self._answered(turn, replies)

    async def _ask(self, turn: turns.Claimed) -> list[Reply]:
        said = Said(turn.conversation, turn.input["text"], turn.input["metadata"])
        asking = asyncio.create_task(self._talk(said))
        try:
            await self._stopping.unless(asyncio.wait({asking}, timeout=self._timing.told_after))
            if not asking.done():
                await self._tell_of_outage(turn.conversation)
                await self._stopping.unless(asyncio.wait({asking}))
            return asking.result()
        finally:
            asking.cancel()

    async def _talk(self, said: Said) -> list[Reply]:
        async with self._room:
            return await self._rasa.talk(said)

    async def _answered(self, turn: turns.Claimed, replies: list[Reply]) -> turns.Claimed | None:
        moment = now()
        try:
            async with self._database.write() as db:
                applied = await applying.answered(db, turn, replies, at=moment)
                following = await turns.claim(db, turn.conversation, now=moment, lease_until=moment + self.lease)
        except NotFound:
            self._hold(turn.conversation, None)
            await self._eraser.erase(turn.conversation)
            return None
        self._metrics.turns.labels("answered" if applied else "lost").inc()
        self._live.tell(Hint(turn.conversation, "changed"))
        return self._hold(turn.conversation, following)

    async def _failed(self, turn: turns.Claimed) -> turns.Claimed | None:
        """Tell the person, then wait until another try makes sense; Rasa being down does not count against the turn."""
        if turn.input["metadata"]["command"] == "human":
            async with self._database.read() as db:
                texts = self._texts.spoken(await conversations.language(db, turn.conversation))
            return await self._answered(turn, [Reply(text=texts.say("human_offer"), payload=applying.OFFER)])
        up = await self._rasa.ready()
        if up and turn.attempts + 1 >= TRIES:
            await self._give_up(turn)
            return await self._claim(turn.conversation)
        delay = self._timing.retry_after * 2**turn.attempts
        async with self._database.write() as db:
            await turns.put_back(db, turn, at=now() + timedelta(seconds=delay), counts=up)
        self._hold(turn.conversation, None)
        await self._tell_of_outage(turn.conversation)
        self._metrics.turns.labels("put_back").inc()
        await self._stopping.pause(delay)
        await self._stopping.unless(self._outage.over())
        return await self._claim(turn.conversation)

    async def _give_up(self, turn: turns.Claimed) -> None:
        try:
            async with self._database.write() as db:
                await applying.gave_up(db, turn, self._texts, at=now())
        except NotFound:
            return
        self._metrics.turns.labels("given_up").inc()
        self._live.tell(Hint(turn.conversation, "changed"))

    async def _tell_of_outage(self, conversation: str) -> None:
        try:
            async with self._database.write() as db:
                told = await applying.tell_of_outage(db, conversation, self._texts, at=now())
        except NotFound:
            return
        if told:
            self._live.tell(Hint(conversation, "changed"))
