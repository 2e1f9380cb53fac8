"""The two sides of a talk as their pages are: they write with client ids, listen, and come back after each break."""

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

import httpx

from api.clock import now
from api.db import staff
from api.db.engine import Database
from api.settings import Settings
from api.staff.passwords import hashed
from tests.api.cutting import AGAIN, Line, persistently
from tests.api.house import PASSWORD

ASKER = "kyselijä"  # one who talks with the assistant
LONGEST_THOUGHT = 0.25  # seconds between messages
Heard = tuple[int, str, str]


def told(message: dict[str, Any]) -> Heard:
    return message["seq"], message["from"], message["text"]


@dataclass
class Side(ABC):
    """One page, and what it has said and heard."""

    http: httpx.AsyncClient
    name: str
    path: str
    events: str
    random: Random
    said: dict[str, int] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)

    @property
    def conversation(self) -> str:
        return self.path.rpartition("/")[2]

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
        async for kind, data in frames(response):
            await self.hear(kind, data)

    def resumed(self) -> dict[str, str]:
        return {}

    @abstractmethod
    async def hear(self, kind: str, data: Any) -> None: ...


class VisitorSide(Side):
    """Resumes after the last message it has heard; nothing else protects it from doubles."""

    def resumed(self) -> dict[str, str]:
        return {"Last-Event-ID": str(self.heard[-1][0])} if self.heard else {}

    async def hear(self, kind: str, data: Any) -> None:
        if kind == "message":
            self.heard.append(told(data))


class AdvisorSide(Side):
    """Fetches the case when a stream begins, and adds what the stream tells."""

    async def follow(self, response: httpx.Response) -> None:
        self.fresh = True
        await super().follow(response)

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

    async def with_bot(self, number: int) -> None:
        """Let a person talk with the assistant."""
        visitor, path = await self._visitor()
        self._hear(VisitorSide, visitor, f"{ASKER} {number}", path, f"{path}/events")

    async def with_human(self, number: int) -> None:
        """Let a person ask for a human, and an advisor take the case."""
        visitor, path = await self._visitor()
        assert (await visitor.post(f"{path}/handoff", json={"share": {"basic": True}})).status_code == 202
        worker = await self._page()
        await self._log_in(worker, f"Aino {number}")
        case = f"/api/v1/advisor/conversations/{path.rpartition('/')[2]}"
        assert (await worker.post(f"{case}/claim")).status_code == 204
        self._hear(VisitorSide, visitor, f"asiakas {number}", path, f"{path}/events")
        self._hear(AdvisorSide, worker, f"neuvoja {number}", case, "/api/v1/advisor/events")

    def _hear(self, kind: type[Side], http: httpx.AsyncClient, name: str, path: str, events: str) -> None:
        self.sides.append(kind(http, name, path, events, self._random))

    async def _visitor(self) -> tuple[httpx.AsyncClient, str]:
        visitor = await self._page()
        opened = (await visitor.post("/api/v1/conversations", json={"language": "fi"})).json()
        visitor.headers["Authorization"] = f"Bearer {opened['token']}"
        return visitor, f"/api/v1/conversations/{opened['id']}"

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
