"""The words of the statistics: data, read once."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from domain.conditions import Frozen

FILE = Path(__file__).parent / "seed" / "statistics_words.json"


class StatisticsWords(Frozen):
    """Names of tables, rows, parts and groups; `hidden` stands in a file where a count is not shown."""

    tables: Mapping[str, str]
    parts: Mapping[str, str]
    endings: Mapping[str, str]
    ratings: Mapping[str, str]
    groups: Mapping[str, Mapping[str, str]]
    unknown: str
    all_rows: str
    elsewhere: str
    week: str
    columns: Mapping[str, str]
    hidden: str


@cache
def statistics_words() -> StatisticsWords:
    """Return the words. Raises OSError or pydantic.ValidationError when the file is missing or broken."""
    return StatisticsWords.model_validate(json.loads(FILE.read_text(encoding="utf-8")))
