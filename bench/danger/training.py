"""Turns messages into rows of features and rows into a scorecard."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from numpy import array, flatnonzero, float32, int32, where
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench.danger.material import SEED, Example
from domain.urgency import UrgencySigns
from domain.urgency_data import LABELS, Label
from domain.urgency_score import BETWEEN, Features, ScorecardData, Weights, stretches

COST = 30.0
LABEL_COST = 10.0
LEAST_SEEN = 4
LEAST_WEIGHT = 0.4
LEAST_LABEL_WEIGHT = 0.8
BIAS = "bias"
PART_SHARE = 0.3  # how much a part of a calm message counts beside a written message


@dataclass(frozen=True, slots=True)
class Sample:
    """An example with its features: those of a row count by their share of the whole message."""

    example: Example
    found: list[Features]
    clauses: list[int]
    row: Features


def sampled(signs: UrgencySigns, examples: Iterable[Example], *, rows_only: bool = False) -> list[Sample]:
    """The examples with their features; with `rows_only` without those of each word, which only measuring needs."""
    samples = []
    for example in examples:
        found, clauses = signs.features(example.text)
        words = ([], []) if rows_only else (found, clauses)
        samples.append(Sample(example, *words, _row(found)))
    return samples


def parts(samples: Iterable[Sample]) -> Iterator[Sample]:
    """The stretches of calm messages that are weighed by themselves: no part of a calm message is danger either."""
    for one in samples:
        for stretch, cost in stretches(one.clauses) if not one.example.labels else ():
            if cost:
                part = replace(one.example, share=PART_SHARE)
                yield Sample(part, [], [], _row(one.found[stretch.start : stretch.stop]))


def _row(found: list[Features]) -> Features:
    flat = [feature for own in found for feature in own]
    size = sqrt(sum(value * value for _, value in flat)) or 1.0
    sums: defaultdict[str, float] = defaultdict(float)
    for name, value in flat:
        sums[name] += value / size
    return [*sums.items(), (BIAS, 1.0)]


def single(row: Features) -> Features:
    """The features of one word: enough to tell which danger it is."""
    found = [(name, value) for name, value in row if BETWEEN not in name and name != BIAS]
    size = sqrt(sum(value * value for _, value in found)) or 1.0
    return [*((name, value / size) for name, value in found), (BIAS, 1.0)]


class Trainer:
    """Makes scorecards from any of the same samples, whose rows are put into tables once."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self._samples = samples
        self._danger = _Rows([one.row for one in samples])
        self._urgent = [i for i, one in enumerate(samples) if one.example.labels]
        self._labels = _Rows([single(samples[i].row) for i in self._urgent])

    def card(self, left_out: Collection[str] = (), alarm: float = 0.0, calm: float = 0.0) -> ScorecardData:
        """A scorecard that has learned from all samples but those of some writers."""
        kept = [i for i, one in enumerate(self._samples) if one.example.source not in left_out]
        danger = self._danger.weights(kept, [self._samples[i].example for i in kept], None, COST, LEAST_WEIGHT)
        places = [i for i, of in enumerate(self._urgent) if self._samples[of].example.source not in left_out]
        urgent = [self._samples[self._urgent[i]].example for i in places]
        labels = {
            label: self._labels.weights(places, urgent, label, LABEL_COST, LEAST_LABEL_WEIGHT) for label in LABELS
        }
        return ScorecardData(alarm=alarm, calm=calm, danger=danger, labels=labels)


class _Rows:
    """Rows of features as one sparse table."""

    def __init__(self, rows: Sequence[Features]) -> None:
        names = DictVectorizer(dtype=float32)
        self._table = names.fit_transform(dict(row) for row in rows).tocsr()
        self._names = list(names.get_feature_names_out())

    def weights(
        self, kept: Sequence[int], examples: Sequence[Example], label: Label | None, cost: float, least: float
    ) -> Weights:
        """What tells the examples with a label (any, if none is named) from the others, in the rows kept for them."""
        table = self._table[kept]
        seen = flatnonzero(table.getnnz(axis=0) >= LEAST_SEEN)
        table = table[:, seen]
        table.indices, table.indptr = table.indices.astype(int32), table.indptr.astype(int32)
        is_yes = [label in one.labels if label else bool(one.labels) for one in examples]
        shares = array([one.share for one in examples])
        yes = shares[is_yes].sum()
        counts = shares * where(is_yes, shares.sum() / (2 * yes), shares.sum() / (2 * (shares.sum() - yes)))
        model = LogisticRegression(C=cost, solver="liblinear", fit_intercept=False, tol=1e-2, random_state=SEED)
        found = model.fit(table, is_yes, sample_weight=counts).coef_[0]
        weights = {self._names[at]: round(float(weight), 1) for at, weight in zip(seen, found, strict=True)}
        bias = weights.pop(BIAS)
        return Weights(bias=bias, weights={name: w for name, w in sorted(weights.items()) if abs(w) >= least})
