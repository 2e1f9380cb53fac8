"""SQLite in the event loop's own thread: a statement takes microseconds, a hop to another thread takes more.

Only a commit, which waits for the disk, goes to a thread. SQLAlchemy's aiosqlite dialect drives these classes.
"""

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Self

PATIENCE = 5.0
AGAIN_AFTER = 0.002
BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_BUSY_RECOVERY})
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


class LocalCursor:
    """A cursor whose methods can be awaited."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._cursor = connection.cursor()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, operation: str, parameters: Sequence[Any] = ()) -> Any:
        """Run a statement; while another process writes, wait as the busy timeout would, but let the loop go on."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return self._cursor.execute(operation, parameters)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode not in BUSY or time.monotonic() > until:
                    raise
            await asyncio.sleep(AGAIN_AFTER)

    async def executemany(self, operation: str, parameters: Sequence[Sequence[Any]]) -> Any:
        """Run a statement once per row."""
        return self._cursor.executemany(operation, parameters)

    async def fetchall(self) -> list[Any]:
        """Return all rows."""
        return self._cursor.fetchall()

    async def close(self) -> None:
        """Give the statement back."""
        self._cursor.close()


class LocalConnection:
    """A connection whose methods can be awaited."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def cursor(self) -> LocalCursor:
        """Return a new cursor."""
        return LocalCursor(self._connection)

    async def create_function(self, *how: Any, **more: Any) -> None:
        """Add a function of the dialect's."""
        self._connection.create_function(*how, **more)

    async def commit(self) -> None:
        """Write to the disk, in a thread; there is nothing to wait for when nothing is open."""
        if self._connection.in_transaction:
            await asyncio.shield(asyncio.to_thread(self._connection.commit))

    async def rollback(self) -> None:
        """Undo what is open."""
        self._connection.rollback()

    async def close(self) -> None:
        """Close; statements that were cut off end with it."""
        self._connection.close()

    def stop(self) -> None:
        """Close at once."""
        self._connection.close()


def opener(file: str) -> Callable[..., Awaitable[LocalConnection]]:
    """Return a function that opens the file for SQLAlchemy."""

    async def connect(*_: Any, **__: Any) -> LocalConnection:
        connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False, timeout=0)
        local = LocalConnection(connection)
        for pragma in PRAGMAS:
            await local.cursor().execute(f"PRAGMA {pragma}")
        return local

    return connect
