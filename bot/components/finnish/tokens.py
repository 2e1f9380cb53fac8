"""The pieces of a message: tokens with their place in the person's own text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

PIECE = re.compile(
    r"(?P<code>(?<![^\W_])[A-Ca-c][0-2](?![^\W_]))"
    r"|(?P<number>\d+(?:[.,]\d+(?![\d.]))?|½)"
    r"|(?P<word>[^\W\d_]+(?:['’:\-][^\W\d_]+)*)"
    r"|(?P<mark>[^\s\w]|_)"
)


@dataclass(frozen=True)
class Analysis:
    """One reading of a word form: lemma, word class and features as Voikko gives them."""

    lemma: str
    pos: str
    features: dict[str, str] = field(default_factory=dict, hash=False)
    parts: tuple[str, ...] = ()

    @property
    def compound(self) -> bool:
        """Whether the word is made of two words or more."""
        return sum(not part.startswith("+") for part in self.parts) > 1

    @property
    def head(self) -> str:
        """The last word of a compound, "" where the word is none or ends in a derivation."""
        return self.parts[-1] if len(self.parts) > 1 and not self.parts[-1].startswith("+") else ""


@dataclass(frozen=True)
class Token:
    """A word, number or mark; `start` and `end` are its place in the original text.

    `place` is the listed form of a place name that the word is or stands for; `source` tells how the standard form
    was found: word, table, number, place, near_place, variant, typo, own, foreign or unknown.
    """

    original: str
    norm: str
    start: int
    end: int
    kind: str = "word"
    lemma: str = ""
    pos: str = ""
    features: dict[str, str] = field(default_factory=dict, hash=False)
    alternatives: tuple[str, ...] = ()
    readings: tuple[Analysis, ...] = ()
    place: str = ""
    source: str = ""

    @property
    def lemmas(self) -> tuple[str, ...]:
        """The lemma and every other possible lemma of the word."""
        return (self.lemma, *self.alternatives)

    @property
    def case(self) -> str:
        """Grammatical case of the chosen reading, "" where it has none."""
        return self.features.get("case", "")


@dataclass(frozen=True)
class Normalised:
    """A message in standard-like Finnish that still points into the person's own words."""

    original: str
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The normalised words and marks with single spaces between words."""
        out = ""
        for before, token in zip((None, *self.tokens), self.tokens, strict=False):
            glued = token.kind == "mark" or before is None or (before.kind == "mark" and before.end == token.start)
            out += token.norm if glued and not (before and before.end < token.start) else f" {token.norm}"
        return out

    def words(self, start: int, end: int) -> str:
        """The person's own words between two places of the original text."""
        return self.original[start:end]


def pieces(text: str) -> list[Token]:
    """The text cut into words, numbers and marks, nothing changed."""
    return [
        Token(m.group(), m.group().lower(), m.start(), m.end(), kind=m.lastgroup or "word")
        for m in PIECE.finditer(text)
    ]
