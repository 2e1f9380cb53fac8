"""Finding the two Pythons: the launcher's own and Rasa's."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.launcher.clone import NO_INDEX, ROOT, Clone
from tooling import pythons
from tooling.problems import Exit, Problem

PRETENDS = "#!/bin/sh\necho True\n"


def program(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, "utf-8")
    path.chmod(0o755)
    return path


def test_without_python310_it_says_how_to_get_it(clone: Clone, programs: Path) -> None:
    nowhere = dict.fromkeys(("PATH", "PYENV_ROOT", "XDG_DATA_HOME"), str(programs))
    clone.environment |= NO_INDEX | nowhere
    done = clone.run("train")
    assert done.returncode == Exit.PYTHON_310_MISSING, done.stderr
    assert "uv python install 3.10" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("place", ["pyenv/versions/3.10.13/bin", "uv/python/cpython-3.10.18-linux-x86_64-gnu/bin"])
def test_interpreters_of_pyenv_and_uv_are_found_behind_a_shim_that_fails(
    place: str, programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(programs / "python3.10", "#!/bin/sh\nexit 127\n")
    found = program(tmp_path / place / "python3.10", PRETENDS)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("PALVELUPOLKU_PYTHON310", raising=False)
    monkeypatch.delenv("UV_PYTHON_INSTALL_DIR", raising=False)
    assert pythons.python310() == found


@pytest.mark.parametrize("script", [None, "#!/bin/sh\necho False\n"])
def test_a_chosen_python310_that_is_none_is_refused_by_name(
    script: str | None, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = program(programs / "python", script) if script else programs / "nowhere"
    monkeypatch.setenv("PALVELUPOLKU_PYTHON310", str(chosen))
    with pytest.raises(Problem, match=str(chosen)) as problem:
        pythons.python310()
    assert problem.value.code == Exit.PYTHON_310_MISSING


@pytest.fixture
def old_python() -> str:
    return os.environ.get("PALVELUPOLKU_TEST_BOT_PYTHON") or str(ROOT / "bot" / ".venv" / "bin" / "python")


def started_by(python: str, programs: Path) -> subprocess.CompletedProcess[str]:
    command = [python, ROOT / "palvelupolku", "--help"]
    return subprocess.run(command, env={"PATH": str(programs)}, capture_output=True, text=True, check=False)


def test_an_old_python_is_told_what_is_missing(old_python: str, programs: Path) -> None:
    done = started_by(old_python, programs)
    assert done.returncode == Exit.PYTHON_TOO_OLD
    assert "3.11" in done.stderr


def test_an_old_python_hands_over_to_a_newer_one(old_python: str, programs: Path) -> None:
    program(programs / "python3.12", '#!/bin/sh\necho "newer: $2"\n')
    done = started_by(old_python, programs)
    assert (done.returncode, done.stdout) == (0, "newer: --help\n")
