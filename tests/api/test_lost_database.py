"""PostgreSQL goes away for a moment: calls are refused, streams end, and all goes on where it was."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import psycopg
import pytest
from sqlalchemy import URL, make_url

from api.settings import Settings
from tests.api.conftest import ON_POSTGRES
from tests.api.house import House, Visitor
from tests.api.rasa import FakeRasa
from tests.api.test_streams import listening, served

pytestmark = [pytest.mark.anyio, ON_POSTGRES]

GONE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"


@pytest.fixture
async def house(settings: Settings, rasa: FakeRasa) -> AsyncIterator[House]:
    # The lease of a turn is longer than any wait here: who goes on is who began.
    async with served(settings.model_copy(update={"told_after": 10.0}), rasa) as opened:
        yield opened


@contextmanager
def database_away(url: URL) -> Iterator[None]:
    """Cut every connection and let no new one in while the block lasts."""
    beside = url.set(drivername="postgresql", database="template1").render_as_string(hide_password=False)
    with psycopg.connect(beside, autocommit=True) as connection:
        connection.execute(f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS false')
        connection.execute(GONE, [url.database])
        try:
            yield
        finally:
            connection.execute(f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS true')


async def refused(visitor: Visitor) -> None:
    response = await visitor.post(text="kukaan ei kuule")
    assert (response.status_code, response.json()["code"]) == (503, "database_away")


async def test_an_answer_that_could_not_be_stored_is_stored_when_the_database_is_back(
    house: House, rasa: FakeRasa, settings: Settings
) -> None:
    visitor = await house.visitor()
    rasa.gate = asyncio.Event()
    await visitor.say("hei")
    await rasa.called.wait()
    with database_away(make_url(settings.database)):
        rasa.gate.set()
        await refused(visitor)
        await asyncio.sleep(3 * settings.retry_after)
    await visitor.answered("hei")
    assert await visitor.texts() == ["hei", "re: hei"]


async def test_a_stream_ends_and_goes_on_after_the_last_message_heard(house: House, settings: Settings) -> None:
    visitor = await house.visitor()
    async with listening(visitor) as stream:
        await stream.next("message")
        with database_away(make_url(settings.database)):
            await refused(visitor)
            with pytest.raises(AssertionError, match="the stream has ended"):
                await stream.next("message")
    await visitor.say("hei")
    async with listening(visitor, **{"Last-Event-ID": "1"}) as stream:
        assert (await stream.next("message"))[0]["text"] == "hei"
