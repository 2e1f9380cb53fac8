"""What is counted of one conversation, and of many waits: pure, and nothing that a person could be known by."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import ceil
from statistics import median
from typing import Any, Literal, NamedTuple

from domain.statistics_hiding import FEWEST

Group = Literal["none", "age", "language", "region"]
RESULT, HUMAN, STOPPED = "result", "human", "stopped"
LEFT, SUGGESTED, IN_USE = "left", "suggested", "in_use"
AGES = ((18, "u18"), (25, "18-24"), (30, "25-29"), (45, "30-44"), (55, "45-54"))
OLDEST = "55+"
ENOUGH_FOR_THE_SLOWEST = 10  # of fewer waits the slow end would be one person's


class Waits(NamedTuple):
    """Waits in whole minutes; None where too few are known."""

    median: int | None
    p90: int | None


def monday(day: date) -> date:
    """Return the first day of the week: whole weeks alone are counted, so that no two spans differ by a day."""
    return day - timedelta(days=day.weekday())


def age_band(age: Any) -> str:
    """Return the band of an age in years, or nothing when no age is known."""
    if not isinstance(age, int):
        return ""
    return next((name for under, name in AGES if age < under), OLDEST)


def ended(*, result: bool, human: bool) -> str:
    """Return how far a conversation came: a result goes before a human who came in."""
    return RESULT if result else HUMAN if human else STOPPED


def question_marks(asked: Iterable[str], answers: Mapping[str, str]) -> str:
    """Return what became of each question, as `fact:status` with a space between; `left` was not answered at all."""
    return " ".join(f"{fact}:{answers.get(fact, LEFT)}" for fact in dict.fromkeys(asked))


def service_marks(view: Mapping[str, Any]) -> str:
    """Return the services of a set as `service:suggested` and `service:in_use`, with a space between."""
    found = {one["service"]: SUGGESTED for one in view.get("suggested") or ()}
    found |= {one["service"]: IN_USE for one in view.get("in_use") or ()}
    return " ".join(f"{service}:{status}" for service, status in found.items())


def waits(seconds: Sequence[float]) -> Waits:
    """Return the middle and the slow end of some waits in seconds."""
    minutes = sorted(seconds)
    middle = ceil(median(minutes) / 60) if len(minutes) >= FEWEST else None
    enough = len(minutes) >= ENOUGH_FOR_THE_SLOWEST
    return Waits(middle, ceil(minutes[ceil(0.9 * len(minutes)) - 1] / 60) if enough else None)
