"""The product over real databases, with Rasa faked where its HTTP begins."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest
from sqlalchemy import make_url

from api.db.engine import Database
from api.product import prepare
from api.settings import Settings
from tests.api.house import House, open_house
from tests.api.rasa import FakeRasa

Opening = Callable[[], AbstractAsyncContextManager[House]]
ON_POSTGRES = pytest.mark.parametrize("database", ["postgres"], indirect=True)


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'palvelupolku.db'}"
    server: str = request.getfixturevalue("postgres_url")
    administered(server, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")
    return of_postgres(server)


def of_postgres(server: str, name: str | None = None) -> str:
    """The address of a database of the server, of the one that was given without a name."""
    url = make_url(server).set(drivername="postgresql+psycopg")
    return (url.set(database=name) if name else url).render_as_string(hide_password=False)


def administered(server: str, *commands: LiteralString) -> None:
    plain = make_url(server).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        for command in commands:
            connection.execute(command)


def made(address: str) -> str:
    """Make the tables and publish the default catalogue, as the product does when it first starts."""

    async def work() -> None:
        opened = Database(address)
        await prepare(opened)
        await opened.close()

    asyncio.run(work())
    return address


@pytest.fixture(scope="session")
def sqlite_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that each test gets a copy of: making it anew takes longer than most tests."""
    file = tmp_path_factory.mktemp("model") / "palvelupolku.db"
    made(f"sqlite+aiosqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgres_model(postgres_url: str) -> str:
    """The server with a database that each test gets a copy of."""
    administered(postgres_url, "DROP DATABASE IF EXISTS model", "CREATE DATABASE model")
    made(of_postgres(postgres_url, "model"))
    return postgres_url


@pytest.fixture
def started(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database as it is when the product has started for the first time."""
    if database.startswith("sqlite"):
        shutil.copy(request.getfixturevalue("sqlite_model"), tmp_path / "palvelupolku.db")
        return database
    server: str = request.getfixturevalue("postgres_model")
    administered(server, "DROP DATABASE IF EXISTS started WITH (FORCE)", "CREATE DATABASE started TEMPLATE model")
    return of_postgres(server, "started")


@pytest.fixture
def hours(tmp_path: Path) -> Path:
    """Advisors are always there; a test about closed hours writes its own."""
    file = tmp_path / "hours.json"
    file.write_text('{"timezone": "Europe/Helsinki", "always": true, "text_fi": "aina"}', encoding="utf-8")
    return file


@pytest.fixture
def settings(started: str, tmp_path: Path, hours: Path) -> Settings:
    return Settings(
        data_dir=tmp_path,
        database_url=started,
        rasa_token="secret",
        service_hours=hours,
        pages=tmp_path / "pages",
        retry_after=0.02,
        told_after=0.3,
        rasa_patience=2,
        heartbeat=0.2,
    )


@pytest.fixture
def rasa() -> FakeRasa:
    return FakeRasa()


@pytest.fixture
async def house(settings: Settings, rasa: FakeRasa) -> AsyncIterator[House]:
    async with open_house(settings, rasa) as opened:
        yield opened
