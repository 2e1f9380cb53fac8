"""Tells the names of services and the terms of the field, so that a name never seen before counts like the others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

SEED = Path(__file__).parents[3] / "domain" / "seed"
# A shorter stem begins too many other words.
SHORTEST_STEM = 6


class FieldTerms:
    """The stems by which people name services and terms, those of one word."""

    def __init__(self, stems: Iterable[str]) -> None:
        whole = sorted({stem for stem in stems if len(stem) >= SHORTEST_STEM and " " not in stem})
        self._pattern = re.compile("|".join(map(re.escape, whole)) or r"(?!)")

    @classmethod
    def load(cls, seed: Path = SEED) -> FieldTerms:
        """Read the names that the catalogue lists. Raises OSError, ValueError or KeyError when it cannot be read."""
        listed = [one["stems"] for one in _read(seed / "glossary.json")]
        for path in sorted((seed / "services").glob("*.json")):
            listed += [one["aliases_fi"] for one in _read(path)]
        return cls(stem for stems in listed for stem in stems)

    def names(self, word: str) -> bool:
        """Whether the word names a service or a term, whatever its ending."""
        return self._pattern.match(word) is not None


@lru_cache(maxsize=1)
def field_terms() -> FieldTerms:
    """The terms of the seed, read once."""
    return FieldTerms.load()


def _read(path: Path) -> list[dict[str, list[str]]]:
    found: list[dict[str, list[str]]] = json.loads(path.read_text("utf-8"))
    return found
