"""Regularised logistic regression by coordinate descent on the dual, in plain Python."""

import random
from collections.abc import Sequence
from math import log

Row = Sequence[tuple[int, float]]
ROUNDS = 8
STEPS = 4
NARROW = 1e-6
SEED = 7


def fit(rows: Sequence[Row], signs: Sequence[int], costs: Sequence[float], width: int) -> list[float]:
    """The weights (of `width` features) that separate rows with sign 1 from those with -1.

    `costs` tells how much each row counts against the size of the weights.
    """
    order = list(range(len(rows)))
    chance = random.Random(SEED)
    norms = [sum(value * value for _, value in row) for row in rows]
    shares = [cost * 0.01 for cost in costs]
    weights = [0.0] * width
    for row, sign, share in zip(rows, signs, shares, strict=True):
        _add(weights, row, sign * share)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for i in order:
            margin = signs[i] * sum(weights[at] * value for at, value in rows[i])
            share = _share(shares[i], margin, norms[i], costs[i])
            _add(weights, rows[i], signs[i] * (share - shares[i]))
            shares[i] = share
    return weights


def _share(share: float, margin: float, norm: float, cost: float) -> float:
    """The best share of one row while the others stand: a root of the dual's slope, by Newton's steps."""
    at = share
    for _ in range(STEPS):
        slope = margin + norm * (at - share) + log(at / (cost - at))
        bend = norm + cost / (at * (cost - at))
        at = min(max(at - slope / bend, at / 10, NARROW * cost), (at + 9 * cost) / 10, cost * (1 - NARROW))
    return at


def _add(weights: list[float], row: Row, times: float) -> None:
    for at, value in row:
        weights[at] += times * value
