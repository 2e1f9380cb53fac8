"""What reading a time needs: the units, the message with its numbers, and the time that was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from .clauses import cues
from .numbers import NumberSpan, parse_numbers
from .tables import rows
from .tokens import Normalised, Token

DAYS_A_MONTH = 30.4375
LIFE = 1200.0


@dataclass(frozen=True)
class Duration:
    """A time in the message, counted back from today (ahead for "until").

    `kind`: for (a length), since (from a day on), ago, at (a day or season), until (ahead of today), life.
    `low` and `high` are the months it can be at least and at most; `certain` is false when these differ too much
    or the words are loose. `first` and `last` are token indexes, `start` and `end` places in the original text.
    """

    months: float
    days: float
    certain: bool
    kind: str
    first: int
    last: int
    start: int = 0
    end: int = 0
    low: float = 0.0
    high: float = 0.0
    unit: str = ""


@dataclass(frozen=True)
class Unit:
    """A unit of time: its length in months and in days."""

    name: str
    months: float
    days: float


@lru_cache(maxsize=None)
def _units() -> dict[str, Unit]:
    return {
        word: Unit(row["unit"], float(row["months"]), float(row["days"]))
        for row in rows("time_units")
        for word in row["words"].split()
    }


def unit_of(token: Token) -> Unit | None:
    """The unit that the token names, None where it names none or is written as an hour of a rate."""
    units = _units()
    return next((units[w] for w in (token.original.lower(), token.norm, token.lemma) if w in units), None)


class Reading:
    """One message being read for times, on a given day."""

    def __init__(self, norm: Normalised, today: date) -> None:
        self.text = norm.original
        self.tokens = norm.tokens
        self.today = today
        self.numbers: dict[int, NumberSpan] = {number.first: number for number in parse_numbers(norm.tokens)}

    def word(self, i: int) -> str:
        """The standard form of token `i`, "" outside the message."""
        return self.tokens[i].norm if 0 <= i < len(self.tokens) else ""

    def is_cue(self, i: int, group: str) -> bool:
        """Whether token `i` is a word of the group in the table of cues."""
        return self.word(i) in cues(group)
