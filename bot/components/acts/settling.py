"""Settles the act of a message from the classifier's guess, the question asked and what was understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

# These are meant whatever facts come along; the others give way to a fact.
REQUESTS = ("ask_human", "delete_data", "ask_service", "show_result", "restart", "ask_privacy", "ask_why")
ANSWERS = ("inform", "affirm", "deny", "dont_know", "refuse", "correct")
POLAR = {"yes": "affirm", "no": "deny"}
SURE_BESIDE_FACTS = 0.5
SURE_ABOUT_ANSWERS = 0.45
CORRECTS = 0.4
UNSURE = 0.15


@dataclass(frozen=True)
class Situation:
    """What is known of a message besides its words.

    `asked` are the facts of the pending question, `yes_no` whether it is answered by yes or no, `polarity` what the
    words answer to such a question, `language` "sv", "en" or None.
    """

    asked: Sequence[str] = ()
    yes_no: bool = False
    polarity: Optional[str] = None
    facts: Sequence[Mapping[str, Any]] = ()
    refused: Sequence[str] = ()
    dont_know: Sequence[str] = ()
    language: Optional[str] = None


def settle(guesses: Mapping[str, float], situation: Situation) -> tuple[str, float]:
    """Return the act and how sure it is (0-1). `guesses` are the classifier's probabilities by act."""
    if situation.language:
        return f"language_{situation.language}", max(0.9, guesses.get(f"language_{situation.language}", 0.0))
    native = {act: sure for act, sure in guesses.items() if not act.startswith("language_")}
    top = max(native, key=native.__getitem__, default="off_topic")
    sure = native.get(top, 0.0)
    if top in REQUESTS and sure >= (SURE_BESIDE_FACTS if _answers(situation) else UNSURE):
        return top, sure
    if situation.facts:
        return _with_facts(native, situation), 1.0
    if situation.refused or situation.dont_know:
        return ("refuse" if situation.refused else "dont_know"), 1.0
    if situation.asked and situation.polarity and _no_request(native):
        return POLAR.get(situation.polarity, situation.polarity), 1.0
    return top, sure


def _answers(situation: Situation) -> bool:
    return bool(situation.facts or situation.refused or situation.dont_know)


def _no_request(native: Mapping[str, float]) -> bool:
    return sum(native.get(act, 0.0) for act in ANSWERS) >= SURE_ABOUT_ANSWERS


def _with_facts(native: Mapping[str, float], situation: Situation) -> str:
    told = {fact["fact"] for fact in situation.facts}
    answers_asked = situation.yes_no and told <= set(situation.asked)
    if answers_asked and situation.polarity in POLAR:
        return POLAR[situation.polarity]
    if native.get("correct", 0.0) >= CORRECTS:
        return "correct"
    return "inform"
