"""`user ...` and `audit verify` from the command line."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from api.cli.auditing import audit
from api.cli.users import user
from api.clock import now
from api.db import staff
from api.db.engine import Database
from api.db.models.staff import LoginAttempt, StaffSession

PASSWORD = "sade lauloi kolme lyhtyä"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PALVELUPOLKU_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("PALVELUPOLKU_DATABASE_URL", raising=False)
    return tmp_path


@pytest.fixture
def data(folder: Path) -> Iterator[sqlite3.Connection]:
    """The database, with one person in it."""
    assert do("add", "Aino", "--role", "advisor", "--team", "nuoret", "--email", "aino@example.org").exit_code == 0
    with closing(sqlite3.connect(folder / "palvelupolku.db", isolation_level=None)) as connection:
        yield connection


def do(*words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(user, words, input=given)


def one(data: sqlite3.Connection, query: str) -> tuple[object, ...]:
    row: tuple[object, ...] = data.execute(query).fetchone()
    return row


def logged_in(folder: Path) -> None:
    """Aino has a log-in and failed attempts."""

    async def work() -> None:
        database = Database(f"sqlite+aiosqlite:///{folder / 'palvelupolku.db'}")
        async with database.write() as db:
            person = await staff.by_name(db, "Aino")
            assert person is not None
            moment = now()
            db.add(StaffSession(token_hash="x", staff=person.id, csrf="", verified=True, created=moment, seen=moment))
            db.add(LoginAttempt(name="Aino", at=moment))
        await database.close()

    asyncio.run(work())


def test_people_are_listed_with_their_teams(data: sqlite3.Connection) -> None:
    do("add", "Eero", "--role", "auditor")
    do("team", "Aino", "add", "kela")
    do("lock", "Eero")
    lines = do("list").output.splitlines()
    assert lines == [
        "Aino  advisor  tiimit: kela, nuoret  vain salasana",
        "Eero  auditor  tiimit: -  vain salasana  lukittu",
    ]


@pytest.mark.parametrize("role", ["advisor", "supervisor", "approver", "admin", "auditor"])
def test_every_role_can_be_given(folder: Path, role: str) -> None:
    assert do("add", "Aino", "--role", role).exit_code == 0


def test_a_membership_comes_and_goes(data: sqlite3.Connection) -> None:
    assert do("team", "Aino", "remove", "nuoret").exit_code == 0
    assert do("team", "Aino", "remove", "nuoret").exit_code == 0
    assert one(data, "SELECT count(*) FROM staff_team") == (0,)
    assert one(data, "SELECT count(*) FROM audit WHERE action = 'user_team_remove'") == (1,)


def test_the_teams_are_listed() -> None:
    assert "kela  Kela" in do("teams").output.splitlines()


def test_a_team_that_is_not_there_is_refused(data: sqlite3.Connection) -> None:
    assert do("team", "Aino", "add", "ei-ole").exit_code == 2
    assert do("add", "Eero", "--role", "advisor", "--team", "ei-ole").exit_code == 2


@pytest.mark.parametrize("given", ["lyhyt\n", "salasana1234\n", "Aino-kahvi-pilvi\n"])
def test_a_weak_password_is_refused(data: sqlite3.Connection, given: str) -> None:
    assert do("add", "Aino Toinen", "--role", "advisor", "--password-stdin", given=given).exit_code == 2
    assert do("password", "Aino", "--password-stdin", given=given).exit_code == 2


def test_a_new_password_ends_the_log_ins(folder: Path, data: sqlite3.Connection) -> None:
    before = one(data, "SELECT password_hash FROM staff")
    logged_in(folder)
    assert do("password", "Aino", "--password-stdin", given=f"{PASSWORD}\n").exit_code == 0
    assert one(data, "SELECT password_hash FROM staff") != before
    assert one(data, "SELECT count(*) FROM staff_session") == (0,)
    assert "Salasana: " in do("password", "Aino").output


def test_locking_ends_the_log_ins_and_unlocking_forgets_wrong_attempts(folder: Path, data: sqlite3.Connection) -> None:
    logged_in(folder)
    assert do("lock", "Aino").exit_code == 0
    assert one(data, "SELECT active, (SELECT count(*) FROM staff_session) FROM staff") == (0, 0)
    assert do("unlock", "Aino").exit_code == 0
    assert one(data, "SELECT active, (SELECT count(*) FROM login_attempt) FROM staff") == (1, 0)


def test_a_lost_second_factor_is_taken_away(folder: Path, data: sqlite3.Connection) -> None:
    data.execute("UPDATE staff SET totp_secret = 'X', totp_used = 1")
    data.execute("INSERT INTO recovery_code (staff, code_hash) VALUES (1, 'x')")
    logged_in(folder)
    assert do("reset-totp", "Aino").exit_code == 0
    assert one(data, "SELECT totp_secret, totp_used, (SELECT count(*) FROM recovery_code) FROM staff") == (
        None,
        None,
        0,
    )
    assert one(data, "SELECT count(*) FROM staff_session") == (0,)


def test_a_subject_is_linked_to_one_person(data: sqlite3.Connection) -> None:
    do("add", "Eero", "--role", "admin")
    assert do("oidc", "Aino", "aino@kunta").exit_code == 0
    assert do("oidc", "Aino", "aino@kunta").exit_code == 0
    assert do("oidc", "Eero", "aino@kunta").exit_code == 2


@pytest.mark.parametrize(
    "words", [("password",), ("lock",), ("unlock",), ("team", "add", "kela"), ("reset-totp",), ("oidc", "x")]
)
def test_nobody_of_that_name_is_an_error(data: sqlite3.Connection, words: tuple[str, ...]) -> None:
    assert do(words[0], "Tuntematon", *words[1:]).exit_code == 2


def test_what_was_done_is_in_the_audit_log(data: sqlite3.Connection) -> None:
    for words in (("password", "Aino"), ("lock", "Aino"), ("unlock", "Aino"), ("reset-totp", "Aino")):
        do(*words)
    rows = data.execute("SELECT staff, action, detail FROM audit ORDER BY id").fetchall()
    expected = ["user_added", "user_password", "user_locked", "user_unlocked", "user_totp_reset"]
    assert [row[1] for row in rows] == expected
    assert {row[0] for row in rows} == {"-"}
    assert all(row[2].startswith("Aino") for row in rows)


def verify(*words: str) -> Result:
    return CliRunner().invoke(audit, ["verify", *words])


def test_the_audit_log_is_verified(data: sqlite3.Connection) -> None:
    do("lock", "Aino")
    whole = verify()
    assert whole.exit_code == 0
    assert "2 riviä" in whole.output
    data.execute("DROP TRIGGER audit_no_update")
    data.execute("UPDATE audit SET detail = 'Eero' WHERE id = 1")
    broken = verify()
    assert (broken.exit_code, "rivistä 1" in broken.output) == (1, True)


def test_a_log_whose_end_is_cut_off_does_not_hold_the_digest_noted_earlier(data: sqlite3.Connection) -> None:
    do("lock", "Aino")
    noted = verify().output.split()[-1]
    do("unlock", "Aino")
    assert verify("--last", noted).exit_code == 0
    data.execute("DROP TRIGGER audit_no_delete")
    data.execute("DELETE FROM audit WHERE id > 1")
    assert verify().exit_code == 0
    assert verify("--last", noted).exit_code == 1
