"""Hidden counts: small ones are never shown, and no sum gives one away."""

from fractions import Fraction
from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from domain.statistics_hiding import FEWEST, Shown, shown

COUNTS = st.one_of(st.just(0), st.integers(1, 6), st.integers(0, 90))
TABLES = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda size: st.lists(st.lists(COUNTS, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0])
)


def whole(table: Shown) -> list[list[int | None]]:
    """The table with its sums around it, as a reader has it."""
    return [*([*row, total] for row, total in zip(table.cells, table.sums, strict=True)), [*table.totals, table.total]]


def told(table: list[list[int | None]]) -> list[tuple[int, int]]:
    """The hidden cells that follow from the shown ones by adding and subtracting."""
    hidden = [(i, j) for i, row in enumerate(table) for j, value in enumerate(row) if value is None]
    height, width = len(table), len(table[0])
    lines = [[(i, j) for j in range(width)] for i in range(height)]
    lines += [[(i, j) for i in range(height)] for j in range(width)]
    rows = []
    for line in lines:
        signs = {cell: Fraction(-1 if cell == line[-1] else 1) for cell in line}
        rows.append([signs.get(cell, Fraction(0)) for cell in hidden])
    return [hidden[k] for k in range(len(hidden)) if alone(reduced(rows), k)]


def reduced(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    rows, done = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((i for i in range(done, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        rows[done] = [value / rows[done][column] for value in rows[done]]
        for i, row in enumerate(rows):
            if i != done and row[column]:
                rows[i] = [a - row[column] * b for a, b in zip(row, rows[done], strict=True)]
        done += 1
    return rows[:done]


def alone(rows: list[list[Fraction]], column: int) -> bool:
    return any(row[column] and not any(value for k, value in enumerate(row) if k != column) for row in rows)


@given(TABLES)
def test_no_small_count_is_shown_and_what_is_shown_is_true(counts: list[list[int]]) -> None:
    found = shown(counts)
    real = [[*row, sum(row)] for row in counts]
    real.append([sum(column) for column in zip(*real, strict=True)])
    for (i, row), j in product(enumerate(whole(found)), range(len(real[0]))):
        assert row[j] is None or (row[j] == real[i][j] and not 0 < real[i][j] < FEWEST)


@given(TABLES.filter(lambda counts: len(counts) > 1 and len(counts[0]) > 1))
def test_a_hidden_count_of_a_table_with_enough_in_it_cannot_be_computed(counts: list[list[int]]) -> None:
    found = shown(counts)
    if found.total is not None:
        small = {(i, j) for i, row in enumerate(counts) for j, value in enumerate(row) if 0 < value < FEWEST}
        assert small.isdisjoint(told(whole(found)))


@example([[0, 0], [0, 5], [5, 1]])
@given(TABLES)
def test_a_line_never_gives_away_that_few_are_hidden_in_it(counts: list[list[int]]) -> None:
    found = shown(counts)
    for cells, total, row in zip(found.cells, found.sums, counts, strict=True):
        hidden = [value for cell, value in zip(cells, row, strict=True) if cell is None]
        if hidden and total is not None and len(cells) > 1:
            assert sum(hidden) >= FEWEST
            assert len(hidden) > 1


def test_sums_are_hidden_alike_in_every_table_that_shares_them() -> None:
    by_age = shown([[50, 2], [3, 60]])
    by_area = shown([[20, 20, 12], [21, 21, 21]])
    assert (by_age.sums, by_age.total) == (by_area.sums, by_area.total)


def test_a_small_part_takes_its_neighbour_with_it() -> None:
    assert shown([[98], [2]]).sums == [None, None]
    assert shown([[98], [2]]).total == 100
    assert shown([[40], [30], [30]]).sums == [40, 30, 30]
    assert shown([[1], [1]]) == Shown([[None], [None]], [None, None], [None], None)
