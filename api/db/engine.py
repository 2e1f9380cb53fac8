"""The database: short read and write transactions on SQLite or PostgreSQL, opened where they are used."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import event, make_url, text
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from api.db import audit
from api.db.sqlite import opener

WRITES = "palvelupolku_writes"
# An error's text goes to the log; what a person wrote must not.
QUIET: dict[str, Any] = {"hide_parameters": True}


class Database:
    """One engine and its two kinds of transaction: `read()` and `write()`."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = self._engine()
        writing = self.engine.execution_options(**{WRITES: True})
        self._reads = async_sessionmaker(self.engine, expire_on_commit=False)
        self._writes = async_sessionmaker(writing, expire_on_commit=False)
        # SQLite has one writer; waiting here is fair and costs no polling of the file's lock.
        self._turn_to_write: AbstractAsyncContextManager[Any] = asyncio.Lock() if self.is_sqlite else nullcontext()

    def _engine(self) -> AsyncEngine:
        if not self.is_sqlite:
            return create_async_engine(self.url, pool_size=10, max_overflow=20, pool_pre_ping=True, **QUIET)
        file = Path(self.url.database or "")
        file.parent.mkdir(parents=True, exist_ok=True)
        engine = create_async_engine(self.url, pool_size=8, max_overflow=24, async_creator=opener(str(file)), **QUIET)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
        return engine

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """Open a session that sees one state of the data and changes nothing."""
        async with self._reads() as session:
            yield session

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """Open a transaction that commits at the end of the block and rolls back on an error."""
        async with self._turn_to_write, self._writes.begin() as session:
            yield session
            await audit.seal(session)

    async def forget_old_pages(self) -> None:
        """Empty SQLite's log, so that what was erased is in no file of the database."""
        if self.is_sqlite:
            async with self._turn_to_write, self.engine.connect() as connection:
                await connection.execute(text("COMMIT"))
                await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    async def close(self) -> None:
        """Give all connections back."""
        await self.engine.dispose()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
