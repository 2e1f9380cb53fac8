"""What a turn heard: the tracker's latest message as plain values."""

from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker


@dataclass(frozen=True, slots=True)
class Reading:
    """One fact read from free text; `certain` is False for a probable reading that must be confirmed."""

    fact: str
    value: Any
    words: str
    certain: bool
    partial: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One pressed button: exactly one of a value, a refusal, a "don't know", a confirmation or "forget it"."""

    fact: str | None = None
    value: Any = None
    declined: bool = False
    dont_know: bool = False
    confirm: bool | None = None
    forget: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """One message of the person as Rasa understood it."""

    conversation: str
    turn: str
    intent: str
    readings: tuple[Reading, ...]
    refused: tuple[str, ...]
    dont_know: tuple[str, ...]
    choices: tuple[Choice, ...]
    seen: tuple[str, ...]
    text: str
    urgent: str | None = None
    masked: bool = False


def heard(tracker: Tracker) -> Heard:
    """Read the latest message of the tracker; its metadata is what the product sent with the turn."""
    message = tracker.latest_message
    metadata = message.get("metadata") or {}
    entities = [(entity["entity"], entity["value"]) for entity in message.get("entities") or []]
    return Heard(
        conversation=tracker.sender_id,
        turn=metadata["turn"],
        intent=(message.get("intent") or {}).get("name") or "nlu_fallback",
        readings=tuple(_reading(value) for kind, value in entities if kind == "fact"),
        refused=tuple(value["fact"] for kind, value in entities if kind == "refused"),
        dont_know=tuple(value["fact"] for kind, value in entities if kind == "dont_know"),
        choices=tuple(Choice(**choice) for choice in metadata.get("choices") or ()),
        seen=tuple(metadata.get("seen_facts") or ()),
        text=message.get("text") or "",
        urgent=metadata.get("urgent"),
        masked=bool(metadata.get("masked")),
    )


def _reading(value: dict[str, Any]) -> Reading:
    return Reading(
        fact=value["fact"],
        value=value["value"],
        words=value.get("words") or "",
        certain=value.get("certain", True),
        partial=value.get("partial", False),
    )
