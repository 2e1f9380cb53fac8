"""A server that can be killed, and ways to it that can be cut: what tests of broken connections need."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from multiprocessing import get_context

import httpx
import uvicorn

from api.__main__ import Server
from api.main import create_app
from api.settings import Settings

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


def _serve(settings: Settings) -> None:
    app = create_app(settings)
    config = uvicorn.Config(app, host=HOST, port=settings.port, log_level="critical", access_log=False)
    Server(config, app).run()


class Mortal:
    """The product in a process of its own that is killed without a warning and started again."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process = _processes.Process(target=_serve, args=(settings,), daemon=True)

    async def start(self) -> None:
        self._process = _processes.Process(target=_serve, args=(self._settings,), daemon=True)
        self._process.start()
        async with httpx.AsyncClient(base_url=f"http://{HOST}:{self._settings.port}") as http:
            await persistently(lambda: http.get("/healthz"))

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._process.close()


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
