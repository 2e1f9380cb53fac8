"""The rule language: conditions about facts, in lines (any one suffices), in ways (every line must hold)."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

Value = bool | int | str | tuple[str, ...]
Operator = Literal["is", "is_not", "one_of", "none_of", "at_least", "at_most", "has", "has_not"]


class Frozen(BaseModel):
    """Catalogue data: immutable, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Condition(Frozen):
    """One statement about one fact, such as `ika at_least 55`."""

    fact: str
    op: Operator
    value: Value


class Line(Frozen):
    """Holds when any one of its conditions holds. Dates and source, when absent, are those of its service.

    `deciding`: what the service is for; while this is open the service waits, however pressing the need.
    """

    any_of: tuple[Condition, ...]
    why_fi: str = ""
    deciding: bool = False
    source: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    checked_on: date | None = None

    def in_force(self, on: date) -> bool:
        """Tell whether the line is in force on the day; both ends of its period belong to it."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


class Way(Frozen):
    """Holds when every one of its lines holds; a way without lines always holds."""

    lines: tuple[Line, ...]


class Formula(Frozen):
    """Holds when any one of its ways holds."""

    ways: tuple[Way, ...]
