"""Words of the field in plain Finnish: what a term in a message means."""

from datetime import date
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from domain.catalogue import SEED
from domain.conditions import Frozen
from domain.lookup import named


class Entry(Frozen):
    """One term: the stems by which people write it, and what it means, with its source and the day of the check."""

    id: str
    term_fi: str
    stems: tuple[str, ...]
    text_fi: str
    source: str
    evidence: str
    checked_on: date


@cache
def glossary(path: Path = SEED / "glossary.json") -> tuple[Entry, ...]:
    """Return all terms. Raises pydantic's ValidationError for a broken file."""
    return TypeAdapter(tuple[Entry, ...]).validate_json(path.read_bytes())


def glossary_entry(text: str) -> Entry | None:
    """Return the term that the text names, or None."""
    return named(text, [(entry.stems, entry) for entry in glossary()])
