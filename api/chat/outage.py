"""Waits for Rasa to come back: one question a second, however many conversations wait."""

import asyncio

from api.rasa import Rasa

CHECK_EVERY = 0.5


class Outage:
    """Shared by all conversations of this process."""

    def __init__(self, rasa: Rasa, *, every: float = CHECK_EVERY) -> None:
        self._rasa = rasa
        self._every = every
        self._over: asyncio.Task[None] | None = None

    async def over(self) -> None:
        """Return when Rasa would answer again."""
        if self._over is None or self._over.done():
            self._over = asyncio.create_task(self._ask())
        await asyncio.shield(self._over)

    async def stop(self) -> None:
        """Stop asking."""
        if self._over is not None:
            self._over.cancel()

    async def _ask(self) -> None:
        while True:
            if await self._rasa.ready():
                return
            await asyncio.sleep(self._every)
