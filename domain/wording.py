"""The words in which the console speaks of rules: data, read once."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from domain.conditions import Frozen

FILE = Path(__file__).parent / "seed" / "rule_words.json"


class RuleWords(Frozen):
    """Words for operators, fields and changes, limits for texts, and how long a check is relied on (days)."""

    recheck_days: int
    warn_days: int
    longest_sentence: int
    longest_selko_sentence: int
    forbidden: tuple[str, ...]
    careful: tuple[str, ...]
    operators: Mapping[str, Mapping[str, str]]
    conditions: Mapping[str, str]
    reading: Mapping[str, str]
    verdicts: Mapping[str, str]
    collections: Mapping[str, str]
    fields: Mapping[str, str]
    texts: Mapping[str, str]
    steps: Mapping[str, str]
    changes: Mapping[str, str]
    sheets: Mapping[str, str]
    columns: Mapping[str, str]
    cell: str
    seed_title: str
    parts: Mapping[str, str]
    ops: Mapping[str, str]


@cache
def rule_words() -> RuleWords:
    """Return the words. Raises OSError or pydantic.ValidationError when the file is missing or broken."""
    return RuleWords.model_validate(json.loads(FILE.read_text(encoding="utf-8")))
