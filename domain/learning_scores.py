"""Two models side by side: how well each reads every act and every fact of the evaluation sets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# Right, falsely taken, missed.
Counts = tuple[int, int, int]
PARTS = ("acts", "facts")
SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Row:
    """One act or fact: how often it stands in the sets, and the F1 of both models (None: it does not occur)."""

    id: str
    occurs: int
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rows of both parts, with the total of each part first; `lower` when a total of the candidate is lower."""

    acts: tuple[Row, ...]
    facts: tuple[Row, ...]
    lower: bool


TOTAL = "*"


def f1(counts: Counts) -> float | None:
    """Return the harmonic mean of precision and recall, None where there is nothing to count."""
    hits, false, missed = counts
    return 2 * hits / (2 * hits + false + missed) if hits + false + missed else None


def total(part: Mapping[str, Counts]) -> Counts:
    """Return the counts of a whole part."""
    hits, false, missed = (sum(counts[place] for counts in part.values()) for place in range(3))
    return hits, false, missed


def compare(before: Mapping[str, Any], after: Mapping[str, Any]) -> Comparison:
    """Compare the stored scores of the active model with those of a candidate."""
    acts, facts = (_rows(_counts(before, part), _counts(after, part)) for part in PARTS)
    return Comparison(acts, facts, lower=any(_fell(rows[0]) for rows in (acts, facts)))


def _rows(before: Mapping[str, Counts], after: Mapping[str, Counts]) -> tuple[Row, ...]:
    names = sorted({*before, *after})
    whole = _row(TOTAL, total(before), total(after))
    return (whole, *(_row(name, before.get(name, (0, 0, 0)), after.get(name, (0, 0, 0))) for name in names))


def _row(name: str, before: Counts, after: Counts) -> Row:
    return Row(name, after[0] + after[2], f1(before), f1(after))


def _fell(row: Row) -> bool:
    return (row.after or 0.0) < (row.before or 0.0) - SAME


def _counts(scores: Mapping[str, Any], part: str) -> dict[str, Counts]:
    return {name: (hits, false, missed) for name, (hits, false, missed) in scores[part].items()}
