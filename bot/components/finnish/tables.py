"""Loads the tables of the language from nlu_data/language."""

from __future__ import annotations

import csv
import json
from functools import lru_cache
from pathlib import Path

from .tokens import Analysis

FOLDER = Path(__file__).resolve().parents[3] / "nlu_data" / "language"
MUNICIPALITIES = Path(__file__).resolve().parents[3] / "domain" / "seed" / "municipalities.json"


def rows(name: str, folder: Path = FOLDER) -> list[dict[str, str]]:
    """All rows of the table `name`, as dictionaries keyed by its header."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache(maxsize=None)
def municipalities() -> list[dict[str, str]]:
    """The municipalities that the product comes with."""
    found: list[dict[str, str]] = json.loads(MUNICIPALITIES.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=None)
def written_forms() -> dict[str, str]:
    """Spoken form -> written form, from the table of spoken Finnish."""
    return {form: row["written"] for row in rows("spoken") for form in row["spoken"].split()}


@lru_cache(maxsize=None)
def dotless_forms() -> dict[str, str]:
    """A word typed without its dots that is also a word of its own -> the word meant."""
    return {row["typed"]: row["written"] for row in rows("dotless") if " " not in row["typed"]}


@lru_cache(maxsize=None)
def field_words() -> frozenset[str]:
    """Lemmas that are common when people talk of work, money, health and home."""
    return frozenset(row["lemma"] for row in rows("field_words"))


@lru_cache(maxsize=None)
def own_words() -> dict[str, Analysis]:
    """Forms of everyday words that Voikko does not know -> their reading."""
    return {form: Analysis(row["lemma"], row["pos"]) for row in rows("own_words") for form in row["forms"].split()}


@lru_cache(maxsize=None)
def foreign_words() -> dict[str, str]:
    """Common Swedish and English words that are no Finnish words -> their language."""
    return {word: row["language"] for row in rows("foreign") for word in row["words"].split()}


@lru_cache(maxsize=None)
def spoken_stems() -> dict[str, str]:
    """Spoken beginnings of words -> written, the longest first."""
    found = {row["spoken"]: row["written"] for row in rows("stems")}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))
