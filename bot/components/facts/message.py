"""A message as it is looked through for facts: its words, numbers and times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.components.finnish.durations import find_durations
from bot.components.finnish.numbers import NumberSpan, parse_numbers
from bot.components.finnish.times import Duration
from bot.components.finnish.tokens import Normalised

from .words import Word

MOST_NUMBERS = 12
# "Viisi vuotta tuli täyteen syyskuussa": a length that was full at the time told.
FULL = "tayteen"
# "Joulukuussa tulee kaksi vuotta": a length that will be full at the time told.
COMING = ("tulee", "tayttyy")


@dataclass(frozen=True)
class Message:
    """A message with its words in context and the times and numbers it names."""

    norm: Normalised
    words: Sequence[Word]
    today: date
    durations: Sequence[Duration]
    numbers: Sequence[NumberSpan]

    @classmethod
    def read(cls, norm: Normalised, words: Sequence[Word], today: date) -> Message:
        """The message with its numbers and times found."""
        durations, numbers = find_durations(norm, today), parse_numbers(norm.tokens)
        if any(word.norm == FULL for word in words):
            durations = _full_since(durations)
        elif any(word.norm in COMING for word in words):
            durations = _full_ahead(durations)
        return cls(norm, words, today, durations[:MOST_NUMBERS], numbers[:MOST_NUMBERS])

    def clause(self, start: int, end: int) -> list[Word]:
        """The words of the clause that the stretch of text stands in."""
        inside = [w for w in self.words if w.token.start < end and w.token.end > start]
        return [w for w in self.words if inside and w.clause == inside[0].clause]

    def sentence(self, start: int, end: int) -> list[Word]:
        """The words of the sentence that the stretch of text stands in."""
        inside = [w for w in self.words if w.token.start < end and w.token.end > start]
        return [w for w in self.words if inside and w.sentence == inside[0].sentence]


def _full_since(durations: Sequence[Duration]) -> list[Duration]:
    """A length that was full at the time told beside it, counted to today."""
    lengths, days = [d for d in durations if d.kind == "for"], [d for d in durations if d.kind == "at"]
    if len(lengths) != 1 or len(days) != 1:
        return list(durations)
    length, day = lengths[0], days[0]
    return [replace(length, months=length.months + day.months, days=length.days + day.days)]


def _full_ahead(durations: Sequence[Duration]) -> list[Duration]:
    """Only the length where a length and a day are told; the day is still ahead."""
    lengths = [d for d in durations if d.kind == "for"]
    return lengths if len(lengths) == 1 and len(durations) == 2 else list(durations)
