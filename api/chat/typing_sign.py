"""The sign that the bot is writing: shown only for an answer that takes a while, or it would flicker."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from api.live.hub import Hint, Live

AFTER = 0.25  # seconds


@contextmanager
def typing_sign(live: Live, conversation: str, after: float = AFTER) -> Iterator[None]:
    """Show the sign from `after` seconds on until the block ends."""
    shown = False

    def show() -> None:
        nonlocal shown
        shown = True
        live.tell(Hint(conversation, "typing", by="bot", on=True))

    later = asyncio.get_running_loop().call_later(after, show)
    try:
        yield
    finally:
        later.cancel()
        if shown:
            live.tell(Hint(conversation, "typing", by="bot", on=False))
