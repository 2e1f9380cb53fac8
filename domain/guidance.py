"""The whole answer for one person: needs, the plan, the next turn, and whether a human should take over."""

from collections.abc import Collection
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
    """Return the answer on the day. With `refine` the turns go on to questions that could change details."""
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
