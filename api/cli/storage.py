"""`seed`, `backup`, `purge`: stored data from the command line."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from api.chat.erasing import Eraser
from api.cli.words import say
from api.clock import now
from api.db import conversations
from api.db.engine import Database
from api.live.hub import Hub
from api.product import prepare
from api.rasa import Rasa, connect
from api.settings import Settings

KEPT_DAYS = 30


def seed() -> None:
    """Bring the database to its newest form and publish the default catalogue when it is new."""
    version = asyncio.run(_seed())
    typer.echo(say("seeded", version=version) if version else say("seed_is_published"))


def backup(to: Annotated[Path, typer.Argument(help=say("help_backup_to"))]) -> None:
    """Copy the SQLite database, also while the product runs."""
    database = Database(Settings.from_environment().database)
    if not database.is_sqlite or not database.url.database:
        raise typer.BadParameter(say("backup_is_for_sqlite"))
    if to.exists():
        raise typer.BadParameter(say("backup_exists", path=to))
    with closing(sqlite3.connect(database.url.database)) as source, closing(sqlite3.connect(to)) as copy:
        source.backup(copy)
    typer.echo(say("backed_up", path=to))


def purge(days: Annotated[int, typer.Option(min=1, help=say("help_purge_days"))] = KEPT_DAYS) -> None:
    """Erase the conversations in which nothing has happened for so many days."""
    typer.echo(say("purged", count=asyncio.run(_purge(days)), days=days))


async def _seed() -> int | None:
    database = Database(Settings.from_environment().database)
    try:
        return await prepare(database)
    finally:
        await database.close()


async def _purge(days: int) -> int:
    settings = Settings.from_environment()
    database = Database(settings.database)
    token = settings.rasa_token.get_secret_value()
    try:
        async with connect(settings.rasa_url, token, patience=settings.rasa_patience, transport=None) as client:
            eraser = Eraser(database, Hub(), Rasa(client))
            async with database.read() as db:
                old = await conversations.untouched_since(db, now() - timedelta(days=days))
            for conversation in old:
                await eraser.erase(conversation)
    finally:
        await database.close()
    return len(old)
