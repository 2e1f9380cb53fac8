"""`python -m api.db.migrate`: bring the database of the settings to the newest form."""

import asyncio
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.engine import Connection

from api.db.engine import Database
from api.settings import Settings

# Any number: what matters is that every process of the product asks for the same one.
ONE_AT_A_TIME = 7_301_926


async def migrate(database: Database) -> None:
    """Apply what is missing, in one transaction; several processes may call this at once."""
    async with database.write() as session:
        if not database.is_sqlite:
            await session.execute(text(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})"))
        connection = await session.connection()
        await connection.run_sync(_upgrade)


def configuration(connection: Connection) -> Config:
    """Return Alembic's configuration for an open connection; there is no ini file and so no address in one."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    command.upgrade(configuration(connection), "head")


async def _main() -> None:
    database = Database(Settings.from_environment().database)
    try:
        await migrate(database)
    finally:
        await database.close()


if __name__ == "__main__":
    asyncio.run(_main())
