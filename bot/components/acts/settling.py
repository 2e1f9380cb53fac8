"""Settles the act of a message from the classifier's guess, the question asked and what was understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

# Requests are meant whatever facts come along, pleas also beside the answer to what was asked.
PLEAS = ("ask_human", "ask_privacy")
REQUESTS = (*PLEAS, "delete_data", "ask_service", "show_result", "restart", "ask_why")
ANSWERS = ("inform", "affirm", "deny", "dont_know", "refuse", "correct")
POLAR = {"yes": "affirm", "no": "deny"}
# Answers that are neither yes nor no, and the entity that says so.
WITHOUT_A_SIDE = {"dont_know": "dont_know", "refuse": "refused"}
LEAVE = {"sallittu": "affirm", "kieltaydytty": "refuse"}
A_FEW = 2
LANGUAGE = "language_"
SURE_BESIDE_FACTS = 0.5
SURE_BESIDE_THE_ANSWER = 0.75
SURE_OF_ANGER = 0.8
SURE_OF_A_REFUSAL = 0.7
SURE_OF_HELP = 0.93
NEVER = 1.1
SURE_WITHOUT_A_QUESTION = 0.85
SURE_ABOUT_ANSWERS = 0.45
CORRECTS = 0.6
CORRECTS_THE_SAME = 0.85
CORRECTS_AFTER_A_CUE = 0.1
# How much likelier or less likely an act is after a question, before any, and in a message that asks itself.
AFTER_A_QUESTION = {"ask_why": 1.5}
AFTER_NO_POLAR_QUESTION = {"ask_why": 1.5, "affirm": 0.25, "deny": 0.5, "inform": 2.0}
STATEMENTS = ("inform", "affirm", "deny", "dont_know", "refuse", "correct", "thank", "goodbye")
IN_A_QUESTION = 0.4
BEFORE_ANY_QUESTION = {"affirm": 0.5, "deny": 0.5, "dont_know": 0.5, "refuse": 0.5}


@dataclass(frozen=True)
class Situation:
    """What is known of a message besides its words.

    `asked` are the facts of the pending question, `yes_no` whether it is answered by yes or no and `yes` the value
    that a yes gives (the fact "rahat eivät riitä" is false for a yes), `polarity` what the words answer, `asks`
    whether they ask something themselves, `corrects` whether they are worded like a correction, `corrected` whether
    they put right what was told before, `offered` whether they can only take or leave an offer, `language` "sv",
    "en" or None.
    """

    asked: Sequence[str] = ()
    yes_no: bool = False
    yes: Any = None
    polarity: Optional[str] = None
    asks: bool = False
    corrects: bool = False
    corrected: bool = False
    offered: bool = False
    facts: Sequence[Mapping[str, Any]] = ()
    refused: Sequence[str] = ()
    dont_know: Sequence[str] = ()
    language: Optional[str] = None

    @property
    def answers_asked(self) -> bool:
        """True when a fact that was asked is told."""
        return any(fact["fact"] in self.asked for fact in self.facts)

    @property
    def declines_asked(self) -> bool:
        """True when what was asked is declined or not known, whatever else is told."""
        return not self.answers_asked and bool({*self.refused, *self.dont_know} & set(self.asked))


def settle(guesses: Mapping[str, float], situation: Situation) -> tuple[str, float]:
    """Return the act and how sure it is (0-1). `guesses` are the classifier's probabilities by act."""
    if situation.language:
        act = LANGUAGE + situation.language
        return act, max(0.9, guesses.get(act, 0.0))
    if plain := _plainly(guesses, situation):
        return plain, 1.0
    native = _in_context(guesses, situation)
    if not situation.asks and native.get("ask_service", 0.0) < SURE_WITHOUT_A_QUESTION:
        native.pop("ask_service", None)
    top = max(native, key=native.__getitem__, default="off_topic")
    if _comes_first(top, native, situation):
        return top, native[top]
    if act := _by_what_was_found(native, situation):
        return act, 1.0
    return _by_words(top, native, situation)


