"""The advisor's event stream: the queue whenever it changes, and every new message in the advisor's conversations."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from api.advisor import desk, views
from api.clock import now, today
from api.db import conversations, facts, messages
from api.live.hub import QUEUE, desk_of
from api.product import Product
from api.sse import HEARTBEAT, frame
from api.staff.access import Person

TOLD_ON = frozenset({"facts", "plan"})


async def events(product: Product, person: Person) -> AsyncIterator[str]:
    """Yield frames until the advisor goes or the server stops; while it is open, no lease of theirs ends."""
    told: dict[str, Any] | None = None
    seen: dict[str, int] = {}
    with product.live.listen(QUEUE, desk_of(person.id)) as ear, product.metrics.streams.track_inprogress():
        while not ear.closed:
            # The listener may go at any moment; a transaction that is cut off would leave its connection behind.
            queue = await asyncio.shield(desk.queue(product, person))
            if queue != told:
                yield frame("queue", queue)
                told = queue
            for one in await asyncio.shield(_news(product, person, seen)):
                yield one
            hints = await ear.hints(product.settings.heartbeat)
            for hint in hints:
                if hint.kind in TOLD_ON:
                    yield frame(hint.kind, {"conversation": hint.by})
            if not hints:
                await asyncio.shield(_stay(product, person))
                yield HEARTBEAT


async def _news(product: Product, person: Person, seen: dict[str, int]) -> list[str]:
    """Return the messages since the last look; a conversation that is new here is fetched by the page itself."""
    frames = []
    vocabulary = (await product.rulebooks.published(today())).vocabulary
    async with product.database.read() as db:
        held = await conversations.mine(db, person.id)
        for gone in seen.keys() - {conversation.id for conversation in held}:
            del seen[gone]
        for conversation in held:
            before = seen.get(conversation.id, conversation.last_seq)
            seen[conversation.id] = conversation.last_seq
            if before == conversation.last_seq:
                continue
            rows = await facts.rows(db, conversation.id)
            kept_back = await views.hidden(db, rows, conversation, vocabulary)
            for one in await messages.after(db, conversation.id, before):
                view = views.transcribed(one, kept_back, conversation, vocabulary)
                frames.append(frame("message", {"conversation": conversation.id, **view}))
    return frames


async def _stay(product: Product, person: Person) -> None:
    async with product.database.write() as db:
        await conversations.extend_leases(db, staff=person.id, until=now() + desk.LEASE)
