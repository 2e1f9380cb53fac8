"""The languages of a conversation: ordinary Finnish, and selkokieli wherever a text has a version in it."""

from collections.abc import Mapping
from typing import Any, Literal, TypeVar

from domain.conditions import Frozen

Language = Literal["fi", "fi-selko"]
FINNISH: Language = "fi"
SELKO: Language = "fi-selko"
# By language: how the variants of a sentence, and of a field, are named.
VARIANTS: Mapping[Language, str] = {"fi": "fi", "fi-selko": "selko"}

Entry = TypeVar("Entry", bound=Frozen)


def in_selko(entry: Entry) -> Entry:
    """Return the entry, and what it holds, with the versions in selkokieli in place of the ordinary texts."""
    changed: dict[str, Any] = {}
    for name, value in entry:
        if name.endswith("_selko") and value:
            changed[f"{name.removesuffix('_selko')}_fi"] = value
        elif isinstance(value, tuple) and value and isinstance(value[0], Frozen):
            held = tuple(map(in_selko, value))
            if any(new is not old for new, old in zip(held, value, strict=True)):
                changed[name] = held
    return entry.model_copy(update=changed) if changed else entry
