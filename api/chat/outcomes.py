"""Dialogue state and a turn's outcome as JSON, and back."""

from dataclasses import asdict, fields
from typing import Any

from actions.ports import Dialogue, Learned, Outcome, Pending
from domain.facts import Answer, Known, Skipped, plain


def dialogue_to_json(dialogue: Dialogue) -> dict[str, Any]:
    """Return plain data for storage."""
    return asdict(dialogue)


def dialogue_from_json(data: dict[str, Any]) -> Dialogue:
    """Return the stored dialogue; nothing stored is a dialogue that has just begun, what is no more is left out."""
    pending = data.get("pending") or {}
    known = {field.name for field in fields(Dialogue)}
    confirm = pending.get("confirm")
    return Dialogue(
        **{
            **{key: value for key, value in data.items() if key in known},
            "told": tuple(data.get("told") or ()),
            "recent": tuple(data.get("recent") or ()),
            "pending": Pending(
                asked=tuple(pending.get("asked") or ()),
                screen=pending.get("screen"),
                confirm=(confirm[0], plain(confirm[1])) if confirm else None,
                offer=pending.get("offer"),
            ),
        }
    )


def outcome_to_json(outcome: Outcome) -> dict[str, Any]:
    """Return plain data for storage on the turn."""
    return {
        "dialogue": dialogue_to_json(outcome.dialogue),
        "learned": [_learned_to_json(learned) for learned in outcome.learned],
        "forgotten": list(outcome.forgotten),
        "suggestion": [outcome.suggestion[0], dict(outcome.suggestion[1])] if outcome.suggestion else None,
        "not_understood": outcome.not_understood,
    }


def outcome_from_json(data: dict[str, Any]) -> Outcome:
    """Return the stored outcome."""
    suggestion = data["suggestion"]
    return Outcome(
        dialogue=dialogue_from_json(data["dialogue"]),
        learned=tuple(_learned_from_json(learned) for learned in data["learned"]),
        forgotten=tuple(data["forgotten"]),
        suggestion=(suggestion[0], suggestion[1]) if suggestion else None,
        not_understood=data["not_understood"],
    )


def _learned_to_json(learned: Learned) -> dict[str, Any]:
    answer = learned.answer
    told = (
        {"value": answer.value, "partial": answer.partial} if isinstance(answer, Known) else {"skipped": answer.value}
    )
    return {"fact": learned.fact, "words": learned.words, **told}


def _learned_from_json(data: dict[str, Any]) -> Learned:
    answer: Answer = Skipped(data["skipped"]) if "skipped" in data else Known(plain(data["value"]), data["partial"])
    return Learned(fact=data["fact"], answer=answer, words=data["words"])
