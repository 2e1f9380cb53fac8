"""The sentences of the commands."""

import json
from functools import cache
from pathlib import Path


@cache
def _sentences() -> dict[str, str]:
    sentences: dict[str, str] = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
    return sentences


def say(sentence: str, **fields: object) -> str:
    """Return one sentence with its fields filled in. Raises KeyError for an unknown id."""
    return _sentences()[sentence].format(**fields)
