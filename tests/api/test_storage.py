"""The database as the migrations make it, the rules as they are published, and the commands about both."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, select, update
from typer.testing import CliRunner

from actions.ports import Dialogue, Learned, Outcome, Pending
from api.chat.outcomes import dialogue_from_json, dialogue_to_json, outcome_from_json, outcome_to_json
from api.chat.rulebooks import PublishedRuleBooks
from api.cli.storage import backup, purge, seed
from api.cli.users import user
from api.clock import now, today
from api.db import rulebooks
from api.db.engine import Database
from api.db.migrate import migrate
from api.db.models.base import Table
from api.db.models.conversation import Conversation
from api.db.models.rules import RulebookRow
from api.db.models.staff import Staff
from api.product import prepare
from domain.catalogue import load_seed
from domain.errors import NotFound
from domain.facts import DECLINED, DONT_KNOW, Known
from tests.api.house import House

pytestmark = pytest.mark.anyio


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), Table.metadata))


async def test_the_migrations_make_the_tables_of_the_models(database: str) -> None:
    opened = Database(database)
    for _ in range(2):
        await migrate(opened)
    async with opened.write() as db:
        assert await (await db.connection()).run_sync(differences) == []
    await opened.close()


async def test_the_default_catalogue_is_published_once_and_again_when_it_changes(database: str) -> None:
    opened = Database(database)
    assert await prepare(opened) == 1
    assert await prepare(opened) is None
    book = load_seed()
    changed = book.model_copy(update={"services": book.services[1:]})
    async with opened.write() as db:
        assert await rulebooks.publish_seed(db, changed, today=today(), at=now()) == 2
    async with opened.read() as db:
        assert (await rulebooks.content(db, 2)).services == changed.services
        assert (await rulebooks.content(db, 1)).services == book.services
    await opened.close()


async def test_a_new_version_is_seen_when_its_day_has_come(database: str) -> None:
    opened, day = Database(database), date(2026, 11, 21)
    books = PublishedRuleBooks(opened, every=0)
    await migrate(opened)
    with pytest.raises(NotFound):
        await books.published(day)
    for ahead in (0, 7):
        async with opened.write() as db:
            effective = day + timedelta(days=ahead)
            await rulebooks.publish(db, load_seed(), author="x", note="", effective_from=effective, at=now())
    assert (await books.published(day)).version == 1
    assert (await books.published(day + timedelta(days=7))).version == 2
    await opened.close()


async def test_a_version_is_believed_for_a_while_and_then_looked_up(database: str) -> None:
    opened, time = Database(database), [0.0]
    books = PublishedRuleBooks(opened, every=5, clock=lambda: time[0])
    await prepare(opened)
    assert (await books.published(today())).version == 1
    async with opened.write() as db:
        await rulebooks.publish(db, load_seed(), author="x", note="", effective_from=today(), at=now())
    assert (await books.published(today())).version == 1
    time[0] = 5.0
    assert (await books.published(today())).version == 2
    await opened.close()


@pytest.mark.parametrize(
    "pending",
    [Pending(), Pending(asked=("ika", "etuus"), screen="tilanne"), Pending(confirm=("etuus", ("toimeentulotuki",)))],
)
def test_a_dialogue_and_an_outcome_survive_storage(pending: Pending) -> None:
    dialogue = Dialogue(pending=pending, misses=2, result_shown=True)
    learned = (
        Learned("etuus", Known(("a", "b"), partial=True), "a ja b"),
        Learned("ika", DECLINED),
        Learned("x", DONT_KNOW),
    )
    outcome = Outcome(dialogue, learned, ("velka",), (3, {"needs": []}), not_understood=True)
    assert dialogue_from_json(dialogue_to_json(dialogue)) == dialogue
    assert outcome_from_json(outcome_to_json(outcome)) == outcome


def test_what_an_older_version_stored_of_a_dialogue_is_read() -> None:
    assert dialogue_from_json({"misses": 1, "no_more": 5}) == Dialogue(misses=1)


class TestCommands:
    """The commands as an operator uses them, on a data folder of their own."""

    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("PALVELUPOLKU_DATA_DIR", str(tmp_path))
        monkeypatch.delenv("PALVELUPOLKU_DATABASE_URL", raising=False)
        monkeypatch.setenv("PALVELUPOLKU_RASA_URL", "http://127.0.0.1:9")
        return tmp_path

    def test_seeding_twice_publishes_once(self, capsys: pytest.CaptureFixture[str]) -> None:
        seed()
        assert "versiona 1" in capsys.readouterr().out
        seed()
        assert "jo julkaistu" in capsys.readouterr().out

    def test_a_backup_can_be_read(self, folder: Path) -> None:
        seed()
        backup(folder / "copy.db")
        with sqlite3.connect(folder / "copy.db") as copy:
            assert copy.execute("SELECT count(*) FROM rulebook").fetchone() == (1,)
        copy.close()

    def test_an_added_person_can_log_in_and_is_added_once(self, folder: Path) -> None:
        arguments = ["add", "Aino", "--role", "advisor", "--password-stdin"]
        assert CliRunner().invoke(user, arguments, input="pitkä salasana on\n").exit_code == 0
        assert CliRunner().invoke(user, arguments, input="pitkä salasana on\n").exit_code == 2
        assert (
            CliRunner().invoke(user, ["add", "B", "--role", "advisor", "--password-stdin"], input="x\n").exit_code == 2
        )
        with sqlite3.connect(folder / "palvelupolku.db") as data:
            rows = data.execute("SELECT name, role, password_hash FROM staff").fetchall()
        data.close()
        assert [row[:2] for row in rows] == [("Aino", "advisor")]
        assert rows[0][2].startswith("$argon2id$")

    def test_a_made_password_is_told_once(self) -> None:
        result = CliRunner().invoke(user, ["add", "Eero", "--role", "admin"])
        assert result.exit_code == 0
        assert "Salasana: " in result.output

    def test_purging_erases_what_is_old(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        seed()
        old, new = now() - timedelta(days=31), now()
        with sqlite3.connect(folder / "palvelupolku.db") as data:
            for name, at in (("old", old), ("new", new)):
                data.execute(
                    "INSERT INTO conversation (id, token_hash, language, state, last_seq, created, updated, dialogue,"
                    " outage_told, priority, advisor_seen) VALUES (?, '', 'fi', 'bot', 0, ?, ?, '{}', 0, 0, 0)",
                    (name, at.isoformat(" "), at.isoformat(" ")),
                )
        purge(days=30)
        assert "Poistettiin 1" in capsys.readouterr().out
        left = [row[0] for row in data.execute("SELECT id FROM conversation")]
        waiting = [row[0] for row in data.execute("SELECT conversation FROM erasure")]
        data.close()
        assert (left, waiting) == (["new"], ["old"])


async def test_a_person_who_was_taken_out_is_logged_out(house: House) -> None:
    worker = await house.advisor("Aino")
    async with house.product.database.write() as db:
        await db.execute(update(Staff).values(active=False))
    assert (await worker.get("/queue")).status_code == 401


async def test_the_rules_of_a_conversation_are_numbered(house: House) -> None:
    visitor = await house.visitor()
    async with house.product.database.read() as db:
        assert list(await db.scalars(select(RulebookRow.version))) == [1]
        assert await db.scalar(select(Conversation.language).where(Conversation.id == visitor.id)) == "fi"
