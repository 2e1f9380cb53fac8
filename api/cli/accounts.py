"""One transaction from the command line on an up-to-date database."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from api.cli.words import say
from api.db import staff
from api.db.engine import Database
from api.db.migrate import migrate
from api.db.models.staff import Staff
from api.settings import Settings

T = TypeVar("T")
OPERATOR = "-"  # whoever may use the command line has no account here


def run(work: Callable[[AsyncSession], Awaitable[T]]) -> T:
    """Do some work in one transaction."""

    async def inside() -> T:
        database = Database(Settings.from_environment().database)
        try:
            await migrate(database)
            async with database.write() as db:
                return await work(db)
        finally:
            await database.close()

    return asyncio.run(inside())


async def known(db: AsyncSession, name: str) -> Staff:
    """Return the person of that name. Raises typer.BadParameter."""
    person = await staff.by_name(db, name)
    if person is None:
        raise typer.BadParameter(say("name_unknown", name=name))
    return person
