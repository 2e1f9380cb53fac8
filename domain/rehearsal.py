"""The interview played against known answers, as if the person answered every turn truthfully."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from domain.choosing import Situation
from domain.conditions import Value
from domain.facts import DECLINED, DONT_KNOW, Facts, Known
from domain.interview import Turn, next_turn
from domain.marks import Marks
from domain.matching import index_of
from domain.rules import Chip, RuleBook


@dataclass(frozen=True, slots=True)
class Played:
    """What was asked, turn by turn, what is known after it, and the set that came of it."""

    asked: tuple[tuple[str, ...], ...]
    facts: Facts
    suggested: tuple[str, ...]


def play(rulebook: RuleBook, truth: Mapping[str, Value], declined: Collection[str], *, on: date) -> Played:
    """Ask until nothing is worth asking. A fact that is not in `truth` is answered with "I don't know"."""
    asked, facts, index = list[tuple[str, ...]](), Facts(), index_of(rulebook, on)
    situation = Situation(Marks(index, facts))
    while (turn := next_turn(situation)) is not None:
        asked.append(turn.facts)
        facts = answered(facts, turn, truth, declined)
        situation = Situation(Marks(index, facts))
    suggested = tuple(rulebook.services[number].id for number in situation.chosen)
    return Played(tuple(asked), facts, suggested)


def answered(facts: Facts, turn: Turn, truth: Mapping[str, Value], declined: Collection[str]) -> Facts:
    """Return the facts after a truthful answer to the turn."""
    chips = {chip.fact: chip for chip in turn.screen.chips} if turn.screen else {}
    for fact in turn.facts:
        if fact in declined:
            facts = facts.with_answer(fact, DECLINED)
        elif fact not in truth:
            facts = facts.with_answer(fact, DONT_KNOW)
        elif fact not in chips or chips[fact].value is not None:
            facts = facts.with_answer(fact, Known(truth[fact]))
        elif not _chosen(chips[fact], truth[fact]):
            facts = facts.with_answer(fact, Known(chips[fact].unchosen))
    return facts


def _chosen(chip: Chip, value: Value) -> bool:
    """Tell whether a person with this value would choose the chip."""
    if chip.covers is not None and isinstance(value, int):
        return not chip.covers[0] <= value <= chip.covers[1]
    return value not in (chip.unchosen, ())
