"""What editors have taught is carried by a model and changes how it reads; another model can take its place."""

import asyncio
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.components.finnish.normalise import normalise
from bot.components.runtime.model_swap import ModelUnreadable, Swapper
from bot.components.taught import Phrase, Taught
from bot.components.understanding import Understanding

ROOT = Path(__file__).parents[3]
TAUGHT = Taught({"vouvossa": "ulosotossa"}, (Phrase("velkaongelma", True, "rahat syö mörkö"),))


def test_it_is_read_from_training_data_and_kept_in_a_folder(tmp_path: Path) -> None:
    table = {"name": '["velkaongelma", true]', "elements": ["rahat syö mörkö"]}
    taught = Taught.of({"vouvossa": "ulosotossa"}, [table])
    assert taught == TAUGHT
    taught.write(tmp_path)
    assert Taught.read(tmp_path) == TAUGHT


def test_a_taught_form_goes_before_every_other_reading() -> None:
    tokens = normalise("oon Vouvossa", TAUGHT.forms).tokens
    assert [(token.original, token.norm) for token in tokens] == [("oon", "olen"), ("Vouvossa", "ulosotossa")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("velat on vouvossa", True),
        ("mun rahat syö mörkö aina", True),
        ("mun rahat ei syö mörkö", False),
        ("mörkö syö rahat", False),
    ],
)
def test_what_is_taught_tells_facts(text: str, told: bool) -> None:
    understanding = Understanding.load(ROOT / "nlu_data", ROOT / "domain" / "seed", TAUGHT)
    found = understanding.understand(text, [], date(2026, 11, 21))["facts"]
    assert any(fact["fact"] == "velkaongelma" and fact["value"] is True for fact in found) is told


class Agent:
    def __init__(self) -> None:
        self.loaded: list[str] = []

    def load_model(self, path: str) -> None:
        if "broken" in path:
            raise ValueError("not whole")
        self.loaded.append(path)


def swapped(agent: Any, *names: str, folder: Path) -> Swapper:
    swapper = Swapper()

    async def swap() -> None:
        for name in names:
            (folder / name).write_text("model", encoding="utf-8")
            await swapper.use(agent, name, str(folder / name))

    asyncio.run(swap())
    return swapper


def test_another_model_takes_the_place_once(tmp_path: Path) -> None:
    agent = Agent()
    assert swapped(agent, "1", "1", "2", folder=tmp_path).name == "2"
    assert agent.loaded == [str(tmp_path / "1"), str(tmp_path / "2")]


def test_a_model_that_cannot_be_read_leaves_the_old_one_in_its_place(tmp_path: Path) -> None:
    with pytest.raises(ModelUnreadable):
        swapped(Agent(), "broken", folder=tmp_path)
    with pytest.raises(ModelUnreadable):
        asyncio.run(Swapper().use(SimpleNamespace(), "1", str(tmp_path / "nowhere")))
