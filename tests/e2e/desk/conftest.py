"""A visitor and advisors at once: pages of the chat and of the desk on one running product."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest
from playwright.sync_api import BrowserContext

from api.clock import now
from api.db import staff
from api.db.engine import Database
from api.settings import Settings
from api.staff.passwords import hashed
from tests.e2e.desk.desk_page import ADVISOR_PASSWORD, DeskPage
from tests.e2e.desk.visitor_page import VisitorPage
from tests.e2e.stack import Stack

_numbers = count(1)


@pytest.fixture
def visitor(contexts: Callable[[str], BrowserContext], stack: Stack) -> VisitorPage:
    return VisitorPage(contexts("visitor").new_page(), stack)


@pytest.fixture
def advisor(contexts: Callable[[str], BrowserContext], stack: Stack) -> Callable[..., DeskPage]:
    """Open the desk of a new advisor; the name gets a number, so that each test has its own colleagues."""

    def at_desk(
        name: str, role: str = "advisor", *, of: Stack = stack, context: BrowserContext | None = None
    ) -> DeskPage:
        called = account(of, name, role)
        desk = DeskPage((context or contexts("wide")).new_page(), of, called)
        desk.log_in()
        return desk

    return at_desk


def account(stack: Stack, name: str, role: str = "advisor") -> str:
    """Make an account; return the name to log in with."""
    called = f"{name} {next(_numbers)}"
    # The thread of the tests belongs to the browser's own loop.
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, _added(stack, called, role)).result()
    return called


async def _added(stack: Stack, name: str, role: str) -> None:
    database = Database(Settings(data_dir=stack.data).database)
    async with database.write() as db:
        await staff.add(db, name, role, hashed(ADVISOR_PASSWORD), at=now())
    await database.close()
