"""A scorecard beside the patterns: how strongly words, their letters and neighbours of a message speak for danger."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import sqrt
from typing import Final

from pydantic import BaseModel, ConfigDict

from domain.problems import Problem
from domain.urgency_data import LABELS, Label
from domain.urgency_match import Look
from domain.urgency_text import PAUSE_SIGN, SENTENCE_END_SIGN

GRAMS: Final = (3, 4, 5, 6)
GRAM_VALUE: Final = 0.5
END: Final = ">"
NEIGHBOUR_STEM: Final = 4
NEIGHBOUR_VALUE: Final = 0.7
NEAR_WORDS: Final = 2
NEAR_GROUPS: Final = 4
MOST_GROUPS: Final = 12  # of one word, so that a long message stays quick
START: Final = "^"
SIGNS: Final = (PAUSE_SIGN, SENTENCE_END_SIGN)
BETWEEN: Final = " "
STRETCH: Final = 32  # words that are weighed together
CLAUSES: Final = 8  # in a row that are weighed as one
SHORTEST_PART: Final = 3
PART_COST: Final = 0.4
TOLD: Final = 3

Features = list[tuple[str, float]]


class Weights(BaseModel):
    """How much each feature counts: a "word", a "run of letters*", a "@group", or two stems or groups in order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bias: float
    weights: dict[str, float]


class ScorecardData(BaseModel):
    """The whole of urgency_scorecard.json. `alarm` and up is danger; under `calm` the patterns are not believed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    alarm: float
    calm: float
    danger: Weights
    labels: dict[Label, Weights]


def missing_labels(card: ScorecardData) -> list[Problem]:
    """The labels that a scorecard cannot tell."""
    return [Problem("labels", "label_missing", label) for label in LABELS if label not in card.labels]


@dataclass(frozen=True, slots=True)
class Scored:
    """The score of the stretch that speaks most for danger, its words and the places that weigh most in it."""

    score: float
    stretch: range
    strongest: tuple[int, ...]


def features(look: Look, groups: Iterable[str]) -> list[Features]:
    """The features that begin at each word of a message."""
    forms = [word.forms[0] for word in look.words]
    stems = [form[:NEIGHBOUR_STEM] for form in forms]
    own = cache(_own)
    found = [
        [*own(form, *stems[i + 1 : i + 1 + NEAR_WORDS]), *grouped]
        for i, (form, grouped) in enumerate(zip(forms, _grouped(look, groups), strict=True))
    ]
    found[0] += [(f"{START} {other}", NEIGHBOUR_VALUE) for other in stems[:NEAR_WORDS]]
    return found


def _own(form: str, *after: str) -> Features:
    """The word, the runs of letters in it, its ends among them, and the pairs with the words that follow."""
    pairs = [(f"{form[:NEIGHBOUR_STEM]} {other}", NEIGHBOUR_VALUE) for other in after]
    if form in SIGNS:
        return pairs
    framed = f"{START}{form}{END}"
    grams = dict.fromkeys(framed[i : i + size] for size in GRAMS for i in range(len(framed) - size + 1))
    return [(form, 1.0), *((f"{gram}*", GRAM_VALUE) for gram in grams), *pairs]


def _grouped(look: Look, groups: Iterable[str]) -> Iterator[Features]:
    """The groups that begin at each word, and the pairs that they make with those of the words that follow."""
    starts: list[list[str]] = [[] for _ in look.words]
    for group in groups:
        for span in look.hits(group):
            # A group that may begin with the end of a sentence says nothing by that end alone.
            said = look.words[span.start].forms[0] not in SIGNS
            if said and len(starts[span.start]) < MOST_GROUPS:
                starts[span.start].append(group)
    pairs = cache(_pairs)
    for i, here in enumerate(starts):
        near = [other for after in starts[i + 1 : i + 1 + NEAR_GROUPS] for other in after]
        yield pairs(tuple(here), tuple(near)) if here else []


def _pairs(here: tuple[str, ...], near: tuple[str, ...]) -> Features:
    return [
        *((group, 1.0) for group in here),
        *((f"{one} {other}", NEIGHBOUR_VALUE) for one in here for other in near),
    ]


class Scorecard:
    """The compiled weights; pure, from any thread."""

    def __init__(self, data: ScorecardData) -> None:
        self.alarm, self.calm = data.alarm, data.calm
        self._danger = data.danger
        self._labels = data.labels

    def score(self, found: list[Features], clauses: list[int]) -> Scored:
        """How strongly the message speaks for danger: over 0 more for than against, without an upper bound.

        `clauses` tells the clause of each word: a part of the message may speak louder than the whole.
        """
        sums, squares = _added(self._danger, found)
        totals, sizes = [0.0, *accumulate(sums)], [0.0, *accumulate(squares)]
        best, lead = range(0), float("-inf")
        for part, cost in stretches(clauses):
            size = sizes[part.stop] - sizes[part.start]
            score = (totals[part.stop] - totals[part.start]) / sqrt(size) - cost if size else -cost
            if score > lead:
                best, lead = part, score
        strongest = sorted(best, key=lambda i: sums[i], reverse=True)[:TOLD]
        return Scored(self._danger.bias + lead, best, tuple(sorted(i for i in strongest if sums[i] > 0)))

    def label(self, found: list[Features], stretch: range) -> Label:
        """The danger that a stretch of words speaks most for."""
        part = found[stretch.start : stretch.stop]
        return max(LABELS, key=lambda label: _weight(self._labels[label], part))


def _added(weights: Weights, found: list[Features]) -> tuple[list[float], list[float]]:
    of = weights.weights.get
    sums = [sum(value * of(name, 0.0) for name, value in own) for own in found]
    return sums, [sum(value * value for _, value in own) for own in found]


def _weight(label: Weights, part: list[Features]) -> float:
    singles = [[feature for feature in own if BETWEEN not in feature[0]] for own in part]
    sums, squares = _added(label, singles)
    return label.bias + (sum(sums) / sqrt(sum(squares)) if any(squares) else 0.0)


def stretches(clauses: list[int]) -> Iterator[tuple[range, float]]:
    """The stretches of a message that are weighed, with what each costs: the whole, and its clauses in a row."""
    length = len(clauses)
    if length <= STRETCH:
        yield range(length), 0.0
    longest = min(STRETCH, length - 1)
    inner = [i for i in range(1, length) if clauses[i] != clauses[i - 1] or i % STRETCH == 0]
    for at, start in enumerate([0, *inner]):
        for stop in (*inner[at : at + CLAUSES], length):
            if SHORTEST_PART <= stop - start <= longest:
                yield range(start, stop), PART_COST
