"""Every sentence that the product's process says is in the texts."""

import re
from pathlib import Path
from typing import get_args

from api.chat.schemas import Command
from domain.texts import Texts
from domain.wording import rule_words

API = Path(__file__).parents[2] / "api"
SAID = re.compile(r"""say\(\s*['"]([a-z_0-9]+)['"]|['"](handoff_[a-z_]+)['"]""")


def said_in(folder: str) -> set[str]:
    texts = [file.read_text(encoding="utf-8") for file in (API / folder).rglob("*.py")]
    return {name for text in texts for pair in SAID.findall(text) for name in pair if name}


def test_every_sentence_exists() -> None:
    said = said_in("chat") | said_in("advisor")
    assert {"bot_unavailable", "handoff_waiting", "handoff_released"} <= said
    assert said <= Texts.load().sentences.keys()


def test_every_command_has_the_words_of_its_button() -> None:
    assert {f"said_{command}" for command in get_args(Command)} <= Texts.load().sentences.keys()


def test_every_text_has_a_name_for_those_who_edit_it() -> None:
    names = rule_words().texts
    assert names.keys() == Texts.load().sentences.keys()
    assert len(set(names.values())) == len(names)
