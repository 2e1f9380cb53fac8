"""A number that was understood from a message, with the words it was taken from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Value:
    """`value` in the unit asked for; `start` and `end` are places in the original text.

    `certain` is false where the words are loose and the person should be asked.
    """

    value: int
    start: int
    end: int
    words: str
    certain: bool = True
