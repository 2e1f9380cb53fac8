"""The training file of what editors teach, and two models side by side."""

from pathlib import Path

import pytest

from domain.learning import ACTS, Form, Mark, Said, training_text
from domain.learning_scores import TOTAL, compare

ROOT = Path(__file__).parents[2]
ROWS = {"acts": {"inform": [8, 1, 1], "deny": [5, 0, 0]}, "facts": {"ika": [4, 0, 1]}}


def test_the_acts_that_can_be_taught_are_those_that_are_trained() -> None:
    assert sorted(path.stem for path in (ROOT / "nlu_data" / "acts").glob("*.yml")) == list(ACTS)


def test_the_training_file_has_every_kind_once_and_no_marks_of_rasa() -> None:
    examples = [
        Form(spoken="Vouvossa", written="ulosotossa"),
        Form(spoken="voudissa", written="ulosotossa"),
        Said(text="anna [ihminen](x)\nheti", act="ask_human"),
        Said(text="rahat syö mörkö", act="inform", marks=(Mark(fact="velkaongelma", value=True, words="syö Mörkö"),)),
    ]
    assert training_text(examples).splitlines() == [
        'version: "3.1"',
        "nlu:",
        '- intent: "ask_human"',
        "  examples: |",
        "    - anna ihminen x heti",
        '- intent: "inform"',
        "  examples: |",
        "    - rahat syö mörkö",
        '- synonym: "ulosotossa"',
        "  examples: |",
        "    - vouvossa",
        "    - voudissa",
        '- lookup: "[\\"velkaongelma\\", true]"',
        "  examples: |",
        "    - syö mörkö",
    ]


def test_nothing_taught_is_a_file_all_the_same() -> None:
    assert training_text([]) == 'version: "3.1"\n'


def test_the_same_counts_are_not_lower() -> None:
    same = compare(ROWS, ROWS)
    assert not same.lower
    assert [(row.id, row.occurs) for row in same.acts] == [(TOTAL, 14), ("deny", 5), ("inform", 9)]
    assert all(row.before == row.after for row in (*same.acts, *same.facts))


@pytest.mark.parametrize(
    ("part", "name", "counts", "lower"),
    [
        ("acts", "inform", [7, 1, 2], True),
        ("acts", "inform", [9, 0, 0], False),
        ("facts", "ika", [4, 1, 1], True),
        ("facts", "ika", [5, 0, 0], False),
    ],
)
def test_a_lower_total_of_either_part_counts(part: str, name: str, counts: list[int], lower: bool) -> None:
    after = {**ROWS, part: {**ROWS[part], name: counts}}
    assert compare(ROWS, after).lower is lower


def test_what_only_one_model_has_read_is_shown_beside_nothing() -> None:
    after = {**ROWS, "facts": {**ROWS["facts"], "lapsia": [0, 2, 0]}}
    row = next(row for row in compare(ROWS, after).facts if row.id == "lapsia")
    assert (row.occurs, row.before, row.after) == (0, None, 0.0)
