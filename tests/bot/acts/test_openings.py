"""Questions are told by how a message opens."""

from pathlib import Path

import pytest

from bot.components.acts.openings import asks, load_question_words
from bot.components.finnish.normalise import normalise

WORDS = Path(__file__).parents[3] / "nlu_data" / "languages"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("mikä on palkkatuki", True),
        ("palkkatuki?", True),
        ("onks se pakollinen", True),
        ("oon työtön, mistä saan apua", True),
        ("kerro palkkatuesta", True),
        ("kaveri pääsi palkkatuella töihin", False),
        ("olen hakenut palkkatukea ja odotan päätöstä", False),
        ("en vielä ole saanut selville mikä se on", False),
    ],
)
def test_a_question_is_told_from_a_statement(text: str, question: bool) -> None:
    assert asks(normalise(text), load_question_words(WORDS)) is question
