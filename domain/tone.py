"""What is heavy to tell is met before going on; what a person should know at once is said at once."""

from collections.abc import Iterable, Mapping

from domain.conditions import Condition
from domain.facts import Known
from domain.marks import judge, settled
from domain.rules import RuleBook, Verdict


def heavy(book: RuleBook, told: Mapping[str, Known]) -> bool:
    """Tell whether any of the told facts is one that weighs on a person."""
    return any(_holds(condition, told) for condition in book.interview.heavy)


def notes(book: RuleBook, told: Mapping[str, Known]) -> Iterable[str]:
    """Return what to say at once to a person who tells this."""
    return (note.text_fi for note in book.interview.notes if _holds(note.when, told))


def _holds(condition: Condition, told: Mapping[str, Known]) -> bool:
    known = told.get(condition.fact)
    return known is not None and judge(condition.op, condition.value, settled(known.value)) == Verdict.YES
