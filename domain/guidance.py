"""The whole answer for one person: needs, the plan, the next turn, and whether a human should take over."""

from collections import OrderedDict
from collections.abc import Collection, Hashable
from dataclasses import dataclass
from datetime import date

from domain.choosing import Situation
from domain.escalations import escalate
from domain.facts import Facts
from domain.interview import next_turn
from domain.matching import Assessment, assess
from domain.plans import Plan
from domain.questions import Turn
from domain.rules import Need, RuleBook, Verdict

REMEMBERED = 32


@dataclass(frozen=True, slots=True)
class Guidance:
    """What the rules say. `complete`: what is still open could only change details."""

    assessment: Assessment
    needs: tuple[Need, ...]
    plan: Plan
    turn: Turn | None
    complete: bool
    escalate: str | None
    version: int


def guide(
    rulebook: RuleBook, facts: Facts, *, on: date, signals: Collection[str] = (), refine: bool = False
) -> Guidance:
    """Return the answer on the day. With `refine` the turns go on to questions that could change details.

    The newest answers are remembered: the page asks for the set right after the dialogue has, with the same facts.
    """
    recent: OrderedDict[Hashable, Guidance] = rulebook.once("recent guidance", OrderedDict)
    key = (frozenset(facts.answers.items()), on, frozenset(signals), refine)
    if key not in recent:
        recent[key] = fresh_guidance(rulebook, facts, on, signals, refine=refine)
        if len(recent) > REMEMBERED:
            recent.popitem(last=False)
    recent.move_to_end(key)
    return recent[key]


def fresh_guidance(
    rulebook: RuleBook, facts: Facts, on: date, signals: Collection[str] = (), *, refine: bool = False
) -> Guidance:
    """Return the answer on the day, worked out anew."""
    assessment = assess(rulebook, facts, on=on)
    situation = Situation(assessment.marks)
    turn = next_turn(situation)
    return Guidance(
        assessment=assessment,
        needs=tuple(found.need for found in assessment.needs if found.verdict == Verdict.YES),
        plan=Plan(assessment, situation),
        turn=next_turn(situation, refine=True) if refine and turn is None else turn,
        complete=turn is None,
        escalate=escalate(assessment.marks, signals),
        version=rulebook.version,
    )
