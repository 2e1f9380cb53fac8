"""Answers that fit many questions alike: "menee hyvin" to any asked trouble, "ois kova sana" to any offered help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .message import Message
from .patterns import Reader
from .rules import Rule, matches, read_rule


@dataclass(frozen=True)
class _Family:
    """Facts whose questions are answered alike, the value and the lines that say it."""

    facts: frozenset[str]
    value: bool
    lines: tuple[Rule, ...]


class GeneralAnswers:
    """Reads the families of nlu_data/facts/_answers.yml."""

    def __init__(self, rows: Sequence[Mapping[str, Any]], reader: Reader) -> None:
        self.families = [
            _Family(
                frozenset(row["facts"].split()),
                row["value"],
                tuple(read_rule(line, reader) for line in row["lines"]),
            )
            for row in rows
        ]

    def value(self, message: Message, fact: str) -> bool | None:
        """What the message answers to the fact, None where it says neither or both."""
        said = {
            family.value
            for family in self.families
            if fact in family.facts and any(matches(line, message.words) for line in family.lines)
        }
        return said.pop() if len(said) == 1 else None
