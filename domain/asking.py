"""Which facts may be asked of a person now or later, and in which part of the interview."""

from domain.facts import DECLINED, Fact, Known
from domain.index import CONSENT, Ways
from domain.marks import NO, UNKNOWN, YES, Marks

HEALTH = "health"
ASKED = ("core", "if_relevant")
TIERS = {"basic": 0, "sensitive": 1, "criminal": 1, HEALTH: 2}


def askable(marks: Marks, number: int) -> bool:
    """Tell whether the fact may be asked now: not answered yet, relevant by its own rule, health only with consent."""
    fact, answer, formula = marks.index.facts[number], marks.answers[number], marks.index.asked_when[number]
    if fact.ask not in ASKED or fact.context_only or fact.question_fi is None:
        return False
    if answer is not None and (fact.told_is_enough or not (isinstance(answer, Known) and answer.partial)):
        return False
    if marks.values[number] is not None and answer is None:
        return False
    if formula is not None and marks.verdict(formula) != YES:
        return False
    if fact.sensitivity == HEALTH and not _consented(marks):
        return False
    return marks.index.derived[number] is None or not (_concluded_later(marks, number) or _refused(marks, number))


def _refused(marks: Marks, number: int) -> bool:
    """Tell whether the person declined what this is concluded from: it is not asked again in another guise."""
    return any(marks.answers[source] is DECLINED for source in open_facts(marks, marks.index.derived[number] or ()))


def _consented(marks: Marks) -> bool:
    consent = marks.index.consent
    return consent is None or marks.conditions[consent] == YES


def _concluded_later(marks: Marks, number: int) -> bool:
    """Tell whether a fact that is concluded from others waits for one that can still be asked."""
    return any(may_be_asked(marks, source) for source in open_facts(marks, marks.index.derived[number] or ()))


def may_be_asked(marks: Marks, number: int) -> bool:
    """Tell whether the fact may be asked now or after other answers."""
    fact, formula, consent = marks.index.facts[number], marks.index.asked_when[number], marks.index.consent
    if fact.ask not in ASKED or not undecided(marks, number):
        return False
    if fact.sensitivity == HEALTH and consent is not None and marks.conditions[consent] == NO:
        return False
    return formula is None or marks.verdict(formula) != NO


def undecided(marks: Marks, number: int) -> bool:
    """Tell whether the fact has no answer, or one that leaves something open."""
    answer = marks.answers[number]
    return answer is None or (isinstance(answer, Known) and answer.partial)


def open_facts(marks: Marks, ways: Ways) -> set[int]:
    """Return the facts that the ways wait for."""
    index = marks.index
    named = (c for way in ways for line in way for c in index.lines[line] if marks.conditions[c] == UNKNOWN)
    return {index.number[index.conditions[condition].fact] for condition in named}


def tier(fact: Fact) -> int:
    """Return when a fact's turn comes: basic before sensitive before health; consent opens the health part."""
    if fact.id == CONSENT.fact:
        return TIERS[HEALTH]
    return TIERS[fact.sensitivity]
