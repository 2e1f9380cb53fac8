"""A server that can be killed, and ways to it that can be cut: what tests of broken connections need."""

import asyncio
import os
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess

import httpx
import psycopg
import uvicorn
from sqlalchemy import URL
from starlette.types import ASGIApp

from api.__main__ import Server
from api.main import create_app
from api.settings import Settings
from tests.api.house import eventually
from tests.api.rasa_server import ROOT, application

HOST = "127.0.0.1"
A_PIECE = 256  # bytes; small, so that a cut also falls into the middle of an event
AGAIN = 0.02  # seconds between two tries
PATIENCE = 60.0

_processes = get_context("forkserver")
_processes.set_forkserver_preload(["tests.api.warm"])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _serve_product(settings: Settings) -> None:
    app = create_app(settings)
    Server(_config(app, settings.port), app).run()


def _serve_rasa(settings: Settings) -> None:
    uvicorn.Server(_config(application(), httpx.URL(settings.rasa_url).port or 0)).run()


def _config(app: ASGIApp, port: int) -> uvicorn.Config:
    return uvicorn.Config(app, host=HOST, port=port, log_level="critical", access_log=False)


class Mortal:
    """A server in a process of its own that is killed without a warning and started again."""

    def __init__(self, serve: Callable[[Settings], None], settings: Settings, sign_of_life: str) -> None:
        self._serve, self._settings, self._sign_of_life = serve, settings, sign_of_life
        self._process = self._new()

    @classmethod
    def product(cls, settings: Settings) -> "Mortal":
        return cls(_serve_product, settings, f"http://{HOST}:{settings.port}/healthz")

    @classmethod
    def rasa(cls, settings: Settings) -> "Mortal":
        """A stand-in: how the real one is killed and comes back is in tests/e2e/test_resilience.py."""
        return cls(_serve_rasa, settings, f"{settings.rasa_url}{ROOT}/health")

    async def start(self) -> None:
        self._process = self._new()
        self._process.start()
        async with httpx.AsyncClient() as http:
            await persistently(lambda: http.get(self._sign_of_life))

    async def fall(self) -> None:
        """Die and come back."""
        self.kill()
        await self.start()

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._process.close()

    def _new(self) -> ForkServerProcess:
        return _processes.Process(target=self._serve, args=(self._settings,), daemon=True)


async def crash_postgres(url: URL) -> None:
    """Kill one of the database's processes: the server then ends all the others at once and recovers from its log."""
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    async with await psycopg.AsyncConnection.connect(address) as connection:
        os.kill(connection.info.backend_pid, signal.SIGKILL)
    await eventually(lambda: _accepts(address), PATIENCE)


async def _accepts(address: str) -> bool | None:
    try:
        async with await psycopg.AsyncConnection.connect(address):
            return True
    except psycopg.OperationalError:
        return None


class Line:
    """One side's way to the server; all that is open on it can be cut at once."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._ends: set[asyncio.StreamWriter] = set()
        self.base = ""

    @classmethod
    @asynccontextmanager
    async def to(cls, port: int) -> AsyncIterator["Line"]:
        line = cls(port)
        async with await asyncio.start_server(line._carry, HOST, 0) as here:
            line.base = f"http://{HOST}:{here.sockets[0].getsockname()[1]}"
            yield line
            line.cut()

    def cut(self) -> bool:
        """Break every connection; tell whether there was one."""
        broken = bool(self._ends)
        for end in self._ends:
            end.transport.abort()
        self._ends.clear()
        return broken

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            answers, there = await asyncio.open_connection(HOST, self._port)
        except OSError:
            writer.transport.abort()
            return
        ends = {writer, there}
        self._ends |= ends
        await asyncio.gather(_pour(reader, there), _pour(answers, writer))
        self._ends -= ends


async def _pour(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while piece := await source.read(A_PIECE):
            target.write(piece)
            await target.drain()
    target.close()


async def persistently(call: Callable[[], Awaitable[httpx.Response]]) -> httpx.Response:
    """Try until there is an answer, as the pages do."""
    async with asyncio.timeout(PATIENCE):
        while True:
            with suppress(httpx.TransportError):
                response = await call()
                if response.status_code < httpx.codes.INTERNAL_SERVER_ERROR:
                    return response
            await asyncio.sleep(AGAIN)
