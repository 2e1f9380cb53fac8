"""Finds the service or the term that a message names, by stems: whatever its case ending, spoken or compounded."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from domain.rules import RuleBook, Service

Found = TypeVar("Found")
LONG_STEM = 6
WORD = re.compile(r"[a-zåäö0-9]+(?:-[a-zåäö0-9]+)*")
# What may follow a short stem and still be the same word: case endings and clitics, spoken ones too.
CASE = r"n|t|i|t?[aä]|n[aä]|s|ss[aä]|st[aä]?|l|ll[aä]|lt[aä]?|lle|ksi?|j[aä]|jen|den|ien|ihin|iin|h[aeoiuyäö]n"
OWNER = r"ni|si|mme|nsa|nsä"
CLITIC = r"ko|kö|kin|kaan|kään|han|hän"
ENDING = re.compile(rf"[aäeiouyö]?(?:{CASE}|[aeiouyäö]n)?(?:{OWNER})?(?:{CLITIC})?")


def service_named(book: RuleBook, text: str) -> Service | None:
    """Return the service that the text names; of several the one named with the longest words, or None."""
    return named(text, [(service.aliases_fi, service) for service in sorted(book.services, key=lambda one: one.id)])


def named(text: str, entries: Iterable[tuple[Sequence[str], Found]]) -> Found | None:
    """Return the entry one of whose stems the text names, the longest stem first; the earlier entry among equals."""
    said, longest, best = WORD.findall(text.casefold()), 0, None
    for stems, entry in entries:
        length = max((len(stem) for stem in stems if _is_said(stem, said)), default=0)
        if length > longest:
            longest, best = length, entry
    return best


def _is_said(stem: str, said: Sequence[str]) -> bool:
    """Tell whether the words of the stem stand in the text one after another."""
    words = stem.split()
    places = range(len(said) - len(words) + 1)
    return any(all(_begins(said[place + i], word) for i, word in enumerate(words)) for place in places)


def _begins(word: str, stem: str) -> bool:
    if not word.startswith(stem):
        return False
    return len(stem) >= LONG_STEM or ENDING.fullmatch(word[len(stem) :]) is not None
