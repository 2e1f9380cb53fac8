"""Turns messages into rows of features and rows into a scorecard."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from bench.danger.material import Example
from bench.danger.regression import Row, fit
from domain.urgency import UrgencySigns
from domain.urgency_data import LABELS, Label
from domain.urgency_score import BETWEEN, Features, ScorecardData, Weights

COST = 50.0
LABEL_COST = 10.0
LEAST_SEEN = 3
LEAST_WEIGHT = 0.8
LEAST_LABEL_WEIGHT = 0.8
BIAS = "bias"


@dataclass(frozen=True, slots=True)
class Sample:
    """An example with its features: those of a row count by their share of the whole message."""

    example: Example
    found: list[Features]
    clauses: list[int]
    row: Features


def sampled(signs: UrgencySigns, examples: Iterable[Example]) -> list[Sample]:
    """The examples with their features."""
    samples = []
    for example in examples:
        found, clauses = signs.features(example.text)
        flat = [feature for own in found for feature in own]
        size = sqrt(sum(value * value for _, value in flat)) or 1.0
        sums: defaultdict[str, float] = defaultdict(float)
        for name, value in flat:
            sums[name] += value / size
        samples.append(Sample(example, found, clauses, [*sums.items(), (BIAS, 1.0)]))
    return samples


def trained(samples: Sequence[Sample], alarm: float = 0.0, calm: float = 0.0) -> ScorecardData:
    """A scorecard that has learned from the samples."""
    danger = _weights(samples, [bool(one.example.labels) for one in samples], COST, LEAST_WEIGHT)
    urgent = [Sample(one.example, one.found, one.clauses, single(one.row)) for one in samples if one.example.labels]
    labels: dict[Label, Weights] = {
        label: _weights(urgent, [label in one.example.labels for one in urgent], LABEL_COST, LEAST_LABEL_WEIGHT)
        for label in LABELS
    }
    return ScorecardData(alarm=alarm, calm=calm, danger=danger, labels=labels)


def single(row: Features) -> Features:
    """The features of one word: enough to tell which danger it is."""
    found = [(name, value) for name, value in row if BETWEEN not in name and name != BIAS]
    size = sqrt(sum(value * value for _, value in found)) or 1.0
    return [*((name, value / size) for name, value in found), (BIAS, 1.0)]


def _weights(samples: Sequence[Sample], positive: Sequence[bool], cost: float, least: float) -> Weights:
    seen = Counter(name for one in samples for name, _ in one.row)
    names = [name for name, count in seen.items() if count >= LEAST_SEEN]
    at = {name: i for i, name in enumerate(names)}
    rows: list[Row] = [[(at[name], value) for name, value in one.row if name in at] for one in samples]
    yes = sum(one.example.share for one, is_yes in zip(samples, positive, strict=True) if is_yes)
    no = sum(one.example.share for one in samples) - yes
    costs = [
        cost * one.example.share * (yes + no) / (2 * (yes if is_yes else no))
        for one, is_yes in zip(samples, positive, strict=True)
    ]
    found = fit(rows, [1 if is_yes else -1 for is_yes in positive], costs, len(names))
    weights = {name: round(weight, 1) for name, weight in zip(names, found, strict=True)}
    bias = weights.pop(BIAS)
    return Weights(bias=bias, weights={name: w for name, w in sorted(weights.items()) if abs(w) >= least})
