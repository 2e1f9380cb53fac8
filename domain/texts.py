"""The assistant's sentences: data with named places for what the person said."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SEED = Path(__file__).parent / "seed" / "texts.json"


@dataclass(frozen=True, slots=True)
class Texts:
    """Sentences by id and language; Finnish is complete, another language falls back to it."""

    sentences: Mapping[str, Mapping[str, str]]

    @classmethod
    def load(cls, path: Path = SEED) -> "Texts":
        """Read the sentences. Raises OSError or json.JSONDecodeError when the file cannot be read."""
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def say(self, sentence: str, /, language: str = "fi", **fields: object) -> str:
        """Return one sentence with its fields filled in. Raises KeyError for an unknown id or a missing field."""
        variants = self.sentences[sentence]
        return (variants.get(language) or variants["fi"]).format(**fields)
