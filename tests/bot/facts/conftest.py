"""The understanding of facts, loaded once from the data of the checkout."""

from pathlib import Path

import pytest

from bot.components.understanding import Understanding

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def understanding():
    return Understanding.load(ROOT / "nlu_data", ROOT / "domain" / "seed")
