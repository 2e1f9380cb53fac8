"""How old the writer is and where the writer lives, told in a sentence or in a remark without a verb."""

from __future__ import annotations

from collections.abc import Iterator

from bot.components.finnish.ages import age_limits, find_age
from bot.components.finnish.clauses import cues
from bot.components.finnish.places import Place, find_municipalities
from bot.components.finnish.values import Value

from .message import Message
from .rules import Hit

YOUNG = 29
LONGEST_REMARK = 8
ALONE = 1
YEARS, IF = ("v", "vee"), ("jos", "mikali")
# "Täällä kirjoittelee viiskymppinen isä Raumalta".
HERE = "taalla"
AGE_QUESTIONS = {"ika", "nuori", "oppivelvollinen"}
# "Datanomi vuosimallia 2003" and "neljätoista vuotta" answer these and tell no age.
TIME_QUESTIONS = {"tyottomyys_kk", "hoitosuhde_kk", "sairauspoissaolo_pv", "maassaolo_v", "koulutustaso"}


def age_and_place(message: Message, asked: frozenset[str]) -> Iterator[Hit]:
    """The facts of age and home municipality that the message tells."""
    age = find_age(message.norm, message.today, not asked.isdisjoint(AGE_QUESTIONS))
    if age and _of_the_writer(message, age, asked):
        yield Hit("ika", age.value, age.start, age.end, age.certain, 0, 2)
    asked_or_imagined = any(word.question or word.hypothetical for word in message.words)
    low, high = (None, None) if asked_or_imagined else age_limits(message.norm) or (None, None)
    if (high is not None and high <= YOUNG) or (low is not None and low > YOUNG):
        yield Hit("nuori", low is None, message.words[0].token.start, message.words[-1].token.end, True, 0, 2)
    alone = sum(1 for word in message.words if word.token.kind == "word") <= ALONE and not any(
        word.negation or word.question for word in message.words
    )
    places = find_municipalities(message.norm, "kotikunta" in asked or alone)
    homes = [place for place in places if place.role == "lives"]
    unknown = [place for place in places if place.role == "unknown"]
    named = [place for place in places if len(places) == 1 and place.role in ("unknown", "works")]
    introduced = [place for place in named if _in_a_list(message, place, age is not None)]
    for place in homes or introduced or [place for place in unknown if _whence(message, place)]:
        yield Hit("kotikunta", place.name, place.start, place.end, place.certain or not homes, 0, 2)


def _of_the_writer(message: Message, age: Value, asked: frozenset[str]) -> bool:
    """Whether the years are the writer's age: not those of "jos olis 29-vuotias" nor of a time that was asked."""
    clause = message.clause(age.start, age.end)
    own = any(word.first_person for word in clause)
    if not own and any(word.norm in IF and word.hypothetical for word in clause):
        return False
    said = any("vuotias" in word.norm or word.norm.startswith("ika") for word in clause)
    return own or said or asked.isdisjoint(TIME_QUESTIONS)


def _in_a_list(message: Message, place: Place, has_age: bool) -> bool:
    """Whether the place stands alone between marks where a person tells who they are: "56 v, Kemi, sahalta pois"."""
    at = next((i for i, word in enumerate(message.words) if word.token.start >= place.start), None)
    if at is None or not place.plain or place.case != "nominative":
        return False
    word = message.words[at]
    if _beside_the_age(message, at):
        return True
    alone = bool(word.break_after.strip() or word is message.words[-1]) and (at == 0 or bool(word.break_before.strip()))
    verbless = not any(w.finite or w.negation or w.question for w in message.words if w.sentence == word.sentence)
    return alone and word.token.end >= place.end and (has_age or verbless)


def _beside_the_age(message: Message, at: int) -> bool:
    """Whether the age in figures stands right by the place: "tyttö 19 v Hki", "turku 52v levyseppä"."""
    before, after = message.words[max(0, at - 2) : at], message.words[at + 1 : at + 3]
    years = any(word.norm in YEARS for word in before[-1:] + after[1:])
    return years and any(word.token.kind == "number" for word in before[:1] + after[:1])


def _whence(message: Message, place: Place) -> bool:
    """Whether the place stands in a remark without a verb, as in "34-vuotias kokki Lahdesta"."""
    clause = message.clause(place.start, place.end)
    greets = bool(clause) and clause[0].norm == HERE
    greets = greets and all(w.token.lemma in cues("greets") for w in clause if w.finite)
    if any((word.finite and not greets) or word.negation or word.other or word.question for word in clause):
        return False
    if len(clause) > LONGEST_REMARK or any(not cues("leaves").isdisjoint(word.token.lemmas) for word in clause):
        return False
    if place.case in ("elative", "ablative"):
        return True
    who = len(clause) == 1 or any(
        w.token.kind == "number" or w.token.lemma in cues("adult") or w.norm == "mina" for w in clause
    )
    return place.plain and who and place.case in ("nominative", "inessive", "adessive")
