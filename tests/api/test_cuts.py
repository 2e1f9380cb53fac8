"""Two live talks through 200 cuts and a server that is killed: each side sees what is stored, once and in order."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.clock import now
from api.db import messages, staff
from api.db.engine import Database
from api.db.models.conversation import Message
from api.settings import Rate, Settings
from api.staff.passwords import hashed
from tests.api.cutting import AGAIN, Line, Mortal, free_port, persistently
from tests.api.house import PASSWORD, eventually

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

TALKS, CUTS, KILLS = 2, 200, 3
LONGEST_PAUSE = 0.03  # seconds between cuts
LONGEST_THOUGHT = 0.25  # seconds between messages
Heard = tuple[int, str, str]


def told(message: dict[str, Any]) -> Heard:
    return message["seq"], message["from"], message["text"]


@dataclass
class Side:
    """One page: it writes with client ids, listens, and comes back whenever its connection breaks."""

    http: httpx.AsyncClient
    name: str
    path: str
    events: str
    random: Random
    said: dict[str, int] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)

    async def talk(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            text = f"{self.name} {len(self.said)}"
            body = {"client_id": str(UUID(int=self.random.getrandbits(128), version=4)), "text": text}
            response = await persistently(lambda body=body: self.http.post(f"{self.path}/messages", json=body))
            assert response.status_code == 202, response.text
            self.said[text] = response.json()["seq"]
            await asyncio.sleep(self.random.uniform(0, LONGEST_THOUGHT))

    async def listen(self) -> None:
        while True:
            with suppress(httpx.TransportError):
                async with self.http.stream("GET", self.events, headers=self.resumed()) as response:
                    if response.status_code == httpx.codes.OK:
                        await self.follow(response)
            await asyncio.sleep(AGAIN)

    async def follow(self, response: httpx.Response) -> None:
        self.connected()
        async for kind, data in frames(response):
            await self.hear(kind, data)

    def resumed(self) -> dict[str, str]:
        return {}

    def connected(self) -> None:
        pass

    async def hear(self, kind: str, data: Any) -> None:
        raise NotImplementedError


class VisitorSide(Side):
    """Resumes after the last message it has heard; nothing else protects it from doubles."""

    def resumed(self) -> dict[str, str]:
        return {"Last-Event-ID": str(self.heard[-1][0])} if self.heard else {}

    async def hear(self, kind: str, data: Any) -> None:
        if kind == "message":
            self.heard.append(told(data))


class AdvisorSide(Side):
    """Fetches the case when a stream begins, and adds what the stream tells."""

    def connected(self) -> None:
        self.fresh = True

    async def hear(self, kind: str, data: Any) -> None:
        if kind == "queue" and self.fresh:
            self.fresh = False
            case = await persistently(lambda: self.http.get(self.path))
            seen = [told(one) for one in case.json()["messages"]]
            assert seen[: len(self.heard)] == self.heard
            self.heard = seen
        elif kind == "message" and data["seq"] > self.heard[-1][0]:
            self.heard.append(told(data))


async def frames(response: httpx.Response) -> AsyncIterator[tuple[str, Any]]:
    event: dict[str, str] = {}
    async for line in response.aiter_lines():
        name, _, value = line.partition(": ")
        if line:
            event[name] = value
        elif "event" in event:
            yield event["event"], json.loads(event["data"])
            event = {}


class Talks:
    """The talks of a test, each with a line of its own for either side."""

    def __init__(self, settings: Settings, pages: AsyncExitStack, random: Random) -> None:
        self._settings, self._pages, self._random = settings, pages, random
        self.lines: list[Line] = []
        self.sides: list[Side] = []
        self.ids: list[str] = []

    async def begin(self, number: int) -> None:
        """Let a person ask for a human, and an advisor take the case."""
        visitor, worker = await self._page(), await self._page()
        opened = (await visitor.post("/api/v1/conversations", json={"language": "fi"})).json()
        visitor.headers["Authorization"] = f"Bearer {opened['token']}"
        path = f"/api/v1/conversations/{opened['id']}"
        assert (await visitor.post(f"{path}/handoff", json={"share": {"basic": True}})).status_code == 202
        await self._log_in(worker, f"Aino {number}")
        case = f"/api/v1/advisor/conversations/{opened['id']}"
        assert (await worker.post(f"{case}/claim")).status_code == 204
        self.ids.append(opened["id"])
        self.sides += [
            VisitorSide(visitor, f"asiakas {number}", path, f"{path}/events", self._random),
            AdvisorSide(worker, f"neuvoja {number}", case, "/api/v1/advisor/events", self._random),
        ]

    async def _page(self) -> httpx.AsyncClient:
        line = await self._pages.enter_async_context(Line.to(self._settings.port))
        self.lines.append(line)
        return await self._pages.enter_async_context(httpx.AsyncClient(base_url=line.base, timeout=10))

    async def _log_in(self, http: httpx.AsyncClient, name: str) -> None:
        database = Database(self._settings.database)
        async with database.write() as db:
            await staff.add(db, name, "advisor", hashed(PASSWORD), at=now(), teams=())
        await database.close()
        response = await http.post("/api/v1/login", json={"name": name, "password": PASSWORD})
        http.headers["X-CSRF-Token"] = response.json()["csrf"]


@pytest.fixture
def mortal_settings(settings: Settings) -> Settings:
    fast = Rate(burst=100_000, per_second=10_000)
    nowhere = {"rasa_url": f"http://127.0.0.1:{free_port()}", "heartbeat": 1.0}
    return settings.model_copy(update={"port": free_port(), "messages": fast, **nowhere})


async def cut_and_kill(lines: list[Line], server: Mortal, random: Random) -> None:
    """Break whatever is open, now this side's and now that side's; kill the server at some of the cuts."""
    cuts, kills = 0, 0
    while cuts < CUTS:
        await asyncio.sleep(random.uniform(0, LONGEST_PAUSE))
        cuts += random.choice(lines).cut()
        if kills < KILLS and cuts >= (kills + 1) * CUTS // (KILLS + 1):
            server.kill()
            kills += 1
            await server.start()


async def until_quiet(sides: list[Side], stored: Callable[[], Any]) -> None:
    async def look() -> bool | None:
        lengths = [length for length in await stored() for _ in range(2)]
        return True if [len(side.heard) for side in sides] == lengths else None

    await eventually(look, seconds=10)


async def test_nothing_is_lost_doubled_or_out_of_order(mortal_settings: Settings) -> None:
    random = Random(20_261_122)  # noqa: S311 — the same cuts on every run
    server = Mortal(mortal_settings)
    await server.start()
    database = Database(mortal_settings.database)
    async with AsyncExitStack() as pages:
        talks = Talks(mortal_settings, pages, random)
        for number in range(TALKS):
            await talks.begin(number)
        await live(talks, server, database, random)
        for number, conversation in enumerate(talks.ids):
            rows = await stored(database, conversation)
            for side in talks.sides[2 * number : 2 * number + 2]:
                compare(side, rows)
    await database.close()
    server.kill()


async def live(talks: Talks, server: Mortal, database: Database, random: Random) -> None:
    """Let all sides write and listen while connections break; end when everybody has heard everything."""
    stop = asyncio.Event()
    listening = [asyncio.create_task(side.listen()) for side in talks.sides]
    async with asyncio.TaskGroup() as talking:
        for side in talks.sides:
            talking.create_task(side.talk(stop))
        await cut_and_kill(talks.lines, server, random)
        stop.set()

    async def lengths() -> list[int]:
        return [len(await stored(database, one)) for one in talks.ids]

    await until_quiet(talks.sides, lengths)
    for task in listening:
        task.cancel()
    await asyncio.gather(*listening, return_exceptions=True)


async def stored(database: Database, conversation: str) -> list[Message]:
    async with database.read() as db:
        return await messages.after(db, conversation, 0)


def compare(side: Side, rows: list[Message]) -> None:
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    assert side.heard == [(row.seq, row.author, row.text) for row in rows]
    own = {row.text: row.seq for row in rows if row.text.startswith(side.name)}
    assert own == side.said
    assert list(own.values()) == sorted(own.values())
    assert sum(row.text.startswith(side.name) for row in rows) == len(side.said)
