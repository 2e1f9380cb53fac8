"""The advisor's event stream: new messages of their conversations at once, the queue as it changes."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.advisor import reach, views
from api.advisor.presence import still_there
from api.advisor.queue import queue
from api.clock import now, today
from api.db import conversations, facts, messages
from api.db.models.conversation import Conversation
from api.live.hub import QUEUE, Hint, desk_of
from api.product import Product
from api.sse import HEARTBEAT, frame
from api.staff.access import Person, lasts
from api.staff.opening import LOG_IN

TOLD_ON = frozenset({"facts", "plan"})
QUEUE_EVERY = 0.4  # seconds: many changes of the queue at once are told together
RENEWALS = 4  # in the time of one lease


async def events(product: Product, person: Person) -> AsyncIterator[str]:
    """Yield frames until the advisor goes or the server stops; while it is open, no lease of theirs ends."""
    desk = _Desk(product, person)
    with product.live.listen(QUEUE, desk_of(person.id)) as ear, product.metrics.streams.track_inprogress():
        while not ear.closed and desk.open:
            # The listener may go at any moment; a transaction that is cut off would leave its connection behind.
            for look in (desk.news, desk.queue):
                for one in await asyncio.shield(look()):
                    yield one
            hints = await ear.hints(desk.patience())
            for one in desk.heard(hints):
                yield one


class _Desk:
    """What one console has been told, and when it is to be told more."""

    def __init__(self, product: Product, person: Person) -> None:
        self._product = product
        self._person = person
        self._seen: dict[str, int] = {}
        self._told: dict[str, Any] | None = None
        self._stale = True
        self._queue_at = 0.0
        self._renew_at = 0.0
        self.open = True

    async def news(self) -> list[str]:
        """Return new messages."""
        if time.monotonic() >= self._renew_at:
            self.open = await lasts(self._product, self._person)
            if not self.open:
                return []
            await still_there(self._product, self._person, now() + reach.lease(self._product))
            self._renew_at = time.monotonic() + self._product.settings.lease / RENEWALS
        return await _news(self._product, self._person, self._seen)

    async def queue(self) -> list[str]:
        """Return the queue if it has changed and was not told a moment ago."""
        if not self.open or not self._stale or time.monotonic() < self._queue_at:
            return []
        queue_now, before = await queue(self._product, self._person), self._told
        self._stale, self._queue_at, self._told = False, time.monotonic() + QUEUE_EVERY, queue_now
        return [frame("queue", queue_now)] if queue_now != before else []

    def patience(self) -> float:
        """Return how long nothing needs to be done, in seconds."""
        due = [self._renew_at, *([self._queue_at] if self._stale else [])]
        return max(0.0, min(self._product.settings.heartbeat, *(moment - time.monotonic() for moment in due)))

    def heard(self, hints: list[Hint]) -> list[str]:
        """Return what needs no look at the database; a quiet time asks for a look too, so a lost hint costs only time.

        Nothing is said while the queue is only put off, so that it is not taken for a quiet time.
        """
        quiet = not hints and not self._stale
        if any(hint.kind == LOG_IN for hint in hints):
            self._renew_at = 0.0
        self._stale = self._stale or quiet or any(hint.kind == "changed" for hint in hints)
        frames = [frame(hint.kind, {"conversation": hint.by}) for hint in hints if hint.kind in TOLD_ON]
        frames += [_typing(hint) for hint in hints if hint.kind == "typing"]
        return [HEARTBEAT] if quiet else frames


def _typing(hint: Hint) -> str:
    return frame("typing", {"conversation": hint.by, "on": hint.on})


async def _news(product: Product, person: Person, seen: dict[str, int]) -> list[str]:
    """Return the messages since the last look; a conversation that is new here is fetched by the page itself."""
    frames: list[str] = []
    async with product.database.read() as db:
        held = await conversations.mine(db, person.id)
        for gone in seen.keys() - {conversation.id for conversation in held}:
            del seen[gone]
        for conversation in held:
            before = seen.get(conversation.id, conversation.last_seq)
            if before < conversation.last_seq:
                frames += await _since(product, db, conversation, before)
            seen[conversation.id] = conversation.last_seq
    return frames


async def _since(product: Product, db: AsyncSession, conversation: Conversation, seq: int) -> list[str]:
    vocabulary = (await product.rulebooks.published(today())).vocabulary
    kept_back = await views.hidden(db, await facts.rows(db, conversation.id), conversation, vocabulary)
    new = await messages.after(db, conversation.id, seq)
    told = [views.transcribed(one, kept_back, conversation, vocabulary) for one in new]
    return [frame("message", {"conversation": conversation.id, **view}) for view in told]
