"""Rasa's many packages are installed by uv, and by pip where uv does not get through."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tooling import installing
from tooling.problems import Exit, Problem

PYTHON, LOCK = Path("bot/.venv/bin/python"), Path("bot/requirements.txt")


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What was run, by the first word of each program; nothing is really installed."""
    programs: list[str] = []

    def run(name: str, argv: Sequence[str | Path], **more: object) -> None:
        programs.append(Path(argv[0]).name)

    monkeypatch.setattr(installing, "run", run)
    monkeypatch.setattr(installing, "uv", lambda: Path("uv"))
    monkeypatch.setattr(installing.places, "SCRATCH", tmp_path / "scratch")
    return programs


def _fails(monkeypatch: pytest.MonkeyPatch, code: Exit) -> None:
    def none() -> Path:
        raise Problem(code, "no_network", step="uv", log="uv.log")

    monkeypatch.setattr(installing, "uv", none)


def test_uv_installs_alone(ran: list[str]) -> None:
    installing.install_quickly("Rasa", PYTHON, LOCK, log="bot")
    assert ran == ["uv"]


@pytest.mark.parametrize("code", [Exit.NO_NETWORK, Exit.STEP_FAILED])
def test_pip_goes_on_where_uv_does_not_get_through(ran: list[str], monkeypatch: pytest.MonkeyPatch, code: Exit) -> None:
    _fails(monkeypatch, code)
    installing.install_quickly("Rasa", PYTHON, LOCK, log="bot")
    assert ran == ["python"]


def test_a_full_disk_is_not_tried_twice(ran: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _fails(monkeypatch, Exit.DISK_FULL)
    with pytest.raises(Problem):
        installing.install_quickly("Rasa", PYTHON, LOCK, log="bot")
    assert ran == []
