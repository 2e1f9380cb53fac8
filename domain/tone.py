"""What is heavy to tell: the assistant says so before it goes on."""

from collections.abc import Mapping

from domain.facts import Known
from domain.marks import judge, settled
from domain.rules import RuleBook, Verdict


def heavy(book: RuleBook, told: Mapping[str, Known]) -> bool:
    """Tell whether any of the told facts is one that weighs on a person."""
    return any(
        condition.fact in told
        and judge(condition.op, condition.value, settled(told[condition.fact].value)) == Verdict.YES
        for condition in book.interview.heavy
    )
