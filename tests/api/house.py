"""One running product and the calls that the tests make to it."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar
from uuid import uuid4

import httpx
from fastapi import FastAPI
from starlette.routing import BaseRoute

from actions.executor import build
from api.clock import now
from api.db import staff
from api.main import create_app
from api.product import BuildExecutor, Product
from api.settings import Settings
from api.staff.passwords import hashed
from tests.api.rasa import FakeRasa

T = TypeVar("T")
INSIDE = "http://test"
PASSWORD = "oikein pitkä salasana"


@cache
def hash_of_everybody() -> str:
    """The hash of PASSWORD, made once; every log-in still checks it in full."""
    return hashed(PASSWORD)


@cache
def routes() -> Sequence[BaseRoute]:
    """The routes, which all houses share: FastAPI takes longer to read them than most tests take."""
    return create_app(Settings()).router.routes


@dataclass
class House:
    """The product, its Rasa and a client."""

    app: FastAPI
    rasa: FakeRasa
    http: httpx.AsyncClient
    pages: AsyncExitStack

    @property
    def product(self) -> Product:
        product: Product = self.app.state.product
        return product

    async def visitor(self) -> "Visitor":
        response = await self.http.post("/api/v1/conversations", json={"language": "fi"})
        assert response.status_code == 201, response.text
        return Visitor(self.http, response.json()["id"], response.json()["token"])

    async def advisor(self, name: str, role: str = "advisor", teams: Iterable[str] = ()) -> "Worker":
        async with self.product.database.write() as db:
            await staff.add(db, name, role, hash_of_everybody(), at=now(), teams=teams)
        inside = str(self.http.base_url) == INSIDE
        transport = httpx.ASGITransport(self.app) if inside else None
        http = httpx.AsyncClient(transport=transport, base_url=self.http.base_url, timeout=10)
        await self.pages.enter_async_context(http)
        response = await http.post("/api/v1/login", json={"username": name, "password": PASSWORD})
        assert response.status_code == 200, response.text
        http.headers["X-CSRF-Token"] = response.json()["csrf"]
        return Worker(http)


@dataclass
class Visitor:
    """One person's page."""

    http: httpx.AsyncClient
    id: str
    token: str
    headers: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.headers = {"Authorization": f"Bearer {self.token}"}

    async def call(self, method: str, path: str = "", **how: Any) -> httpx.Response:
        headers = {**self.headers, **how.pop("headers", {})}
        return await self.http.request(method, f"/api/v1/conversations/{self.id}{path}", headers=headers, **how)

    async def post(self, **body: Any) -> httpx.Response:
        return await self.call("POST", "/messages", json={"client_id": str(uuid4()), **body})

    async def say(self, text: str, client_id: str | None = None) -> int:
        response = await self.post(text=text, **({"client_id": client_id} if client_id else {}))
        assert response.status_code == 202, response.text
        return int(response.json()["seq"])

    async def messages(self, after: int = 0) -> list[dict[str, Any]]:
        response = await self.call("GET", f"/messages?after={after}")
        assert response.status_code == 200, response.text
        items: list[dict[str, Any]] = response.json()["items"]
        return items

    async def texts(self, *authors: str) -> list[str]:
        return [m["text"] for m in await self.messages(1) if not authors or m["from"] in authors]

    async def until(self, right: Callable[[list[dict[str, Any]]], bool], seconds: float = 5) -> list[dict[str, Any]]:
        """Read until the messages are as expected."""

        async def look() -> list[dict[str, Any]] | None:
            found = await self.messages()
            return found if right(found) else None

        return await eventually(look, seconds)

    async def answered(self, text: str) -> list[dict[str, Any]]:
        return await self.until(lambda found: any(m["text"] == f"re: {text}" for m in found))


@dataclass
class Worker:
    """One advisor's page."""

    http: httpx.AsyncClient

    async def get(self, path: str) -> httpx.Response:
        return await self.http.get(f"/api/v1/advisor{path}")

    async def post(self, path: str, body: Any = None, **how: Any) -> httpx.Response:
        given = {"json": body} if body is not None else {}
        return await self.http.post(f"/api/v1/advisor{path}", **given, **how)


async def eventually(look: Callable[[], Awaitable[T | None]], seconds: float = 5) -> T:
    until = time.monotonic() + seconds
    while (found := await look()) is None:
        assert time.monotonic() < until, "it did not happen in time"
        await asyncio.sleep(0.01)
    return found


@asynccontextmanager
async def open_house(settings: Settings, rasa: FakeRasa, build_executor: BuildExecutor = build) -> AsyncIterator[House]:
    """Run the application as a server would; leaving the block stops it."""
    app = create_app(settings, rasa_transport=rasa.transport(), build_executor=build_executor)
    app.router.routes[:] = routes()
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with (
            httpx.AsyncClient(transport=transport, base_url=INSIDE, timeout=10) as http,
            AsyncExitStack() as pages,
        ):
            yield House(app, rasa, http, pages)
