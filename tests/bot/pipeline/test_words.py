"""What a person types reaches Rasa as words, what the product sends as a command."""

import pytest

from bot.components.runtime.words import for_rasa


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("/restart", "restart"),
        (" //choose", "choose"),
        ("/", "…"),
        ("", "…"),
        ("a\u0308iti", "äiti"),
        ("tyo\u00adton", "tyoton"),
        ("\ud83d", "?"),
        ("velka 1/2", "velka 1/2"),
    ],
)
def test_typed_words(typed: str, read: str) -> None:
    assert for_rasa(typed, {"asked": []}) == read


def test_a_command_stays_a_command() -> None:
    assert for_rasa("/command_human", {"command": "human"}) == "/command_human"
    assert for_rasa("/choose", {"choices": [{"fact": "ika", "value": 30}]}) == "/choose"
    assert for_rasa("/choose", {"choices": [], "seen_facts": ["velkaongelma"]}) == "/choose"
