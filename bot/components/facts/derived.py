"""An asked fact that follows from an age or a choice told in its stead: "oon 38" answers "Oletko alle 30-vuotias?"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .rules import Hit
from .vocabulary import Fact

COUNTED = ("at_most", "at_least", "one_of")


def derived_value(fact: Fact, told: Sequence[Hit]) -> bool | None:
    """The value of the fact by what is told for certain, None where that leaves it open.

    Only a fact whose every condition is a number or a choice is derived so: a worry follows from no other worry
    against the person's own answer.
    """
    conditions = [one for way in fact.ways for line in way for one in line]
    if not conditions or any(condition["op"] not in COUNTED for condition in conditions):
        return None
    known = {hit.fact: hit.value for hit in told if hit.certain and hit.size > 0}
    return _any([_all([_any([_holds(one, known) for one in line]) for line in way]) for way in fact.ways])


def _holds(condition: Mapping[str, Any], known: Mapping[str, Any]) -> bool | None:
    value, limit = known.get(condition["fact"]), condition["value"]
    if value is None:
        return None
    if condition["op"] == "one_of":
        return value in limit
    return bool(value <= limit if condition["op"] == "at_most" else value >= limit)


def _any(parts: Sequence[bool | None]) -> bool | None:
    return True if True in parts else None if None in parts else False


def _all(parts: Sequence[bool | None]) -> bool | None:
    return False if False in parts else None if None in parts else True
