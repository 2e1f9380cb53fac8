"""The product over real databases, with Rasa faked where its HTTP begins."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from api.settings import Settings
from tests.api.house import House, open_house
from tests.api.rasa import FakeRasa

POSTGRES = os.environ.get("PALVELUPOLKU_TEST_PG", "")
Opening = Callable[[], AbstractAsyncContextManager[House]]


@pytest.fixture(
    params=[
        "sqlite",
        pytest.param("postgres", marks=pytest.mark.skipif(not POSTGRES, reason="PALVELUPOLKU_TEST_PG is not set")),
    ]
)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'palvelupolku.db'}"
    return empty_postgres()


def empty_postgres() -> str:
    plain = make_url(POSTGRES).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return make_url(POSTGRES).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


@pytest.fixture
def hours(tmp_path: Path) -> Path:
    """Advisors are always there; a test about closed hours writes its own."""
    file = tmp_path / "hours.json"
    file.write_text('{"timezone": "Europe/Helsinki", "always": true, "text_fi": "aina"}', encoding="utf-8")
    return file


@pytest.fixture
def settings(database: str, tmp_path: Path, hours: Path) -> Settings:
    return Settings(
        data_dir=tmp_path,
        database_url=database,
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
