"""No message of an evaluation set stands in the training text, reworded or not."""

import csv
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TRAINING = sorted((ROOT / "nlu_data" / "acts").glob("*.yml"))
ROUNDS = sorted((Path(__file__).parent / "tables" / "rounds").glob("*.csv"))
HELD_OUT = [*(ROOT / "evaluation").glob("*.jsonl"), *(ROOT.parent / "shared" / "eval").glob("*.jsonl"), *ROUNDS]
TOO_LIKE = 0.8


def plain(text: str) -> str:
    words = re.findall(r"\w+", text.lower().replace("ä", "a").replace("ö", "o"))
    return " ".join(words)


def grams(text: str) -> set[str]:
    return {text[i : i + 4] for i in range(len(text) - 3)}


def training_texts() -> list[str]:
    lines = (line for path in TRAINING for line in path.read_text("utf-8").splitlines())
    return [plain(line[6:]) for line in lines if line.startswith("    - ")]


def held_out_texts(path: Path) -> list[str]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as table:
            return [plain(row["text"]) for row in csv.DictReader(table)]
    return [plain(json.loads(line)["text"]) for line in path.read_text("utf-8").splitlines() if line.strip()]


def likeness(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


@pytest.mark.parametrize("path", HELD_OUT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_held_out_message_is_in_the_training_text(path: Path) -> None:
    known = set(training_texts())
    assert [text for text in held_out_texts(path) if text in known and text] == []


@pytest.mark.parametrize("path", HELD_OUT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_held_out_message_is_a_reworded_training_text(path: Path) -> None:
    known = [(text, grams(text)) for text in training_texts() if len(text) > 12]
    found = [
        (held_out, text)
        for held_out in held_out_texts(path)
        for text, theirs in known
        if len(held_out) > 12 and likeness(grams(held_out), theirs) >= TOO_LIKE
    ]
    assert found == []
