"""Server-sent events: one frame each, and the response that carries them."""

import json
from collections.abc import AsyncIterator
from typing import Any

import structlog
from sqlalchemy.exc import OperationalError
from starlette.responses import StreamingResponse

HEARTBEAT = ": \n\n"

log = structlog.get_logger(__name__)


def frame(event: str, data: Any, *, id_: int | None = None) -> str:
    """Return one event; `id_` is what the listener says as Last-Event-ID when it comes back."""
    head = f"id: {id_}\n" if id_ is not None else ""
    return f"{head}event: {event}\ndata: {json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n\n"


def stream(frames: AsyncIterator[str]) -> StreamingResponse:
    """Return a response that stays open; intermediaries must not collect it."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_while_readable(frames), media_type="text/event-stream", headers=headers)


async def _while_readable(frames: AsyncIterator[str]) -> AsyncIterator[str]:
    """End when the database is away; the listener comes back and says what it has seen."""
    try:
        async for one in frames:
            yield one
    except OperationalError as error:
        log.warning("stream_ended", error=type(error.orig).__name__)
