"""Each test suite as a value: the program, where it is run, and how its result is counted."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tooling import pages
from tooling.places import BOT_PYTHON, PRODUCT_PYTHON, PRODUCT_VENV, ROOT, VAR, WEB

REPORTS = VAR / "test"
JOURNEYS = "tests/e2e"
PYTHON_CODE = ("domain", "actions", "api", "tooling", "bench", "tests")


@dataclass(frozen=True)
class Suite:
    """One program of the tests; a report in JUnit's form tells its counts, without one it counts as one test."""

    key: str
    argv: Sequence[str | Path]
    environment: Mapping[str, str] = field(default_factory=dict)
    report: Path | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of one suite."""

    key: str
    passed: int
    failed: int
    skipped: int
    seconds: float


def count(report: Path | None, code: int) -> tuple[int, int, int]:
    """Passed, failed and skipped tests; a suite that failed without saying where counts as one failure more."""
    if report is None or not report.exists():
        return (1, 0, 0) if code == 0 and report is None else (0, 1, 0)
    tests = failed = skipped = 0
    for suite in ET.parse(report).iter("testsuite"):
        tests += int(suite.get("tests", 0))
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    return tests - failed - skipped, failed or int(code != 0), skipped


def everything() -> list[list[Suite]]:
    """All suites in two rows of about the same length, which run side by side; the quick ones first."""
    npm: list[str | Path] = [*pages.find_npm(), "--prefix", WEB, "run"]
    vitest = REPORTS / "web.xml"
    return [
        [
            Suite("lint", [PRODUCT_PYTHON, "-m", "ruff", "check", *PYTHON_CODE]),
            Suite("types", [PRODUCT_PYTHON, "-m", "mypy"]),
            Suite("imports", [PRODUCT_VENV / "bin" / "lint-imports"]),
            product([f"--ignore={JOURNEYS}"]),
        ],
        [
            Suite("web_lint", [*npm, "lint"], pages.environment()),
            Suite("web_types", [*npm, "typecheck"], pages.environment()),
            Suite(
                "web",
                [*npm, "test", "--", "--reporter=default", "--reporter=junit", f"--outputFile.junit={vitest}"],
                pages.environment(),
                vitest,
            ),
            bot([]),
            product([JOURNEYS], "journeys"),
        ],
    ]


def product(words: Sequence[str], key: str = "product") -> Suite:
    """The product's pytest, the browser journeys included."""
    report = REPORTS / f"{key}.xml"
    return Suite(key, [PRODUCT_PYTHON, "-m", "pytest", f"--junitxml={report}", *words], {}, report)


def bot(words: Sequence[str]) -> Suite:
    """The pytest of Rasa's environment, which has a configuration of its own."""
    report = REPORTS / "bot.xml"
    own: list[str | Path] = [
        "-c",
        ROOT / "bot" / "pyproject.toml",
        "--rootdir",
        ROOT,
        "--confcutdir",
        ROOT / "tests" / "bot",
    ]
    chosen: Sequence[str | Path] = words or [ROOT / "tests" / "bot"]
    argv = [BOT_PYTHON, "-m", "pytest", *own, f"--junitxml={report}", *chosen]
    return Suite("bot", argv, {"PYTHONPATH": str(ROOT), "TF_CPP_MIN_LOG_LEVEL": "2"}, report)
