"""The assistant's sentences: data with named places for what the person said."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from domain.languages import FINNISH, VARIANTS, Language

SEED = Path(__file__).parent / "seed" / "texts.json"


@dataclass(frozen=True, slots=True)
class Texts:
    """Sentences by id and variant, spoken in one language; Finnish is complete, another falls back to it."""

    sentences: Mapping[str, Mapping[str, str]]
    language: Language = FINNISH

    @classmethod
    def load(cls, path: Path = SEED) -> "Texts":
        """Read the sentences. Raises OSError or json.JSONDecodeError when the file cannot be read."""
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def spoken(self, language: Language) -> "Texts":
        """Return the same sentences in a language."""
        return replace(self, language=language)

    def say(self, sentence: str, /, **fields: object) -> str:
        """Return one sentence with its fields filled in. Raises KeyError for an unknown id or a missing field."""
        variants = self.sentences[sentence]
        return (variants.get(VARIANTS[self.language]) or variants[FINNISH]).format(**fields)
