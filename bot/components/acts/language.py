"""Tells Swedish and English messages from Finnish ones, short ones and mixed ones included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.components.finnish.place_names import known as is_place
from bot.components.finnish.tables import written_forms
from bot.components.finnish.tokens import pieces
from bot.components.finnish.voikko import analyse

LANGUAGES = ("sv", "en")
LONGEST_TEXT = 600
CLEAR = 0.5
LOANS = 2


@dataclass(frozen=True)
class Evidence:
    """How many words a message has, and how many of them speak for a language; `either` are Finnish and foreign."""

    words: int
    finnish: int
    either: int
    foreign: Mapping[str, int]

    def foreign_language(self, guess: str | None = None) -> str | None:
        """The language that most words belong to.

        The classifier's `guess` helps where the lists know few words, and tells a loan word from a language.
        """
        best = max(LANGUAGES, key=lambda language: (self.foreign[language], language == guess))
        hits = self.foreign[best]
        clear = hits > self.finnish and hits >= CLEAR * (self.words - self.either)
        if clear and (guess == best or self.words > LOANS):
            return best
        guessed = guess is not None and 3 * self.finnish <= self.words and self.foreign[guess] >= max(hits, 1)
        return guess if guessed else None


class Languages:
    """The commonest words of Swedish and English."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._either = frozenset(word for listed in words.values() for word in listed if _is_finnish(word))
        self._words = {language: frozenset(listed) - self._either for language, listed in words.items()}
        self._listed = self._either.union(*self._words.values())

    @classmethod
    def load(cls, folder: Path) -> "Languages":
        """Read the lists `sv.txt` and `en.txt`. Raises OSError when one is missing."""
        return cls({language: (folder / f"{language}.txt").read_text("utf-8").split() for language in LANGUAGES})

    def evidence(self, text: str) -> Evidence:
        """Count the words of the first 600 characters by language."""
        words = [piece.norm.replace("’", "'") for piece in pieces(text[:LONGEST_TEXT]) if piece.kind == "word"]
        return Evidence(
            words=len(words),
            finnish=sum(word not in self._listed and _is_finnish(word) for word in words),
            either=sum(word in self._either for word in words),
            foreign={language: sum(word in mine for word in words) for language, mine in self._words.items()},
        )


def _is_finnish(word: str) -> bool:
    return word in written_forms() or (bool(analyse(word)) and not is_place(word))
