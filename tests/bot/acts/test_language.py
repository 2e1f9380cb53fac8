"""Swedish and English are told from Finnish, also where a few words are shared."""

from pathlib import Path

import pytest

from bot.components.acts.language import Languages


@pytest.fixture(scope="module")
def languages() -> Languages:
    return Languages.load(Path(__file__).parents[3] / "nlu_data" / "languages")


@pytest.mark.parametrize(
    ("text", "guess", "language"),
    [
        ("jag vill prata med någon", None, "sv"),
        ("i have no money", None, "en"),
        ("I am a single mother", None, "en"),
        ("hejsan", "sv", "sv"),
        ("svenska", "sv", "sv"),
        ("uppsagd", "sv", "sv"),
        ("help", None, None),
        ("thanks", None, None),
        ("ok", None, None),
        ("me asutaan Vantaalla", None, None),
        ("no on mulla velkaa", None, None),
        ("oon single ja job hakusessa", None, None),
        ("mun cv on englanniks ja se on just ok", "en", None),
        ("työtön", "en", None),
        ("", None, None),
        ("12345 !!!", None, None),
    ],
)
def test_the_language_of_most_words_counts(
    languages: Languages, text: str, guess: str | None, language: str | None
) -> None:
    assert languages.evidence(text).foreign_language(guess) == language
