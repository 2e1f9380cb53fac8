"""What editors have taught: spoken forms and phrases that tell a fact, carried by the training data into the model.

Rasa's own kinds of training data hold them: a synonym is a spoken form with its written one, a lookup table named
`["fact", value]` the phrases that tell this value.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FILE = "taught.json"


@dataclass(frozen=True)
class Phrase:
    """Words that tell a value of a fact, each in this form or with this lemma."""

    fact: str
    value: Any
    words: str


@dataclass(frozen=True)
class Taught:
    """Spoken form -> written form, in lower case, and the phrases."""

    forms: Mapping[str, str] = field(default_factory=dict)
    phrases: tuple[Phrase, ...] = ()

    @classmethod
    def of(cls, synonyms: Mapping[str, str], tables: Iterable[Mapping[str, Any]]) -> Taught:
        """What the training data holds. Raises ValueError for a table that is not named after a fact and a value."""
        named = [(json.loads(table["name"]), table["elements"]) for table in tables]
        return cls(
            dict(synonyms), tuple(Phrase(fact, value, words) for (fact, value), lines in named for words in lines)
        )

    def write(self, folder: Path) -> None:
        """Keep it in a folder of the model."""
        phrases = [[phrase.fact, phrase.value, phrase.words] for phrase in self.phrases]
        (folder / FILE).write_text(json.dumps({"forms": dict(self.forms), "phrases": phrases}), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Taught:
        """What a folder of the model keeps. Raises OSError or ValueError."""
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return cls(kept["forms"], tuple(Phrase(*phrase) for phrase in kept["phrases"]))
