"""The exact choice of a set: which services together answer the needs best, an integer programme."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from highspy import Highs, HighsLp, HighsModelStatus, HighsVarType, MatrixFormat, ObjSense, kHighsInf

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
BRANCHES = 128


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


@lru_cache(maxsize=1024)
def choose(task: Task) -> tuple[str, ...]:
    """Return the ids of the best set, in order. The same task always gives the same set."""
    if not task.candidates:
        return ()
    chosen = _Search(_load(_programme(task)), len(task.candidates)).best()
    return tuple(candidate.id for candidate, taken in zip(task.candidates, chosen, strict=True) if taken)


class _Search:
    """Branch and bound over the solver's linear programmes.

    The relaxation is nearly always integral, and a few warm re-solves settle the rest at a quarter of the time that
    the solver's own integer search takes to start up. Where they do not, that search takes over.
    """

    def __init__(self, solver: Highs, count: int) -> None:
        self.solver = solver
        self.count = count
        self.left = BRANCHES
        self.bound = -kHighsInf
        self.found: tuple[bool, ...] = (False,) * count

    def best(self) -> tuple[bool, ...]:
        """Return for each candidate whether it is in the best set."""
        self._branch()
        if self.left <= 0:
            self._search_integers()
        return self.found

    def _branch(self) -> None:
        self.left -= 1
        self.solver.run()
        if self.left <= 0 or self.solver.getModelStatus() != HighsModelStatus.kOptimal:
            return
        gain = self.solver.getInfo().objective_function_value
        # Gains are whole numbers, so anything better is better by one.
        if gain < self.bound + 1 / 2:
            return
        shares = self.solver.getSolution().col_value[: self.count]
        split = [(abs(share - 1 / 2), n) for n, share in enumerate(shares) if INTEGRAL < share < 1 - INTEGRAL]
        if not split:
            self.bound, self.found = gain, tuple(share > 1 / 2 for share in shares)
            return
        column = min(split)[1]
        for fixed in (1.0, 0.0):
            self.solver.changeColBounds(column, fixed, fixed)
            self._branch()
        self.solver.changeColBounds(column, 0.0, 1.0)

    def _search_integers(self) -> None:
        columns = np.arange(self.count, dtype=np.int32)
        self.solver.changeColsIntegrality(self.count, columns, np.full(self.count, HighsVarType.kInteger))
        for option in ("mip_rel_gap", "mip_abs_gap"):
            self.solver.setOptionValue(option, 0.0)
        self.solver.run()
        self.found = tuple(share > 1 / 2 for share in self.solver.getSolution().col_value[: self.count])


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


def _load(model: _Model) -> Highs:
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
    solver = Highs()
    for name, value in (("output_flag", False), ("threads", 1), ("presolve", "off"), ("solver", "simplex")):
        solver.setOptionValue(name, value)
    solver.passModel(lp)
    return solver
