"""Event streams over a real server: in order, from where the page left off, with a sign of life."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
import uvicorn

from api.settings import Settings
from tests.api.house import House, Visitor, Worker, open_house
from tests.api.rasa import FakeRasa

pytestmark = pytest.mark.anyio
Event = tuple[str, Any]


@asynccontextmanager
async def served(settings: Settings, rasa: FakeRasa) -> AsyncIterator[House]:
    """The house with a port of its own: streams need a connection."""
    async with open_house(settings, rasa) as house:
        with socket.socket() as place:
            place.bind(("127.0.0.1", 0))
            server = uvicorn.Server(uvicorn.Config(house.app, lifespan="off", log_level="error"))
            serving = asyncio.create_task(server.serve([place]))
            base = f"http://127.0.0.1:{place.getsockname()[1]}"
            async with httpx.AsyncClient(base_url=base, timeout=10) as http:
                yield House(house.app, rasa, http, house.pages)
            house.product.live.silence()
            server.should_exit = True
            await serving


@pytest.fixture
async def house(settings: Settings, rasa: FakeRasa) -> AsyncIterator[House]:
    async with served(settings, rasa) as opened:
        yield opened


class Stream:
    """What one listener hears."""

    def __init__(self, response: httpx.Response) -> None:
        self._lines = response.aiter_lines()
        self.heartbeats = 0

    async def next(self, kind: str, seconds: float = 5) -> tuple[Any, str | None]:
        """Return the next event of a kind and its id."""
        async with asyncio.timeout(seconds):
            event: dict[str, str] = {}
            async for line in self._lines:
                name, _, value = line.partition(": ")
                if line == "" and event.get("event") == kind:
                    return json.loads(event["data"]), event.get("id")
                self.heartbeats += name == ""  # a comment
                event = {} if line == "" else {**event, name: value}
        raise AssertionError("the stream has ended")


@asynccontextmanager
async def listening(visitor: Visitor, **headers: str) -> AsyncIterator[Stream]:
    path = f"/api/v1/conversations/{visitor.id}/events"
    async with visitor.http.stream("GET", path, headers={**visitor.headers, **headers}) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        yield Stream(response)


@asynccontextmanager
async def at_the_desk(worker: Worker) -> AsyncIterator[Stream]:
    async with worker.http.stream("GET", "/api/v1/advisor/events") as response:
        assert response.status_code == 200
        yield Stream(response)


async def test_a_listener_hears_each_message_with_its_number(house: House) -> None:
    visitor = await house.visitor()
    async with listening(visitor) as stream:
        assert (await stream.next("message"))[1] == "1"
        await visitor.say("hei")
        message, number = await stream.next("message")
        assert (message["text"], message["from"], number) == ("hei", "visitor", "2")
        message, number = await stream.next("message")
        assert (message["text"], number) == ("re: hei", "3")


async def test_a_listener_who_comes_back_hears_what_it_missed_and_nothing_twice(house: House) -> None:
    visitor = await house.visitor()
    await visitor.say("yksi")
    await visitor.answered("yksi")
    await visitor.say("kaksi")
    await visitor.answered("kaksi")
    async with listening(visitor, **{"Last-Event-ID": "3"}) as stream:
        heard = [(await stream.next("message"))[1] for _ in range(2)]
        await visitor.say("kolme")
        heard += [(await stream.next("message"))[1] for _ in range(2)]
    assert heard == ["4", "5", "6", "7"]


async def test_the_listener_sees_that_the_bot_is_writing(house: House) -> None:
    visitor = await house.visitor()
    house.rasa.gate = asyncio.Event()
    async with listening(visitor) as stream:
        await visitor.say("hei")
        assert (await stream.next("typing"))[0] == {"from": "bot", "on": True}
        house.rasa.gate.set()
        assert (await stream.next("typing"))[0] == {"from": "bot", "on": False}


async def test_a_quiet_stream_gives_a_sign_of_life(house: House) -> None:
    visitor = await house.visitor()
    async with listening(visitor) as stream:
        assert (await stream.next("state"))[0] == {"state": "bot", "position": None, "advisor": None}
        await asyncio.sleep(0.5)
        await visitor.say("hei")
        await stream.next("message")
        await stream.next("message")
    assert stream.heartbeats >= 1


async def test_the_stream_ends_when_the_conversation_is_erased(house: House) -> None:
    visitor = await house.visitor()
    async with listening(visitor) as stream:
        await stream.next("state")
        await visitor.call("DELETE")
        assert (await stream.next("erased"))[0] == {}


async def test_an_advisor_and_a_visitor_hear_each_other(house: House) -> None:
    visitor, worker = await house.visitor(), await house.advisor("Aino")
    async with listening(visitor) as page, at_the_desk(worker) as desk:
        queue = (await desk.next("queue"))[0]
        assert (queue["waiting"], queue["mine"], queue["offers"]) == ([], [], [])
        await visitor.call("POST", "/handoff", json={"share": {"basic": True}})
        assert (await page.next("state"))[0]["state"] == "bot"
        assert (await page.next("state"))[0] == {"state": "waiting", "position": 1, "advisor": None}
        assert [one["id"] for one in (await desk.next("queue"))[0]["waiting"]] == [visitor.id]
        assert (await worker.post(f"/conversations/{visitor.id}/claim")).status_code == 204
        assert (await page.next("state"))[0] == {"state": "advisor", "position": None, "advisor": "Aino"}
        assert [one["id"] for one in (await desk.next("queue"))[0]["mine"]] == [visitor.id]
        await visitor.say("moi ihminen")
        heard, _ = await desk.next("message")
        assert (heard["conversation"], heard["text"]) == (visitor.id, "moi ihminen")
        await worker.post(f"/conversations/{visitor.id}/typing", {"on": True})
        assert (await page.next("typing"))[0] == {"from": "advisor", "on": True}
