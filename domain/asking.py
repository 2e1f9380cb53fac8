"""Which facts can still matter, and how much: the open lines of what is still possible, weighed."""

from domain.choosing import ENOUGH, IN_USE, Situation
from domain.facts import DECLINED, Fact, Known
from domain.index import CONSENT, Ways
from domain.marks import NO, UNKNOWN, YES, Marks

NEED = 10.0
CHOSEN = 3.0
NOT_YET = 0.4
PREFERRING = 0.1
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
    return any(marks.answers[source] is DECLINED for source in _open(marks, marks.index.derived[number] or ()))


def _consented(marks: Marks) -> bool:
    consent = marks.index.consent
    return consent is None or marks.conditions[consent] == YES


def _concluded_later(marks: Marks, number: int) -> bool:
    """Tell whether a fact that is concluded from others waits for one that can still be asked."""
    return any(may_be_asked(marks, source) for source in _open(marks, marks.index.derived[number] or ()))


def may_be_asked(marks: Marks, number: int) -> bool:
    """Tell whether the fact may be asked now or after other answers."""
    fact, formula, consent = marks.index.facts[number], marks.index.asked_when[number], marks.index.consent
    if fact.ask not in ASKED or not _undecided(marks, number):
        return False
    if fact.sensitivity == HEALTH and consent is not None and marks.conditions[consent] == NO:
        return False
    return formula is None or marks.verdict(formula) != NO


def influence(situation: Situation) -> dict[int, float]:
    """Return how much hangs on each open fact; a fact that is left out cannot change the set or its order.

    What hangs on a concluded fact, or on one that may not be asked yet, hangs on what it waits for.
    """
    marks = situation.marks
    weights = [0.0] * len(marks.index.facts)
    possible = _possible(situation)
    for rule, importance in _at_stake(situation, possible):
        _spread(marks, marks.index.rules[rule], importance, weights)
    for number, importance in possible.items():
        rules = marks.index.services[number]
        preferring = marks.index.rulebook.services[number].preferring
        for line, preference in zip(rules.preferring, preferring, strict=True):
            _spread(marks, ((line,),), importance * preference.weight * PREFERRING, weights)
    _weigh_use(situation, possible, weights)
    _pass_on(marks, weights)
    # Rounded, so that the order in which the services stand cannot decide between equals.
    return {number: round(weight, 6) for number, weight in enumerate(weights) if weight and askable(marks, number)}


def _possible(situation: Situation) -> dict[int, float]:
    """Return the services that may still come to be suggested, with what hangs on each."""
    relations, rules, chosen = situation.relations, situation.marks.rules, set(situation.chosen)
    few, possible = len(chosen) <= ENOUGH, {}
    for number, answers in enumerate(relations.answers):
        weights = [
            relations.weights[need] * strength * (1.0 if rules[need] == YES else NOT_YET)
            for need, strength in answers.items()
            if rules[need] != NO
        ]
        last_resort = few and number in relations.fallback
        if (weights or last_resort or number in chosen) and situation.suitable[number]:
            possible[number] = max(weights, default=1.0) * (CHOSEN if number in chosen else 1.0)
    return possible


def _at_stake(situation: Situation, possible: dict[int, float]) -> list[tuple[int, float]]:
    """Return the open rules, needs and services alike, whose verdict can still matter."""
    relations, rules = situation.relations, situation.marks.rules
    answered = {need for number in possible for need in relations.answers[number]}
    needs = [(n, NEED * relations.weights[n]) for n in range(len(relations.needs)) if n in answered]
    services = [(len(relations.needs) + number, importance) for number, importance in possible.items()]
    return [(rule, importance) for rule, importance in (*needs, *services) if rules[rule] == UNKNOWN]


def _spread(marks: Marks, ways: Ways, importance: float, weights: list[float]) -> None:
    lines, conditions, index = marks.lines, marks.conditions, marks.index
    for way in ways:
        open_ = [line for line in way if lines[line] != YES]
        if any(lines[line] == NO for line in open_):
            continue
        for line in open_:
            for condition in index.lines[line]:
                if conditions[condition] == UNKNOWN:
                    weights[index.fact_of[condition]] += importance / len(open_)


def _weigh_use(situation: Situation, possible: dict[int, float], weights: list[float]) -> None:
    """Services in use are not suggested anew, and bar their rivals."""
    number = situation.index.number.get(IN_USE)
    if number is None or not _undecided(situation.marks, number):
        return
    fact, relations = situation.index.facts[number], situation.relations
    named = [relations.number[value.id] for value in fact.values if value.id in relations.number]
    touched = {service for one in named for service in ({one} | relations.rivals[one]) if service in possible}
    weights[number] += sum(possible[service] for service in touched) * PREFERRING


def _undecided(marks: Marks, number: int) -> bool:
    answer = marks.answers[number]
    return answer is None or (isinstance(answer, Known) and answer.partial)


def _pass_on(marks: Marks, weights: list[float]) -> None:
    index = marks.index
    for number in range(len(index.facts) - 1, -1, -1):
        if not weights[number] or askable(marks, number):
            continue
        waits_for = _waits_for(marks, number)
        for source in waits_for:
            weights[source] += weights[number] / len(waits_for)


def _waits_for(marks: Marks, number: int) -> set[int]:
    """Return the open facts that would settle this one, or open the way to asking it."""
    index, fact = marks.index, marks.index.facts[number]
    sources = _open(marks, index.derived[number] or ())
    if _undecided(marks, number):
        sources |= _open(marks, index.asked_when[number] or ())
        if fact.sensitivity == HEALTH and index.consent is not None and marks.conditions[index.consent] == UNKNOWN:
            sources.add(index.number[CONSENT.fact])
    return sources


def _open(marks: Marks, ways: Ways) -> set[int]:
    index = marks.index
    named = (c for way in ways for line in way for c in index.lines[line] if marks.conditions[c] == UNKNOWN)
    return {index.number[index.conditions[condition].fact] for condition in named}


def tier(fact: Fact) -> int:
    """Return when a fact's turn comes: basic before sensitive before health; consent opens the health part."""
    if fact.id == CONSENT.fact:
        return TIERS[HEALTH]
    return TIERS[fact.sensitivity]
