"""`understand` and `evaluate` with the trained model: the contract's lines, and the level that has been reached."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FLOORS: dict[str, dict[str, float]] = json.loads((ROOT / "evaluation" / "floors.json").read_text("utf-8"))
# Where less is better the committed level is a ceiling.
CEILINGS = {"false_alarm_rate", "must_not_include", "place_false_rate"}
SHARED = ROOT.parent / "shared" / "eval"
MEASURED = [name for name in FLOORS if SHARED.is_dir() or not name.startswith("shared/")]
REACHABLE = [(name, figure) for name in MEASURED for figure in FLOORS[name]]


def command(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    model = os.environ.get("PALVELUPOLKU_TEST_MODEL")
    if not model:
        pytest.skip("PALVELUPOLKU_TEST_MODEL is not set: run the tests with ./palvelupolku test")
    argv = [sys.executable, "-m", "api.cli", *map(str, words)]
    environment = {**os.environ, "PALVELUPOLKU_MODEL": model}
    return subprocess.run(argv, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def reached(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    figures = tmp_path_factory.mktemp("evaluation") / "figures.json"
    done = command("evaluate", "--to", figures)
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, float]] = json.loads(figures.read_text("utf-8"))
    return found


@pytest.mark.slow
@pytest.mark.parametrize(("name", "figure"), REACHABLE)
def test_no_figure_falls_below_the_committed_level(
    reached: dict[str, dict[str, float]], name: str, figure: str
) -> None:
    level, floor = reached[name][figure], FLOORS[name][figure]
    assert level <= floor if figure in CEILINGS else level >= floor


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared sets are not beside this checkout")
@pytest.mark.parametrize("kind", ["messages", "crisis", "places"])
def test_our_figures_are_those_of_the_scorer_of_the_set(
    reached: dict[str, dict[str, float]], kind: str, tmp_path: Path
) -> None:
    gold, predicted = SHARED / f"{kind}.jsonl", tmp_path / "predicted.jsonl"
    home = {"asked": "kotikunta"} if kind == "places" else {}
    lines = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    source = tmp_path / "source.jsonl"
    source.write_text("\n".join(json.dumps(line | home) for line in lines), "utf-8")
    predicted.write_text(command("understand", source, "--today", "2026-11-21").stdout, "utf-8")
    score = [sys.executable, SHARED / "score.py", "--kind", kind, gold, predicted]
    said = subprocess.run(score, capture_output=True, text=True, check=True).stdout
    theirs = dict(line.split() for line in said.splitlines())
    ours = reached[f"shared/{kind}"]
    assert {name: round(value, 4) for name, value in ours.items()} == {name: float(theirs[name]) for name in ours}


@pytest.mark.slow
def test_every_line_is_answered_and_a_broken_one_gives_its_problem(tmp_path: Path) -> None:
    lines = [
        {"id": "a", "text": "mulla on velkoja ja asun Turussa", "asked": None},
        {"id": "b", "text": "en halua kertoa", "asked": "ika"},
        {"id": "c", "asked": "ika"},
        {"id": "d", "text": "joo", "asked": "olematon"},
        {"id": "e", "text": "en näe enää syytä elää"},
        {"id": "f", "text": "hetuni on 131052-308T"},
        {"id": "g", "text": ""},
    ]
    source = tmp_path / "messages.jsonl"
    source.write_text("\n".join(map(json.dumps, lines)) + "\n{\n\n[]\n", "utf-8")
    done = command("understand", source, "--today", "2026-11-21")
    answers: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    by_id = {answer["id"]: answer for answer in answers}
    assert done.returncode == 2
    assert [answer["id"] for answer in answers] == ["a", "b", "c", "d", "e", "f", "g", None, None]
    assert by_id["a"]["facts"] == {"velkaongelma": True, "kotikunta": "Turku"}
    assert (by_id["b"]["intent"], by_id["b"]["refused"]) == ("refuse", ["ika"])
    assert by_id["c"]["problems"][0] | {"detail": ""} == {"place": "line 3.text", "code": "missing", "detail": ""}
    assert by_id["d"]["problems"][0]["code"] == "unknown_fact"
    assert by_id["e"]["urgent"] == "itsetuhoisuus"
    assert by_id["f"]["facts"] == {}
    assert [answer["problems"][0]["code"] for answer in answers[-2:]] == ["broken_json", "not_an_object"]


@pytest.mark.parametrize(
    ("words", "place"),
    [(["understand", "olematon.jsonl"], "olematon.jsonl"), (["understand", "-", "--today", "eilen"], "eilen")],
)
def test_a_wrong_word_is_told_and_nothing_is_read(words: list[str], place: str) -> None:
    done = command(*words)
    assert done.returncode == 2
    assert place in done.stderr
    assert "Traceback" not in done.stderr
