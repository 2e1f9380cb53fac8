"""The command line before anything is set up."""

import json
from pathlib import Path

import pytest
import typer

from api.cli.table import COMMANDS, load
from tests.launcher.clone import Clone
from tooling.messages import text
from tooling.problems import Exit
from tooling.setup import NEEDS


def test_help_names_every_command_and_sets_nothing_up(clone: Clone) -> None:
    done = clone.run("--help")
    assert done.returncode == Exit.OK
    for name in ("run", "test", "train", *COMMANDS):
        assert f"  {name} " in done.stdout
    assert not clone.venv.exists()


@pytest.mark.parametrize("name", ["run", "test", "train"])
def test_own_commands_explain_themselves_without_set_up(clone: Clone, name: str) -> None:
    done = clone.run(name, "--help")
    assert (done.returncode, done.stdout.strip()) == (Exit.OK, text(f"usage_{name}"))
    assert not clone.venv.exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_can_be_loaded(name: str) -> None:
    assert isinstance(load(name), typer.core.TyperCommand | typer.core.TyperGroup)


@pytest.mark.parametrize(
    "words",
    [
        ["fly"],
        ["run", "--port"],
        ["run", "--port", "http"],
        ["run", "--port=70000"],
        ["run", "--faster"],
        ["train", "x"],
    ],
)
def test_a_wrong_word_is_named_and_nothing_is_done(clone: Clone, words: list[str]) -> None:
    done = clone.run(*words)
    assert done.returncode == Exit.USAGE
    assert words[-1].rpartition("=")[2] in done.stderr
    assert "Traceback" not in done.stderr
    assert not clone.venv.exists()


def test_an_unreadable_data_folder_is_a_sentence_and_not_a_trace(clone: Clone, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", "utf-8")
    done = clone.run("run", "--port", "0", "--data-dir", str(tmp_path / "file"))
    assert done.returncode == Exit.NOT_WRITABLE
    assert str(tmp_path / "file") in done.stderr
    assert "Traceback" not in done.stderr


def test_the_table_of_commands_asks_for_needs_that_exist() -> None:
    assert all(set(command["needs"]) <= NEEDS.keys() for command in COMMANDS.values()), json.dumps(COMMANDS)
