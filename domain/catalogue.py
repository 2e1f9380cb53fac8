"""Loading the default catalogue: JSON files become one rule book, or every problem with its place."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from domain.checking import check
from domain.errors import Invalid
from domain.problems import Problem
from domain.rules import RuleBook

SEED = Path(__file__).parent / "seed"
PARTS = ("facts", "needs", "escalation", "interview")
PLACES = ("municipalities", "regions", "wellbeing_areas")
SENTENCES = "explanations"

__all__ = ["SEED", "CatalogueInvalid", "Problem", "load_seed", "read_seed"]


class CatalogueInvalid(Invalid):
    """The catalogue cannot be used; `problems` tells everything that is wrong and where."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("catalogue_invalid", problems)


def load_seed(folder: Path | None = None) -> RuleBook:
    """Return the default catalogue as rule book version 1. Raises CatalogueInvalid."""
    rulebook = parse({"version": 1, **read_seed(folder or SEED)})
    problems = check(rulebook)
    if problems:
        raise CatalogueInvalid(problems)
    return rulebook


def parse(data: Any) -> RuleBook:
    """Return the rule book that plain data holds. Raises CatalogueInvalid."""
    try:
        return RuleBook.model_validate(data)
    except ValidationError as error:
        raise CatalogueInvalid(
            [Problem(_place(data, found["loc"]), found["type"], found["msg"]) for found in error.errors()]
        ) from None


def read_seed(folder: Path) -> dict[str, Any]:
    """Return the catalogue's files as plain data. Raises CatalogueInvalid for missing or broken files."""
    problems: list[Problem] = []
    data = {part: _read(folder / f"{part}.json", folder, problems) for part in PARTS}
    data["sentences"] = _read(folder / f"{SENTENCES}.json", folder, problems)
    groups = [_read(path, folder, problems) for path in sorted((folder / "services").glob("*.json"))]
    there = [part for part in PLACES if (folder / f"{part}.json").exists()]
    data |= {part: _read(folder / f"{part}.json", folder, problems) for part in there}
    if problems:
        raise CatalogueInvalid(problems)
    data["services"] = [service for group in groups for service in group]
    return data


def _read(path: Path, folder: Path, problems: list[Problem]) -> Any:
    place = path.relative_to(folder).as_posix()
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        problems.append(Problem(place, "unreadable", error.strerror or ""))
    except json.JSONDecodeError as error:
        problems.append(Problem(f"{place}:{error.lineno}", "broken_json", error.msg))
    return []


def _place(data: Any, location: Sequence[int | str]) -> str:
    """Name the place with ids instead of numbers where there are ids."""
    names: list[str] = []
    for step in location:
        data = _inside(data, step)
        names.append(str(data["id"]) if isinstance(data, dict) and "id" in data else str(step))
    return ".".join(names)


def _inside(data: Any, step: int | str) -> Any:
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return data.get(step) if isinstance(data, dict) else None
