"""The catalogue's facts as the understanding needs them: type, values, limits, labels of the quick replies."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.components.finnish.normalise import normalise

from .words import fold

LABELS = ("label_fi", "label_selko")


@dataclass(frozen=True)
class Fact:
    """A fact a person can tell.

    `yes` is the value that a plain yes to its question means, None where it has none; `verbs` are those of the
    question, whose echo is a yes too; `options` the values of the quick replies in their order; `ways` the
    conditions, line by line, of which a derived fact follows.
    """

    id: str
    type: str
    values: frozenset[Any]
    low: int
    high: int
    labels: dict[str, Any]
    yes: bool | None
    verbs: frozenset[str]
    options: tuple[Any, ...] = ()
    ways: tuple[tuple[tuple[dict[str, Any], ...], ...], ...] = ()


def load_facts(seed_dir: Path) -> dict[str, Fact]:
    """The facts of the seed that are not left to a professional, by id."""
    rows = json.loads((seed_dir / "facts.json").read_text(encoding="utf-8"))
    return {row["id"]: _fact(row) for row in rows if row.get("ask") != "advisor_only"}


def _fact(row: dict[str, Any]) -> Fact:
    labels: dict[str, Any] = {}
    for reply in row.get("quick_replies_fi") or []:
        told = reply["value"] if "value" in reply else {"answer": reply["answer"]}
        labels |= {label_key(reply[name]): told for name in LABELS if reply.get(name)}
    for value in row.get("values") or []:
        named = [value["id"]] if row["type"] == "set" else value["id"]
        for name in LABELS:
            labels.setdefault(label_key(value.get(name) or value["label_fi"]), named)
    known = [v for v in labels.values() if isinstance(v, bool)]
    yes = (known[0] if known else True) if row["type"] == "bool" else None
    values = frozenset(value["id"] for value in row.get("values") or [])
    question = normalise(row.get("question_fi") or "")
    verbs = frozenset(token.lemma for token in question.tokens if token.pos == "teonsana")
    low, high = row.get("min", 0), row.get("max", 10_000)
    options = tuple(reply["value"] for reply in row.get("quick_replies_fi") or [] if "value" in reply)
    derived = (row.get("derived_from") or {}).get("ways", ())
    ways = tuple(tuple(tuple(line["any_of"]) for line in way["lines"]) for way in derived)
    return Fact(row["id"], row["type"], values, low, high, labels, yes, verbs, options, ways)


def label_key(text: str) -> str:
    """A label or message without marks and spacing, for comparing what was typed with a button."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())
