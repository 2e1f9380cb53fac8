"""How much hangs on each open fact: the open lines of what is still possible, weighed."""

import numpy as np

from domain.asking import HEALTH, askable, open_facts, undecided
from domain.choosing import ENOUGH, IN_USE, Situation
from domain.index import CONSENT
from domain.layout import NEVER, Weights, array, summed
from domain.marks import NO, UNKNOWN, YES, Marks

NEED = 10.0
CHOSEN = 3.0
NOT_YET = 0.4
PREFERRING = 0.1


def influence(situation: Situation) -> dict[int, float]:
    """Return how much hangs on each open fact; a fact that is left out cannot change the set or its order.

    What hangs on a concluded fact, or on one that may not be asked yet, hangs on what it waits for.
    """
    marks = situation.marks
    possible = _possible(situation)
    weights: list[float] = _spread(situation, _at_stake(situation, possible), PREFERRING * possible).tolist()
    _weigh_use(situation, possible, weights)
    _pass_on(marks, weights)
    # Rounded, so that the order in which the services stand cannot decide between equals.
    return {number: round(weight, 6) for number, weight in enumerate(weights) if weight and askable(marks, number)}


def _possible(situation: Situation) -> Weights:
    """Return what hangs on each service that may still come to be suggested, and nothing for the others."""
    layout, chosen = situation.layout, list(situation.chosen)
    needs = array(situation.marks.rules)[: layout.needs]
    likely = np.where(needs == YES, 1.0, np.where(needs == NO, 0.0, NOT_YET))
    weights = np.zeros(layout.services)
    np.maximum.at(weights, layout.answering, layout.forces * likely[layout.answered])
    others = np.array([*chosen, *(situation.relations.fallback if len(chosen) <= ENOUGH else ())], np.intp)
    weights[others] = np.where(weights[others] == 0, 1.0, weights[others])
    weights[chosen] *= CHOSEN
    return np.where(array(situation.suitable) == NO, 0.0, weights)


def _at_stake(situation: Situation, possible: Weights) -> Weights:
    """Return what hangs on each open rule, of needs and services alike, whose verdict can still matter."""
    layout, urgency = situation.layout, np.array(situation.relations.weights, np.float64)
    answered = summed(possible[layout.answering], layout.answered, layout.needs) > 0
    stakes = np.concatenate([np.where(answered, NEED * urgency, 0.0), possible])
    return np.where(array(situation.marks.rules) == UNKNOWN, stakes, 0.0)


def _spread(situation: Situation, on_rules: Weights, on_preferring: Weights) -> Weights:
    """Return what hangs on each fact through the open conditions of open lines in ways that may hold."""
    marks, layout = situation.marks, situation.layout
    lines, conditions = array(marks.lines), array(marks.conditions)
    ways, preferring = layout.ways, layout.preferring
    left = layout.open_lines(marks.lines)
    share = np.where(left < NEVER, on_rules[layout.way_rules] / np.maximum(left, 1), 0.0)
    on_lines = summed(share[ways.owners], ways.members, len(lines) + 1)
    on_lines += summed(on_preferring[preferring.owners] * layout.preferred, preferring.members, len(lines) + 1)
    on_lines[:-1][lines != UNKNOWN] = 0.0
    on_conditions = summed(on_lines[layout.lines.owners], layout.lines.members, len(conditions) + 1)[:-1]
    return summed(np.where(conditions == UNKNOWN, on_conditions, 0.0), layout.fact_of, len(marks.index.facts))


def _weigh_use(situation: Situation, possible: Weights, weights: list[float]) -> None:
    """Services in use are not suggested anew, and bar their rivals."""
    number = situation.index.number.get(IN_USE)
    if number is None or not undecided(situation.marks, number):
        return
    fact, relations = situation.index.facts[number], situation.relations
    named = [relations.number[value.id] for value in fact.values if value.id in relations.number]
    touched = {service for one in named for service in ({one} | relations.rivals[one])}
    weights[number] += float(possible[[*touched]].sum()) * PREFERRING


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
    sources = open_facts(marks, index.derived[number] or ())
    if undecided(marks, number):
        sources |= open_facts(marks, index.asked_when[number] or ())
        if fact.sensitivity == HEALTH and index.consent is not None and marks.conditions[index.consent] == UNKNOWN:
            sources.add(index.number[CONSENT.fact])
    return sources
