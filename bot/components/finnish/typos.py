"""Forms one typing error away from a word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from .tables import field_words, written_forms

LETTERS = "aeiouyäöklmnprsthjvdgbf"
# Letters beside each other on the keyboard or alike in sound.
NEIGHBOURS = {
    "q": "wa",
    "w": "qesv",
    "e": "wrdä",
    "r": "etf",
    "t": "rygd",
    "y": "tuh",
    "u": "yij",
    "i": "uokj",
    "o": "iplö",
    "p": "oöåb",
    "a": "sqä",
    "s": "adwz",
    "d": "sfet",
    "f": "dgrv",
    "g": "fhtk",
    "h": "gjy",
    "j": "hkui",
    "k": "jligcq",
    "l": "köo",
    "ö": "läpo",
    "ä": "öae",
    "v": "cbfw",
    "b": "vnp",
    "n": "bm",
    "m": "n",
    "c": "vk",
    "x": "cz",
    "z": "x",
    "å": "aoä",
}
SHORTEST = 5


def near(word: str, *, wide: bool = False) -> Iterator[str]:
    """Forms one swap, double, drop, keyboard slip or missing letter away, the likeliest kind first.

    `wide` also replaces a letter by any other, which only a cheap check can afford.
    """
    size = range(len(word))
    yield from (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in size[:-1] if word[i] != word[i + 1])
    yield from (word[:i] + word[i] + word[i:] for i in size[1:])
    drops = sorted(size, key=lambda i: (i == 0, word[i] != word[i - 1]))
    yield from (word[:i] + word[i + 1 :] for i in drops)
    slips = ((i, letter) for i in size for letter in (LETTERS if wide else NEIGHBOURS.get(word[i], "")))
    yield from (word[:i] + letter + word[i + 1 :] for i, letter in slips)
    yield from (word[:i] + letter + word[i:] for i in range(1, len(word) + 1) for letter in LETTERS)


@lru_cache(maxsize=None)
def _pairs() -> frozenset[tuple[str, str]]:
    """Neighbouring letters that occur in the words of the tables."""
    words = {*field_words(), *written_forms().values()}
    return frozenset(pair for word in words for pair in pairwise(word))


def finnish(form: str) -> bool:
    """Whether the letters of the form can stand beside each other, which is cheaper to ask than Voikko."""
    return _pairs().issuperset(pairwise(form))
