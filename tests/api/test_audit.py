"""The audit log: every row hangs on the one before, and nobody can change it unseen."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError

from api.clock import now
from api.db import audit, staff
from api.db.engine import Database
from api.db.migrate import migrate
from api.db.models.staff import Audit

pytestmark = pytest.mark.anyio


@pytest.fixture
async def storage(database: str) -> AsyncIterator[Database]:
    opened = Database(database)
    await migrate(opened)
    yield opened
    await opened.close()


async def write_down(storage: Database, *actions: str, person: str = "Aino") -> None:
    async with storage.write() as db:
        for action in actions:
            staff.audit(db, person, action, None, at=now(), detail="ä")


async def verdict(storage: Database) -> audit.Verdict:
    async with storage.read() as db:
        return await audit.verify(db)


async def unlocked(storage: Database, statement: str) -> None:
    """Change the log as somebody could who owns the database."""
    sqlite = storage.is_sqlite
    async with storage.write() as db:
        drops = ["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete"]
        for drop in drops if sqlite else ["DROP TRIGGER audit_append_only ON audit"]:
            await db.execute(text(drop))
        await db.execute(text(statement))


async def test_an_untouched_chain_holds(storage: Database) -> None:
    await write_down(storage, "login", "look")
    await write_down(storage, "logout")
    found = await verdict(storage)
    assert (found.rows, found.unchained, found.broken) == (3, 0, None)
    assert len(found.last) == 64


async def test_a_transaction_that_fails_leaves_no_trace(storage: Database) -> None:
    await write_down(storage, "login")

    async def fail() -> None:
        async with storage.write() as db:
            staff.audit(db, "Aino", "look", None, at=now())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    await write_down(storage, "logout")
    assert (await verdict(storage)).rows == 2


async def test_thirty_writers_at_once_make_one_chain(storage: Database) -> None:
    await asyncio.gather(*(write_down(storage, "look", "write", person=f"N{n}") for n in range(30)))
    found = await verdict(storage)
    assert (found.rows, found.broken) == (60, None)


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE audit SET staff = 'Bertta' WHERE id = 2", 2),
        ("UPDATE audit SET action = 'login', detail = NULL WHERE id = 3", 3),
        ("UPDATE audit SET digest = '' WHERE id = 2", 2),
        ("DELETE FROM audit WHERE id = 2", 3),
        ("DELETE FROM audit WHERE id = 1", 2),
    ],
)
async def test_a_change_and_a_gap_show(storage: Database, statement: str, broken: int) -> None:
    await write_down(storage, "login", "look", "claim", "logout")
    await unlocked(storage, statement)
    assert (await verdict(storage)).broken == broken


@pytest.mark.parametrize("statement", ["UPDATE audit SET staff = 'Bertta'", "DELETE FROM audit"])
async def test_the_database_itself_refuses_changes(storage: Database, statement: str) -> None:
    await write_down(storage, "login")
    with pytest.raises(DBAPIError, match="append-only"):
        async with storage.write() as db:
            await db.execute(text(statement))
    assert (await verdict(storage)).rows == 1


async def test_rows_from_before_the_chain_stand_only_at_its_start(storage: Database) -> None:
    old = insert(Audit).values(at=now(), staff="Aino", action="login", digest="")
    async with storage.write() as db:
        await db.execute(old)
    await write_down(storage, "look")
    found = await verdict(storage)
    assert (found.rows, found.unchained, found.broken) == (2, 1, None)
    async with storage.write() as db:
        await db.execute(old)
    assert (await verdict(storage)).broken == 3
