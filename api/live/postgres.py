"""Carries hints between several processes of the product through PostgreSQL."""

import asyncio
import json
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any
from uuid import uuid4

import psycopg
import structlog
from sqlalchemy import URL

from api.live.hub import Ear, Hint, Hub
from api.stopping import Stopped, Stopping

CHANNEL = "palvelupolku"
AGAIN_AFTER = 1.0

Work = Callable[[psycopg.AsyncConnection], Coroutine[Any, Any, None]]

log = structlog.get_logger(__name__)


class PostgresHub:
    """A hub whose hints reach every process; while it is away, streams look by themselves."""

    def __init__(self, url: URL) -> None:
        self._address = url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._me = uuid4().hex
        self._local = Hub()
        self._outgoing: asyncio.Queue[Hint] = asyncio.Queue(maxsize=10_000)
        self._stopping = Stopping()
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begin to send and to listen."""
        self._tasks = [asyncio.create_task(self._keep(work)) for work in (self._send, self._receive)]

    async def close(self) -> None:
        """Stop both."""
        self._local.silence()
        self._stopping.ask()
        await asyncio.gather(*self._tasks)

    def tell(self, hint: Hint) -> None:
        """Pass a hint to the listeners of this process and send it to the others."""
        self._local.tell(hint)
        if not self._outgoing.full():
            self._outgoing.put_nowait(hint)

    @contextmanager
    def listen(self, *topics: str) -> Iterator[Ear]:
        """Listen to topics while the block lasts."""
        with self._local.listen(*topics) as ear:
            yield ear

    def silence(self) -> None:
        """Let every stream end, so that the server can stop."""
        self._local.silence()

    async def _keep(self, work: Work) -> None:
        while not self._stopping.asked:
            try:
                async with await psycopg.AsyncConnection.connect(self._address, autocommit=True) as connection:
                    await self._stopping.unless(work(connection))
            except Stopped:
                return
            except psycopg.OperationalError:
                log.warning("live_connection_lost")
            await self._stopping.pause(AGAIN_AFTER)

    async def _send(self, connection: psycopg.AsyncConnection) -> None:
        while True:
            hint = await self._outgoing.get()
            await connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, json.dumps([self._me, asdict(hint)])))

    async def _receive(self, connection: psycopg.AsyncConnection) -> None:
        await connection.execute(f"LISTEN {CHANNEL}")
        async for notice in connection.notifies():
            sender, hint = json.loads(notice.payload)
            if sender != self._me:
                self._local.tell(Hint(**hint))
