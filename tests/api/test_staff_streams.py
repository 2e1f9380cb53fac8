"""A log-in that ends takes what it holds open along."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import update

from api.db.models.staff import Staff
from api.settings import Settings
from tests.api.house import House
from tests.api.rasa import FakeRasa
from tests.api.test_streams import served

pytestmark = pytest.mark.anyio


@pytest.fixture
async def house(settings: Settings, rasa: FakeRasa) -> AsyncIterator[House]:
    async with served(settings.model_copy(update={"lease": 1.0}), rasa) as opened:
        yield opened


async def test_the_stream_ends_with_the_log_in(house: House) -> None:
    worker = await house.advisor("Aino")
    async with worker.http.stream("GET", "/api/v1/advisor/events") as stream, asyncio.timeout(3):
        lines = stream.aiter_lines()
        assert await anext(lines) == "event: queue"
        assert (await worker.http.post("/api/v1/logout")).status_code == 204
        assert "event: queue" not in [line async for line in lines]


async def test_the_stream_of_a_locked_account_ends_although_nobody_tells_it(house: House) -> None:
    worker = await house.advisor("Aino")
    async with worker.http.stream("GET", "/api/v1/advisor/events") as stream, asyncio.timeout(3):
        lines = stream.aiter_lines()
        assert await anext(lines) == "event: queue"
        async with house.product.database.write() as db:
            await db.execute(update(Staff).values(active=False))
        assert "event: queue" not in [line async for line in lines]
