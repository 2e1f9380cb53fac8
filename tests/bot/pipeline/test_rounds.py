"""Messages written in rounds, each before the model had seen any like it: the share understood may not fall."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Read = Callable[..., dict[str, Any]]
ROUNDS = sorted((Path(__file__).parents[1] / "acts" / "tables" / "rounds").glob("*.csv"))
LEVEL = 0.95


@pytest.mark.parametrize("path", ROUNDS, ids=lambda path: path.stem)
def test_the_acts_of_a_round(read: Read, path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    wrong = [(row["text"], act) for row in rows if (act := _act(read, row)) not in _right(row)]
    assert len(wrong) <= (1 - LEVEL) * len(rows), wrong


def _act(read: Read, row: dict[str, str]) -> str:
    return str(read(row["text"], *filter(None, [row["asked"]]))["act"])


def _right(row: dict[str, str]) -> set[str]:
    return {row["act"], *filter(None, row["alt"].split(";"))}
