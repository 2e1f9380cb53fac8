"""Rasa as its HTTP looks from the product: it calls the action back while the product waits for it."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

Talk = dict[str, Any]


class FakeRasa:
    """Answers each turn with an echo, and obeys the test: down, broken, slow, or calling an action first."""

    def __init__(self) -> None:
        self.up = True
        self.broken = 0
        self.delay = 0.0
        self.turns: list[Talk] = []
        self.called = asyncio.Event()
        self.forgotten: list[str] = []
        self.tokens: set[str] = set()
        self.model = ""
        self.models: list[str] = []
        self.unreadable: set[str] = set()
        self.gate: asyncio.Event | None = None
        self.act: Callable[[Talk], Awaitable[None]] | None = None

    def transport(self) -> httpx.MockTransport:
        return httpx.MockTransport(self._handle)

    @property
    def texts(self) -> list[str]:
        return [turn["text"] for turn in self.turns]

    async def _handle(self, request: httpx.Request) -> httpx.Response:
        self.tokens.add(request.headers["authorization"])
        if not self.up:
            raise httpx.ConnectError("refused")
        match request.method, request.url.path.removeprefix("/webhooks/palvelupolku"):
            case "GET", "/health":
                return httpx.Response(200, json={"ready": True, "model": self.model})
            case "PUT", "/model":
                return self._use(json.loads(request.content))
            case "POST", "/turns":
                return await self._turn(json.loads(request.content))
            case "DELETE", path:
                self.forgotten.append(path.rpartition("/")[2])
                return httpx.Response(204)
        return httpx.Response(404)

    def _use(self, model: dict[str, str]) -> httpx.Response:
        self.models.append(model["path"])
        if model["name"] in self.unreadable:
            return httpx.Response(422, json={"code": "model_unreadable"})
        self.model = model["name"]
        return httpx.Response(200, json={"model": self.model})

    async def _turn(self, talk: Talk) -> httpx.Response:
        self.turns.append(talk)
        self.called.set()
        if self.act is not None:
            await self.act(talk)
        if self.gate is not None:
            await self.gate.wait()
        await asyncio.sleep(self.delay)
        if self.broken:
            self.broken -= 1
            return httpx.Response(502, json={"code": "no_reply"})
        return httpx.Response(200, json={"replies": [{"text": f"re: {talk['text']}", "payload": None}]})
