"""Live talks through 200 cuts and processes that die: each side sees what is stored, once and in order."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from random import Random

import pytest
from sqlalchemy import make_url, select, update

from api.clock import now
from api.db import messages, turns
from api.db.engine import Database
from api.db.models.conversation import Message, Turn
from api.settings import Rate, Settings
from tests.api.cutting import HOST, Line, Mortal, crash_postgres, free_port
from tests.api.house import eventually
from tests.api.talking import ASKER, Side, Talks

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

TALKS, CUTS, FALLS = 2, 200, 3
LONGEST_PAUSE = 0.03  # seconds between cuts
UNTIL_QUIET = 30.0  # longer than the lease of a turn whose commit was not heard of
Fall = Callable[[], Awaitable[None]]


@pytest.fixture
def mortal_settings(settings: Settings) -> Settings:
    fast = Rate(burst=100_000, per_second=10_000)
    places = {"port": free_port(), "rasa_url": f"http://{HOST}:{free_port()}", "database_url": lasting(settings)}
    return settings.model_copy(update={"messages": fast, "heartbeat": 1.0, **places})


def lasting(settings: Settings) -> str:
    """The address of the database; the tests' PostgreSQL may forget what it has confirmed unless it is told not to."""
    url = make_url(settings.database)
    if url.get_backend_name() == "sqlite":
        return settings.database
    return url.update_query_dict({"options": "-csynchronous_commit=on"}).render_as_string(hide_password=False)


async def test_nothing_is_lost_doubled_or_out_of_order(mortal_settings: Settings) -> None:
    random = Random(20_261_122)
    database = Database(mortal_settings.database)
    async with AsyncExitStack() as pages:
        rasa, product = await begun(pages, Mortal.rasa(mortal_settings), Mortal.product(mortal_settings))
        talks = Talks(mortal_settings, pages, random)
        for number in range(TALKS):
            await talks.with_human(number)
            await talks.with_bot(number)
        falls: list[Fall] = [lambda: fall_of_the_product(product, database), rasa.fall]
        if not database.is_sqlite:
            falls.append(lambda: crash_postgres(database.url))
        await live(talks, falls * FALLS, database, random)
        for side in talks.sides:
            compare(side, await stored(database, side.conversation))
    await database.close()


async def begun(pages: AsyncExitStack, *servers: Mortal) -> Sequence[Mortal]:
    for server in servers:
        await server.start()
        pages.callback(server.kill)
    return servers


async def fall_of_the_product(product: Mortal, database: Database) -> None:
    """Kill it and start it again, when what it was at has been given up."""
    product.kill()
    async with database.write() as db:
        await db.execute(update(Turn).where(Turn.state == turns.RUNNING).values(lease_until=now()))
    await product.start()


async def live(talks: Talks, falls: Sequence[Fall], database: Database, random: Random) -> None:
    """Let all sides write and listen while connections break; end when everybody has heard everything."""
    stop = asyncio.Event()
    listening = [asyncio.create_task(side.listen()) for side in talks.sides]
    async with asyncio.TaskGroup() as talking:
        for side in talks.sides:
            talking.create_task(side.talk(stop))
        await cut_and_fall(talks.lines, falls, random)
        stop.set()
    await eventually(lambda: all_heard(talks.sides, database), seconds=UNTIL_QUIET)
    for task in listening:
        task.cancel()
    await asyncio.gather(*listening, return_exceptions=True)


async def cut_and_fall(lines: list[Line], falls: Sequence[Fall], random: Random) -> None:
    """Break whatever is open, now this side's and now that side's; between the cuts, one process after another dies."""
    cuts, left = 0, list(falls)
    while cuts < CUTS:
        await asyncio.sleep(random.uniform(0, LONGEST_PAUSE))
        cuts += random.choice(lines).cut()
        if left and cuts >= (len(falls) - len(left) + 1) * CUTS // (len(falls) + 1):
            await left.pop(0)()


async def all_heard(sides: list[Side], database: Database) -> bool | None:
    """Tell when every question to the assistant is answered and every side has as many messages as there are."""
    async with database.read() as db:
        if await db.scalar(select(Turn.seq).where(Turn.state.in_(turns.OPEN)).limit(1)) is not None:
            return None
    lengths = [len(await stored(database, side.conversation)) for side in sides]
    return True if [len(side.heard) for side in sides] == lengths else None


async def stored(database: Database, conversation: str) -> list[Message]:
    async with database.read() as db:
        return await messages.after(db, conversation, 0)


def compare(side: Side, rows: list[Message]) -> None:
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    assert side.heard == [(row.seq, row.author, row.text) for row in rows]
    own = [row for row in rows if row.text.startswith(side.name)]
    assert [(row.text, row.seq) for row in own] == list(side.said.items())
    answers = [row.text for row in rows if row.text.startswith("re: ")]
    assert answers == [f"re: {row.text}" for row in rows if row.text.startswith(ASKER)]
