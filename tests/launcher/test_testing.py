"""How results are counted, and the tests' own PostgreSQL."""

import os
import sys
from pathlib import Path
from subprocess import Popen
from typing import Any

import psycopg
import pytest

from tooling import children, postgres, rows, stamps, suites

REPORT = """<testsuites><testsuite tests="5" failures="1" errors="1" skipped="1"/></testsuites>"""


def test_a_report_is_counted(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(REPORT, "utf-8")
    assert suites.count(report, 1) == (2, 2, 1)


@pytest.mark.parametrize(("code", "expected"), [(0, (1, 0, 0)), (1, (0, 1, 0))])
def test_a_checker_counts_as_one_test(code: int, expected: tuple[int, int, int]) -> None:
    assert suites.count(None, code) == expected


def test_a_runner_that_left_no_report_has_failed(tmp_path: Path) -> None:
    assert suites.count(tmp_path / "none.xml", 0) == (0, 1, 0)


def test_a_runner_that_fails_without_a_failed_test_counts_as_one_failure(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text('<testsuites><testsuite tests="3" failures="0" errors="0" skipped="0"/></testsuites>', "utf-8")
    assert suites.count(report, 3) == (3, 1, 0)


def test_the_database_of_the_tests_is_real_and_goes_away() -> None:
    with postgres.cluster() as url:
        address = url.replace("postgresql+psycopg", "postgresql")
        with psycopg.connect(address) as connection:
            (version,) = connection.execute("SHOW server_encoding").fetchone() or ("",)
            assert version == "UTF8"
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address)


def test_a_fingerprint_follows_content_and_names_and_not_caches(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    (folder / "__pycache__").mkdir(parents=True)
    (folder / "a.yml").write_text("a", "utf-8")
    before = stamps.fingerprint([folder])
    (folder / "__pycache__" / "a.pyc").write_text("x", "utf-8")
    assert stamps.fingerprint([folder]) == before
    (folder / "a.yml").rename(folder / "b.yml")
    renamed = stamps.fingerprint([folder])
    (folder / "b.yml").write_text("b", "utf-8")
    assert len({before, renamed, stamps.fingerprint([folder])}) == 3


def _says(key: str, code: str) -> suites.Suite:
    return suites.Suite(key, [sys.executable, "-c", code])


def test_rows_run_side_by_side_and_their_suites_one_after_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "REPORTS", tmp_path / "reports")
    meet, there = tmp_path / "meet", tmp_path / "there"
    wait = "import pathlib, time\nwhile not pathlib.Path(r'{}').exists(): time.sleep(0.01)\n"
    touch = "import pathlib; pathlib.Path(r'{}').touch()\n"
    outcomes = rows.run(
        [
            [_says("types", touch.format(meet) + wait.format(there))],
            [_says("web", wait.format(meet) + "print('sanottu')"), _says("bot", touch.format(there) + "exit(3)")],
        ],
        os.environ,
    )
    assert [(one.key, one.passed, one.failed) for one in outcomes] == [("types", 1, 0), ("web", 1, 0), ("bot", 0, 1)]
    assert "sanottu" in capsys.readouterr().out


def test_nothing_is_left_running_when_the_rows_cannot_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "REPORTS", tmp_path)
    started: list[Popen[bytes]] = []
    begin = children.start

    def remembered(*words: Any, **more: Any) -> Popen[bytes]:
        started.append(begin(*words, **more))
        return started[-1]

    monkeypatch.setattr(children, "start", remembered)
    missing = suites.Suite("bot", [tmp_path / "no-such-program"])
    with pytest.raises(FileNotFoundError):
        rows.run([[_says("web", "import time; time.sleep(600)")], [missing]], os.environ)
    assert [child.poll() is not None for child in started] == [True]
