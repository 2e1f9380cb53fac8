"""Tells by how it opens whether a message asks something or tells something."""

from __future__ import annotations

from pathlib import Path

from bot.components.finnish.tokens import Normalised, Token

MARK = "?"
# A question word later in a clause is mostly a relative or an indirect one: "en tiedä, mikä se on".
FIRST_WORDS = 3


def load_question_words(folder: Path) -> frozenset[str]:
    """Read the words that open a question. Raises OSError when the list is missing."""
    return frozenset((folder / "questions.txt").read_text("utf-8").split())


def asks(message: Normalised, question_words: frozenset[str]) -> bool:
    """Whether there is a question mark, or a clause that opens like a question or a plea to be told."""
    place = 0
    for token in message.tokens:
        if token.original == MARK:
            return True
        place = 0 if token.kind == "mark" else place + 1
        if 0 < place <= FIRST_WORDS and _opens_question(token, question_words):
            return True
    return False


def _opens_question(token: Token, question_words: frozenset[str]) -> bool:
    if token.norm in question_words or token.original.lower() in question_words or token.lemma in question_words:
        return True
    return token.pos in ("teonsana", "kieltosana") and token.features.get("question") == "true"
