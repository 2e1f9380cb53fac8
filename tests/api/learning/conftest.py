"""A house whose training program is the test's own, and a base model that has a name and nothing more."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from api.settings import Settings
from tests.api.console import console
from tests.api.house import House, open_house
from tests.api.learning.teacher import Teacher, orders
from tests.api.rasa import FakeRasa

FAKE = Path(__file__).with_name("fake_trainer.py")


@pytest.fixture
def school(settings: Settings, tmp_path: Path) -> Settings:
    base = tmp_path / "palvelupolku-abc.tar.gz"
    base.write_text("base", encoding="utf-8")
    orders(tmp_path)
    return settings.model_copy(
        update={"model": base, "trainer": f"{sys.executable} {FAKE}", "rule_check_every": 0.05, "data_dir": tmp_path}
    )


@pytest.fixture
async def house(school: Settings, rasa: FakeRasa) -> AsyncIterator[House]:
    async with open_house(school, rasa) as opened:
        yield opened


@pytest.fixture
async def teacher(house: House, tmp_path: Path) -> Teacher:
    return Teacher(await console(house, "Eeva"), tmp_path)