def _plainly(guesses: Mapping[str, float], situation: Situation) -> Optional[str]:
    """The act where the words leave no doubt in the place where they stand; "oon työtön" takes no offer."""
    if situation.corrected:
        return "correct"
    polar = max(guesses, key=guesses.__getitem__, default="") in POLAR.values()
    return POLAR.get(situation.polarity or "") if situation.offered and polar else None


def _comes_first(top: str, native: Mapping[str, float], situation: Situation) -> bool:
    """A request is meant whatever facts come along, and so is open anger."""
    if top in REQUESTS:
        return native[top] >= _needed(top, situation)
    if top == "help":
        sure = native[top] >= SURE_OF_HELP and not situation.facts
        return sure or (situation.asks and native[top] >= SURE_BESIDE_FACTS)
    return top == "complaint" and native[top] >= SURE_OF_ANGER and not situation.answers_asked


def _by_what_was_found(native: Mapping[str, float], situation: Situation) -> Optional[str]:
    if situation.facts and not situation.declines_asked:
        return _with_facts(native, situation)
    if situation.refused or situation.dont_know:
        return "refuse" if situation.refused else "dont_know"
    if situation.corrects and not situation.yes_no and native.get("correct", 0.0) >= CORRECTS_AFTER_A_CUE:
        return "correct"
    return None


def _by_words(top: str, native: Mapping[str, float], situation: Situation) -> tuple[str, float]:
    """The act of a message in which no fact was found."""
    polarity = situation.polarity
    told = top == "inform" and native[top] >= SURE_ABOUT_ANSWERS and not situation.yes_no
    if situation.asked and polarity and _no_request(native) and not told:
        surely = native[top] >= SURE_OF_A_REFUSAL or not situation.yes_no
        without_a_side = top == "dont_know" or (top == "refuse" and surely)
        return top if without_a_side else POLAR.get(polarity, polarity), 1.0
    if top in POLAR.values() and polarity in WITHOUT_A_SIDE:
        return polarity, 1.0
    return top, native.get(top, 0.0)


def _in_context(guesses: Mapping[str, float], situation: Situation) -> dict[str, float]:
    """The guesses with what is likely where the dialogue stands; a foreign language has been told before."""
    likely = BEFORE_ANY_QUESTION
    if situation.asked:
        likely = AFTER_A_QUESTION if situation.yes_no else AFTER_NO_POLAR_QUESTION
    weighed = {act: sure * likely.get(act, 1.0) for act, sure in guesses.items() if not act.startswith(LANGUAGE)}
    if situation.asks:
        weighed = {act: sure * (IN_A_QUESTION if act in STATEMENTS else 1.0) for act, sure in weighed.items()}
    before = sum(sure for act, sure in guesses.items() if act in weighed)
    scale = before / sum(weighed.values()) if before else 1.0
    return {act: sure * scale for act, sure in weighed.items()}


def _needed(request: str, situation: Situation) -> float:
    """How sure a request must be: the more the message answers, the surer."""
    if situation.answers_asked and not situation.asks:
        return SURE_BESIDE_THE_ANSWER if request in PLEAS else NEVER
    return SURE_BESIDE_FACTS if situation.facts or situation.refused or situation.dont_know else 0.0


def _no_request(native: Mapping[str, float]) -> bool:
    return sum(native.get(act, 0.0) for act in ANSWERS) >= SURE_ABOUT_ANSWERS


def _with_facts(native: Mapping[str, float], situation: Situation) -> str:
    if situation.yes_no and {fact["fact"] for fact in situation.facts} <= set(situation.asked):
        return _yes_or_no(situation.facts[0]["value"], situation)
    needed = CORRECTS_THE_SAME if situation.answers_asked or len(situation.facts) > A_FEW else CORRECTS
    if situation.corrects:
        needed = CORRECTS if situation.yes_no else CORRECTS_AFTER_A_CUE
    return "correct" if native.get("correct", 0.0) >= needed else "inform"


def _yes_or_no(value: Any, situation: Situation) -> str:
    """What the message answers: by its meaning where a yes has one, as "pärjään itse" denies a need of help."""
    if isinstance(situation.yes, bool):
        return "affirm" if value == situation.yes else "deny"
    return POLAR.get(situation.polarity or "", LEAVE.get(str(value), "inform"))
