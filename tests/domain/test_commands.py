"""The commands `match` and `interview` as scripts outside use them."""

import json
import subprocess
import sys

import pytest

from domain.commands import interview_lines, match_lines
from tests.domain.books import TODAY

COMMAND = [sys.executable, "-m", "api.cli"]
GOOD = {"id": "a", "facts": {"ika": 52, "tyollisyystilanne": "tyoton", "etuus": ["yleistuki"]}}


def run(command, text):
    done = subprocess.run([*COMMAND, command, "-"], input=text.encode(), capture_output=True, check=False)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode()


def test_a_line_in_gives_a_line_out_in_the_shape_of_the_contract(rulebook):
    (answer,) = match_lines([json.dumps(GOOD).encode()], rulebook, on=TODAY)
    keys = ["id", "needs", "suggested", "undecided", "not_suggested", "next_question", "escalate", "rulebook"]
    assert [key for key in keys if key in answer] == keys
    assert answer["id"] == "a"
    assert answer["suggested"][0].keys() == {"service", "phase", "needs", "reasons", "first_step"}
    assert {reason["verdict"] for one in answer["suggested"] for reason in one["reasons"]} <= {"yes", "unknown", "no"}
    assert all(one.keys() == {"service", "missing"} for one in answer["undecided"])
    assert all(one.keys() == {"service", "reasons"} for one in answer["not_suggested"])
    assert answer["rulebook"] == 1


def test_the_interview_gives_turns_and_services(rulebook):
    (answer,) = interview_lines([json.dumps(GOOD).encode()], rulebook, on=TODAY)
    assert answer.keys() == {"id", "asked", "suggested"}
    assert answer["asked"][0] == ["tyollisyystilanne"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{", ("line 1", "broken_json")),
        (b"[" * 100_000, ("line 1", "broken_json")),
        (b"\xff\xfe", ("line 1", "not_utf8")),
        (b"[1]", ("line 1", "not_an_object")),
        (b'{"facts": {}}', ("id", "missing")),
        (b'{"id": 1}', ("facts", "missing")),
        (b'{"id": 1, "facts": []}', ("facts", "wrong_type")),
        (b'{"id": 1, "facts": {"ei_ole": 1}}', ("facts.ei_ole", "unknown_fact")),
        (b'{"id": 1, "facts": {"ika": "52"}}', ("facts.ika", "wrong_type")),
        (b'{"id": 1, "facts": {"ika": true}}', ("facts.ika", "wrong_type")),
        (b'{"id": 1, "facts": {"ika": null}}', ("facts.ika", "wrong_type")),
        (b'{"id": 1, "facts": {"ika": 1e400}}', ("facts.ika", "wrong_type")),
        (b'{"id": 1, "facts": {"ika": 999}}', ("facts.ika", "out_of_range")),
        (b'{"id": 1, "facts": {"etuus": "yleistuki"}}', ("facts.etuus", "wrong_type")),
        (b'{"id": 1, "facts": {"etuus": ["ei_ole"]}}', ("facts.etuus", "unknown_value")),
        (b'{"id": 1, "facts": {"etuus": [{}]}}', ("facts.etuus", "wrong_type")),
        (b'{"id": 1, "facts": {"kotikunta": ""}}', ("facts.kotikunta", "out_of_range")),
        (b'{"id": 1, "facts": {}, "declined": "ika"}', ("declined", "wrong_type")),
        (b'{"id": 1, "facts": {}, "declined": ["ei_ole"]}', ("declined.ei_ole", "unknown_fact")),
        (b'{"id": 1, "facts": {"ika": 30}, "declined": ["ika"]}', ("declined.ika", "answered_twice")),
    ],
)
def test_a_wrong_line_gives_its_problem_and_place(rulebook, line, problem):
    for work in (match_lines, interview_lines):
        (answer,) = work([line], rulebook, on=TODAY)
        assert problem in [(one["place"], one["code"]) for one in answer["problems"]]


def test_a_wrong_line_does_not_stop_the_others_and_shows_in_the_exit_code():
    code, answers, errors = run("match", f"{json.dumps(GOOD)}\n{{broken\n\n{json.dumps(GOOD)}\n")
    assert code == 2
    assert ["problems" in answer for answer in answers] == [False, True, False]
    assert not errors


def test_a_missing_file_is_told_as_data_without_a_stack_trace():
    done = subprocess.run([*COMMAND, "match", "/ei/ole"], capture_output=True, check=False)
    assert done.returncode == 2
    assert json.loads(done.stderr)["problems"][0]["code"] == "unreadable"


def test_the_commands_give_the_same_bytes_on_every_run():
    first, second = (run("match", json.dumps(GOOD)), run("match", json.dumps(GOOD)))
    assert first == second
    assert first[0] == 0
