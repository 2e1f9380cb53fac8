"""`test`: every check and test of both environments, the pages and the browser, and one summary at the end."""

import os
from collections.abc import Sequence

from tooling import model, postgres, rows, setup, suites, system
from tooling.messages import answer, text
from tooling.places import BOT_PYTHON, ROOT
from tooling.problems import Exit

NEEDS = ("dev", "browser", "postgres", "bot", "libraries", "pages", "model")
BOT_TESTS = "tests/bot"


def test(words: list[str]) -> int:
    """Set up what is missing and test; with words only pytest runs, with these words. Raises Problem."""
    setup.ensure(NEEDS)
    with postgres.cluster() as database:
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PALVELUPOLKU_TEST_PG": database,
            "PALVELUPOLKU_TEST_MODEL": str(model.path()),
            "PALVELUPOLKU_TEST_BROWSER": system.chromium() or "",
            "PALVELUPOLKU_TEST_BOT_PYTHON": str(BOT_PYTHON),
        }
        outcomes = rows.run([_chosen(words)] if words else suites.everything(), environment)
    return _summary(outcomes)


def _chosen(words: Sequence[str]) -> list[suites.Suite]:
    of_bot = any(word.startswith((BOT_TESTS, f"./{BOT_TESTS}")) for word in words)
    return [suites.bot(words) if of_bot else suites.product(words)]


def _summary(outcomes: Sequence[suites.Outcome]) -> int:
    answer(text("summary"))
    for outcome in outcomes:
        answer(_line(outcome))
    passed, failed, skipped = (
        sum(outcome.passed for outcome in outcomes),
        sum(outcome.failed for outcome in outcomes),
        sum(outcome.skipped for outcome in outcomes),
    )
    answer(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return Exit.FAILED if failed else Exit.OK


def _line(outcome: suites.Outcome) -> str:
    return text(
        "summary_line",
        mark="✗" if outcome.failed else "✓",
        suite=text(f"suite_{outcome.key}"),
        passed=outcome.passed,
        failed=outcome.failed,
        skipped=outcome.skipped,
        seconds=round(outcome.seconds),
    )
