"""The exact choice of a set: which services together answer the needs best, solved as an integer programme."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from highspy import Highs, HighsLp, HighsVarType, MatrixFormat, ObjSense, kHighsInf

LEVELS = (1, 2, 3)
# What a first and a second service bring to a need of weight 1, for each level of strength that they reach.
FIRST = {1: 20, 2: 10, 3: 10}
SECOND = {1: 0, 2: 3, 3: 6}
COST = 10
STEP_TAKEN = 5
FEW = 3
TOO_FEW = 30
TIE = 1024
INTEGRAL = 1e-6


class Candidate(NamedTuple):
    """A service that may be chosen: its own worth, and the strength with which it answers each active need."""

    id: str
    worth: int
    answers: tuple[tuple[int, int], ...]


class Task(NamedTuple):
    """What to choose from, in the order of ids. Groups and pairs name candidates by number.

    `already` tells how many services in use answer a need at a level; of `rivals` at most one may be chosen;
    `steps` pairs a candidate with those that naturally come before it.
    """

    candidates: tuple[Candidate, ...]
    weights: tuple[tuple[int, int], ...]
    already: tuple[tuple[int, int, int], ...]
    rivals: tuple[tuple[int, ...], ...]
    steps: tuple[tuple[int, tuple[int, ...]], ...]
    most: int = 7


class _Model:
    """Columns with gains and rows of the form `sum <= bound`, grown one by one."""

    def __init__(self) -> None:
        self.gains: list[float] = []
        self.most: list[float] = []
        self.starts = [0]
        self.columns: list[int] = []
        self.factors: list[float] = []
        self.bounds: list[float] = []

    def column(self, gain: float, most: float = 1.0) -> int:
        self.gains.append(gain)
        self.most.append(most)
        return len(self.gains) - 1

    def row(self, plus: Sequence[int], minus: Sequence[int], bound: float) -> None:
        self.columns += [*plus, *minus]
        self.factors += [1.0] * len(plus) + [-1.0] * len(minus)
        self.starts.append(len(self.columns))
        self.bounds.append(bound)


@lru_cache(maxsize=8192)
def choose(task: Task) -> tuple[str, ...]:
    """Return the ids of the best set, in order. The same task always gives the same set."""
    if not task.candidates:
        return ()
    programme = _programme(task)
    count = len(task.candidates)
    chosen = _solve(programme, 0)[:count]
    # The relaxation is nearly always integral, and then it is the exact answer at a tenth of the time.
    if any(INTEGRAL < share < 1 - INTEGRAL for share in chosen):
        chosen = _solve(programme, count)[:count]
    return tuple(candidate.id for candidate, share in zip(task.candidates, chosen, strict=True) if share > 1 / 2)


def _programme(task: Task) -> _Model:
    model, everyone = _Model(), range(len(task.candidates))
    for number, candidate in enumerate(task.candidates):
        model.column((candidate.worth - COST) * TIE - number)
    model.row(everyone, (), task.most)
    model.row([model.column(TOO_FEW * TIE, FEW)], everyone, 0)
    _cover(model, task)
    for group in task.rivals:
        model.row(group, (), 1)
    for later, earlier in task.steps:
        taken = model.column(STEP_TAKEN * TIE)
        model.row([taken], [later], 0)
        model.row([taken], earlier, 0)
    return model


def _cover(model: _Model, task: Task) -> None:
    """Let each need gain from the first and the second service at each level, no more than are chosen."""
    able: dict[tuple[int, int], list[int]] = {}
    for number, candidate in enumerate(task.candidates):
        for need, strength in candidate.answers:
            for level in LEVELS[:strength]:
                able.setdefault((need, level), []).append(number)
    already = {(need, level): count for need, level, count in task.already}
    for need, weight in task.weights:
        for level in LEVELS:
            gains = [FIRST[level], SECOND[level]][already.get((need, level), 0) :]
            if gains and (need, level) in able:
                model.row([model.column(weight * gain * TIE) for gain in gains if gain], able[need, level], 0)


def _solve(model: _Model, integers: int) -> list[float]:
    lp = HighsLp()
    lp.num_col_, lp.num_row_ = len(model.gains), len(model.bounds)
    lp.col_cost_ = np.array(model.gains)
    lp.col_lower_, lp.col_upper_ = np.zeros(len(model.gains)), np.array(model.most)
    lp.row_lower_, lp.row_upper_ = np.full(len(model.bounds), -kHighsInf), np.array(model.bounds)
    lp.a_matrix_.format_ = MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array(model.starts)
    lp.a_matrix_.index_ = np.array(model.columns)
    lp.a_matrix_.value_ = np.array(model.factors)
    lp.sense_ = ObjSense.kMaximize
    if integers:
        rest = len(model.gains) - integers
        lp.integrality_ = [HighsVarType.kInteger] * integers + [HighsVarType.kContinuous] * rest
    solver = _solver()
    solver.passModel(lp)
    solver.run()
    return list(solver.getSolution().col_value)


def _solver() -> Highs:
    solver = Highs()  # type: ignore[no-untyped-call]
    options: dict[str, bool | int | float | str] = {
        "output_flag": False, "threads": 1, "presolve": "off", "mip_rel_gap": 0.0, "mip_abs_gap": 0.5,
        "mip_heuristic_effort": 0.0, "mip_heuristic_run_feasibility_jump": False, "mip_detect_symmetry": False,
    }  # fmt: skip
    for name, value in options.items():
        solver.setOptionValue(name, value)
    return solver
