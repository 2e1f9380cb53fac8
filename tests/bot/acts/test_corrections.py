"""What of a message puts an earlier answer right."""

from pathlib import Path

import pytest

from bot.components.acts.corrections import Corrections
from bot.components.finnish.normalise import normalise

CORRECTIONS = Corrections.load(Path(__file__).parents[3] / "nlu_data" / "languages")


@pytest.mark.parametrize(
    ("text", "right", "sure"),
    [
        ("eiku kolme vuotta", "kolme vuotta", True),
        ("ei kun kolme vuotta", "kolme vuotta", True),
        ("korjaan, asun Porissa", "asun Porissa", True),
        ("ei vaan 45", "45", True),
        ("ei oo kaks vaan kolme lasta", "kolme lasta", True),
        ("mulla ei oo kaks vaan kolme lasta", "kolme lasta", True),
        ("siis Turku, en Tampere", "Turku", False),
        ("kolme eikä kaks", "kolme", False),
        ("45 piti olla", "45", True),
        ("väärin, oon vielä töissä", "oon vielä töissä", True),
        ("meni väärin", "", True),
        ("hups", "", False),
    ],
)
def test_what_is_right_instead(text: str, right: str, sure: bool) -> None:
    found = CORRECTIONS.read(normalise(text))
    assert found is not None
    assert (found.text, found.sure) == (right, sure)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ei",
        "kolme vuotta",
        "ei ole kolmea vuotta",
        "asun Turussa eikä oo velkaa",
        "on velkaa mutta ei paljon",
        "en hae töitä nyt, toivon vaan lepoa",
    ],
)
def test_a_plain_answer_puts_nothing_right(text: str) -> None:
    assert CORRECTIONS.read(normalise(text)) is None
