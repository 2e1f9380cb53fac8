"""The visitor's event stream: every message after the last one seen, then who types and who answers."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.chat.views import message_view, state_view
from api.clock import now
from api.db import conversations, messages
from api.db.models.staff import Staff
from api.live.hub import Ear, Hint
from api.product import Product
from api.sse import HEARTBEAT, frame
from domain.errors import NotFound

AT_A_TIME = 200
TOLD_ON = frozenset({"facts", "plan"})


async def events(product: Product, conversation_id: str, after: int) -> AsyncIterator[str]:
    """Yield frames until the listener goes, the conversation is erased or the server stops."""
    seen, told = after, None
    with product.live.listen(conversation_id) as ear, product.metrics.streams.track_inprogress():
        while not ear.closed:
            try:
                # The listener may go at any moment; a read that is cut off would leave its connection behind.
                frames, seen, state = await asyncio.shield(_news(product, conversation_id, seen))
            except NotFound:
                yield frame("erased", {})
                return
            for one in frames:
                yield one
            if state != told:
                yield frame("state", state)
                told = state
            async for one in _until_change(ear, product.settings.heartbeat):
                yield one


async def _until_change(ear: Ear, heartbeat: float) -> AsyncIterator[str]:
    """Yield what needs no look at the database; a quiet time ends it too, so a lost hint costs only time."""
    changed = False
    while not changed and not ear.closed:
        hints = await ear.hints(heartbeat)
        if not hints:
            yield HEARTBEAT
            return
        for hint in hints:
            changed = changed or hint.kind == "changed"
            if hint.kind == "typing":
                yield _typing(hint)
            elif hint.kind in TOLD_ON:
                yield frame(hint.kind, {})


def _typing(hint: Hint) -> str:
    return frame("typing", {"from": hint.by, "on": hint.on})


async def _news(product: Product, conversation_id: str, seen: int) -> tuple[list[str], int, dict[str, Any]]:
    async with product.database.read() as db:
        conversation = await conversations.find(db, conversation_id)
        found = await messages.after(db, conversation_id, seen, limit=AT_A_TIME)
        while found and found[-1].seq < conversation.last_seq and len(found) % AT_A_TIME == 0:
            found += await messages.after(db, conversation_id, found[-1].seq, limit=AT_A_TIME)
        place = await conversations.position(db, conversation)
        closed = None if product.hours.open_at(now()) else product.hours.text_fi
        state = state_view(conversation, place, await advisor_name(db, conversation.advisor), closed)
    frames = [frame("message", message_view(one), id_=one.seq) for one in found]
    return frames, (found[-1].seq if found else seen), state


async def advisor_name(db: AsyncSession, staff: int | None) -> str | None:
    """Return the name under which an advisor works."""
    found = await db.get(Staff, staff) if staff is not None else None
    return found.name if found else None
