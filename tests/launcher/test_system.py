"""Packages of the system: who may install them, and what is said when nobody may."""

import os
from pathlib import Path

import pytest

from tests.launcher.clone import Clone
from tests.launcher.test_pythons import program
from tooling import system
from tooling.problems import Exit, Problem

WRITES_DOWN = '#!/bin/sh\necho "${0##*/} $@" >> "$WRITTEN"\n'


@pytest.fixture
def written(programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user who is not root, on a machine with nothing but apt-get."""
    program(programs / "apt-get", WRITES_DOWN)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("WRITTEN", str(tmp_path / "written"))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return tmp_path / "written"


def test_without_root_and_sudo_the_line_to_run_is_printed(written: Path) -> None:
    with pytest.raises(Problem) as problem:
        system.install(["libvoikko1", "voikko-fi"])
    assert problem.value.code == Exit.NO_ROOT
    assert "apt-get update && apt-get install -y libvoikko1 voikko-fi" in str(problem.value)
    assert not written.exists()


def test_a_sudo_that_refuses_is_no_sudo(written: Path, programs: Path) -> None:
    program(programs / "sudo", "#!/bin/sh\nexit 1\n")
    with pytest.raises(Problem) as problem:
        system.install(["chromium"])
    assert problem.value.code == Exit.NO_ROOT
    assert not written.exists()


def test_sudo_installs_after_the_lists_were_read(written: Path, programs: Path) -> None:
    program(programs / "sudo", WRITES_DOWN)
    system.install(["chromium"])
    calls = written.read_text("utf-8").splitlines()
    assert calls[0] == "sudo -n true"
    assert calls[1].endswith("update")
    assert calls[2].endswith("install -y --no-install-recommends chromium")


def test_without_apt_the_packages_are_named(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(programs))
    with pytest.raises(Problem) as problem:
        system.install(["postgresql"])
    assert "postgresql" in str(problem.value)
    assert problem.value.code == Exit.NO_ROOT


def test_what_is_there_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "LOOKS", {"chromium": lambda: "/usr/bin/chromium"})
    monkeypatch.setenv("PATH", "")
    system.ensure(["chromium"])


def test_everything_that_is_missing_is_asked_for_at_once(clone: Clone, programs: Path) -> None:
    clone.environment["PATH"] = str(programs)
    done = clone.run("test")
    assert done.returncode == Exit.NO_ROOT
    assert "chromium" in done.stderr
    assert not clone.venv.exists()
