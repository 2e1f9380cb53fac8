"""Two processes of the product on one PostgreSQL: they hear of each other's messages and share the work."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from api.settings import Settings
from tests.api.conftest import ON_POSTGRES
from tests.api.house import House, Visitor
from tests.api.rasa import FakeRasa
from tests.api.test_streams import listening, served

pytestmark = [pytest.mark.anyio, ON_POSTGRES]


@pytest.fixture
async def houses(settings: Settings, rasa: FakeRasa) -> AsyncIterator[tuple[House, House]]:
    # Without heartbeats a listener hears of a message only through the other process's hint.
    quiet = settings.model_copy(update={"heartbeat": 30.0})
    async with served(quiet, rasa) as one, served(quiet, rasa) as other:
        yield one, other


async def test_a_listener_of_one_process_hears_what_was_posted_to_the_other(houses: tuple[House, House]) -> None:
    one, other = houses
    visitor = await one.visitor()
    elsewhere = Visitor(other.http, visitor.id, visitor.token)
    async with listening(elsewhere) as stream:
        await stream.next("message")
        await stream.next("state")
        await visitor.say("hei")
        assert (await stream.next("message", seconds=3))[0]["text"] == "hei"
        assert (await stream.next("message", seconds=3))[0]["text"] == "re: hei"


async def test_messages_to_both_processes_are_numbered_and_answered_once_and_in_order(
    houses: tuple[House, House], rasa: FakeRasa
) -> None:
    visitor = await houses[0].visitor()
    doors = [Visitor(house.http, visitor.id, visitor.token) for house in houses]
    await asyncio.gather(*(doors[i % 2].say(f"viesti {i}") for i in range(12)))
    found = await visitor.until(lambda messages: len(messages) == 25, seconds=20)
    assert [m["seq"] for m in found] == list(range(1, 26))
    said = [m["text"] for m in found if m["from"] == "visitor"]
    assert [m["text"] for m in found[1:] if m["from"] == "bot"] == [f"re: {text}" for text in said]
    assert rasa.texts == said
