"""The exact choice of a set: which services together answer the needs best, an integer programme."""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from graphlib import CycleError, TopologicalSorter
from threading import local
from typing import NamedTuple

import numpy as np
from highspy import Highs, HighsLp, HighsModelStatus, HighsVarType, MatrixFormat, ObjSense, kHighsInf
from numpy.typing import NDArray

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
OPTIONS: tuple[tuple[str, str | float], ...] = (
    ("output_flag", False),
    ("threads", 1),
    ("presolve", "off"),
    ("solver", "simplex"),
    ("mip_rel_gap", 0.0),
    ("mip_abs_gap", 0.0),
)


Row = tuple[NDArray[np.int32], NDArray[np.float64]]


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
    """Columns with gains and rows of the form `sum <= bound`, grown one by one.

    `firsts` are the columns that gain from a first service, each with the candidates that may be it; `taken` are the
    columns that gain from a step, by its later candidate.
    """

    def __init__(self, steps: Sequence[tuple[int, Sequence[int]]]) -> None:
        self.steps = steps
        self.firsts: list[tuple[int, Sequence[int]]] = []
        self.taken: dict[int, int] = {}
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
        columns, factors = _row(plus, minus)
        self.columns += columns
        self.factors += factors
        self.starts.append(len(self.columns))
        self.bounds.append(bound)

    @cached_property
    def lp(self) -> HighsLp:
        """The programme for the solver."""
        lp = HighsLp()
        lp.num_col_, lp.num_row_ = len(self.gains), len(self.bounds)
        lp.col_cost_ = np.array(self.gains)
        lp.col_lower_, lp.col_upper_ = np.zeros(len(self.gains)), np.array(self.most)
        lp.row_lower_, lp.row_upper_ = np.full(len(self.bounds), -kHighsInf), np.array(self.bounds)
        lp.a_matrix_.format_ = MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(self.starts)
        lp.a_matrix_.index_ = np.array(self.columns)
        lp.a_matrix_.value_ = np.array(self.factors)
        lp.sense_ = ObjSense.kMaximize
        return lp

    @cached_property
    def tighter(self) -> list[Row]:
        """What holds for every set though not for every relaxation: steps take one service more than they are.

        Of the services that answer a need some `n` steps among them leave no fewer than `n + 1`, so that halves of two
        services cannot gain both from the need and from the step between them. In a circle of steps that need not be.
        """
        if not _is_forward(self.steps):
            return []
        found = []
        for first, able in self.firsts:
            within = set(able).issuperset
            taken = [self.taken[later] for later, earlier in self.steps if within((later, *earlier))]
            if taken:
                columns, factors = _row((first, *taken), able)
                found.append((np.array(columns, np.int32), np.array(factors)))
        return found


def _row(plus: Sequence[int], minus: Sequence[int]) -> tuple[list[int], list[float]]:
    return [*plus, *minus], [1.0] * len(plus) + [-1.0] * len(minus)


@lru_cache(maxsize=1024)
def choose(task: Task) -> tuple[str, ...]:
    """Return the ids of the best set, in order. The same task always gives the same set."""
    if not task.candidates:
        return ()
    chosen = _Search(task).best()
    return tuple(candidate.id for candidate, taken in zip(task.candidates, chosen, strict=True) if taken)


class _Search:
    """Branch and bound over the solver's linear programmes.

    The relaxation is nearly always integral. Where it is not, a few rows more and a few warm re-solves settle the rest
    at a fraction of the time that the solver's own integer search takes to start up. Where they do not, that search
    takes over.
    """

    def __init__(self, task: Task) -> None:
        self.task = task
        self.model = _programme(_shape(task))
        self.solver = _SOLVERS.solver
        self.solver.passModel(self.model.lp)
        gains = [(candidate.worth - COST) * TIE - number for number, candidate in enumerate(task.candidates)]
        columns = np.arange(len(gains), dtype=np.int32)
        self.solver.changeColsCost(len(gains), columns, np.array(gains, np.float64))
        self.count = len(task.candidates)
        self.left = BRANCHES
        self.bound = -kHighsInf
        self.found: tuple[bool, ...] = (False,) * self.count

    def best(self) -> tuple[bool, ...]:
        """Return for each candidate whether it is in the best set."""
        if self._relax() is not None:
            self._tighten()
            self._branch()
        if self.left <= 0:
            self._search_integers()
        return self.found

    def _branch(self) -> None:
        column = self._relax()
        if column is not None:
            for fixed in (1.0, 0.0):
                self.solver.changeColBounds(column, fixed, fixed)
                self._branch()
            self.solver.changeColBounds(column, 0.0, 1.0)

    def _relax(self) -> int | None:
        """Solve the relaxation and keep what it finds; return the column to branch on when it is not integral."""
        self.left -= 1
        self.solver.run()
        if self.left <= 0 or self.solver.getModelStatus() != HighsModelStatus.kOptimal:
            return None
        gain = self.solver.getObjectiveValue()
        # Gains are whole numbers, so anything better is better by one.
        if gain < self.bound + 1 / 2:
            return None
        shares = self.solver.getSolution().col_value[: self.count]
        split = [(abs(share - 1 / 2), n) for n, share in enumerate(shares) if INTEGRAL < share < 1 - INTEGRAL]
        if split:
            return min(split)[1]
        self.bound, self.found = gain, tuple([share > 1 / 2 for share in shares])
        return None

    def _tighten(self) -> None:
        for columns, factors in self.model.tighter:
            self.solver.addRow(-kHighsInf, 0.0, len(columns), columns, factors)

    def _search_integers(self) -> None:
        columns = np.arange(self.count, dtype=np.int32)
        self.solver.changeColsIntegrality(self.count, columns, np.full(self.count, HighsVarType.kInteger))
        self.solver.run()
        self.found = tuple(share > 1 / 2 for share in self.solver.getSolution().col_value[: self.count])


def _shape(task: Task) -> Task:
    """Return the task without names and worths: people whose answers only tell what they prefer have the same."""
    return task._replace(candidates=tuple([Candidate("", 0, candidate.answers) for candidate in task.candidates]))


@lru_cache(maxsize=256)
def _programme(task: Task) -> _Model:
    """Return the programme of a task, with no gains yet for the candidates, which have the first columns."""
    model, everyone = _Model(task.steps), range(len(task.candidates))
    for _ in everyone:
        model.column(0)
    model.row(everyone, (), task.most)
    model.row([model.column(TOO_FEW * TIE, FEW)], everyone, 0)
    _cover(model, task)
    for group in task.rivals:
        model.row(group, (), 1)
    for later, earlier in task.steps:
        taken = model.taken[later] = model.column(STEP_TAKEN * TIE)
        model.row([taken], [later], 0)
        model.row([taken], earlier, 0)
        model.firsts.append((taken, earlier))
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
                columns = [model.column(weight * gain * TIE) for gain in gains if gain]
                model.row(columns, able[need, level], 0)
                if len(gains) > 1:
                    model.firsts.append((columns[0], able[need, level]))


def _is_forward(steps: Iterable[tuple[int, Sequence[int]]]) -> bool:
    """Tell whether no step comes, by way of others, before itself."""
    try:
        TopologicalSorter(dict(steps)).prepare()
    except CycleError:
        return False
    return True


class _Solvers(local):
    """One solver for each thread; to make one takes as long as a whole choice."""

    def __init__(self) -> None:
        self.solver = Highs()
        for name, value in OPTIONS:
            self.solver.setOptionValue(name, value)


_SOLVERS = _Solvers()
