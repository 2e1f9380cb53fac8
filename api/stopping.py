"""An orderly stop: heard only where no transaction is open, for a cancelled one would leave SQLite locked."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class Stopped(Exception):
    """What was waited for does not matter any more."""


class Stopping:
    """Whether a stop has been asked for, and waits that end with it."""

    def __init__(self) -> None:
        self._asked = asyncio.Event()

    @property
    def asked(self) -> bool:
        """Tell whether to stop."""
        return self._asked.is_set()

    def ask(self) -> None:
        """Ask for a stop."""
        self._asked.set()

    async def pause(self, seconds: float) -> None:
        """Wait, but no longer than until the stop."""
        try:
            async with asyncio.timeout(seconds):
                await self._asked.wait()
        except TimeoutError:
            return

    async def unless(self, work: Coroutine[Any, Any, T]) -> T:
        """Return what the work gives. Raises Stopped when the stop comes first; the work is cancelled then."""
        asked = asyncio.ensure_future(self._asked.wait())
        working = asyncio.ensure_future(work)
        try:
            await asyncio.wait({asked, working}, return_when=asyncio.FIRST_COMPLETED)
            if not working.done():
                raise Stopped
            return working.result()
        finally:
            asked.cancel()
            working.cancel()
            await asyncio.wait({asked, working})
