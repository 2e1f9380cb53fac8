"""Which counts of a table may be shown: small ones are hidden, and so many more that no hidden one can be computed."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

FEWEST = 5
Cell = tuple[int, int]


class Shown(NamedTuple):
    """A table with its sums as it may be shown; None is hidden. `sums` are those of the rows, `totals` of the columns.

    The sums are hidden by themselves alone, so a sum that several tables share is hidden in all of them or in none.
    """

    cells: list[list[int | None]]
    sums: list[int | None]
    totals: list[int | None]
    total: int | None


class _Line(NamedTuple):
    """Cells of one row or column, and where their sum stands."""

    cells: tuple[Cell, ...]
    total: Cell


def shown(counts: Sequence[Sequence[int]]) -> Shown:
    """Return what may be shown of a table of counts, rows by columns; both are parts that make up a whole."""
    height, width = len(counts), len(counts[0])
    values = _with_sums(counts)
    hidden = {cell for cell, value in values.items() if 0 < value < FEWEST}
    _secure(values, hidden, [_Line(tuple((row, width) for row in range(height)), (height, width))])
    _secure(values, hidden, [_Line(tuple((height, column) for column in range(width)), (height, width))])
    rows = [_Line(tuple((row, column) for column in range(width)), (row, width)) for row in range(height)]
    columns = [_Line(tuple((row, column) for row in range(height)), (height, column)) for column in range(width)]
    if width > 1:
        _secure(values, hidden, rows + columns)
        while told := _told(values, hidden, rows + columns):
            hidden.add(told)
            _secure(values, hidden, rows + columns)
    else:
        hidden |= {(row, 0) for row in range(height) if (row, 1) in hidden}
    seen = {cell: None if cell in hidden else value for cell, value in values.items()}
    return Shown(
        cells=[[seen[row, column] for column in range(width)] for row in range(height)],
        sums=[seen[row, width] for row in range(height)],
        totals=[seen[height, column] for column in range(width)],
        total=seen[height, width],
    )


def _with_sums(counts: Sequence[Sequence[int]]) -> dict[Cell, int]:
    table = [[*row, sum(row)] for row in counts]
    table.append([sum(column) for column in zip(*table, strict=True)])
    return {(i, j): value for i, row in enumerate(table) for j, value in enumerate(row)}


def _secure(values: dict[Cell, int], hidden: set[Cell], lines: Sequence[_Line]) -> None:
    """Hide the smallest counts of each line until what is hidden of it cannot be told from its sum."""
    changed = True
    while changed:
        changed = False
        for line in lines:
            open_cells = [cell for cell in line.cells if cell not in hidden]
            if open_cells and _tells(values, hidden, line):
                hidden.add(_smallest(values, open_cells))
                changed = True


def _tells(values: dict[Cell, int], hidden: Collection[Cell], line: _Line) -> bool:
    """Tell whether a line gives away its hidden cells: one alone, or several that are few together."""
    covered = [values[cell] for cell in line.cells if cell in hidden]
    if line.total in hidden:
        return not covered
    return bool(covered) and (len(covered) == 1 or sum(covered) < max(FEWEST, len(covered) + 1))


def _smallest(values: dict[Cell, int], cells: Iterable[Cell]) -> Cell:
    """Return the smallest count, a zero last, and last of all one whose row or column adds up to zero and tells it."""
    height, width = max(values)

    def told(row: int, column: int) -> bool:
        return not values[row, width] or not values[height, column]

    return min(cells, key=lambda cell: (told(*cell), values[cell] == 0, values[cell], cell))


def _told(values: dict[Cell, int], hidden: set[Cell], lines: Sequence[_Line]) -> Cell | None:
    """Return a cell to hide beside one that rows and columns together give away, or None when they give none away."""
    for row, column in sorted(bridges(hidden)):
        crossing = [line for line in lines if not {(row, column)}.isdisjoint((*line.cells, line.total))]
        open_cells = [cell for line in crossing for cell in line.cells if cell not in hidden]
        if open_cells:
            return _smallest(values, open_cells)
    return None


def bridges(cells: Iterable[Cell]) -> set[Cell]:
    """Return the cells that follow from the others when every row and every column adds up.

    Each cell joins its row to its column; what lies on no circle of such joints can be computed.
    """
    joined: dict[tuple[str, int], list[Cell]] = {}
    for row, column in cells:
        for end in (("row", row), ("column", column)):
            joined.setdefault(end, []).append((row, column))
    order: dict[tuple[str, int], int] = {}
    found: set[Cell] = set()
    for end in joined:
        if end not in order:
            found.update(_bridges_from(end, None, joined, order, {}))
    return found


def _bridges_from(
    end: tuple[str, int],
    by: Cell | None,
    joined: dict[tuple[str, int], list[Cell]],
    order: dict[tuple[str, int], int],
    low: dict[tuple[str, int], int],
) -> Iterator[Cell]:
    """Walk on from one end; `low` is how far back a way leads that does not use `by`."""
    order[end] = low[end] = len(order)
    for cell in joined[end]:
        if cell == by:
            continue
        other = ("column", cell[1]) if end[0] == "row" else ("row", cell[0])
        if other not in order:
            yield from _bridges_from(other, cell, joined, order, low)
            if low[other] > order[end]:
                yield cell
        low[end] = min(low[end], low[other])
