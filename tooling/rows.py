"""Rows of suites side by side: two processors are there, and most journeys wait for a page."""

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen

from tooling import children
from tooling.messages import answer, text
from tooling.suites import REPORTS, Outcome, Suite, count

GLANCE = 0.1


@dataclass(frozen=True)
class _Running:
    suite: Suite
    child: Popen[bytes]
    started: float
    log: Path | None


def run(rows: Sequence[Sequence[Suite]], environment: Mapping[str, str]) -> list[Outcome]:
    """Run the rows side by side, the suites of each one after another, and count; in the order of the rows.

    What the first row prints is passed on as it comes, that of the others when the suite is over.
    """
    outcomes: list[list[Outcome]] = [[] for _ in rows]
    running: dict[int, _Running] = {}
    waiting = [iter(row) for row in rows]
    try:
        for number in range(len(rows)):
            _next(number, waiting[number], running, environment)
        while running:
            time.sleep(GLANCE)
            for number, current in list(running.items()):
                code = current.child.poll()
                if code is not None:
                    outcomes[number].append(_over(current, code))
                    _next(number, waiting[number], running, environment)
    finally:
        for current in running.values():
            children.stop(current.child)
    return [outcome for row in outcomes for outcome in row]


def _next(number: int, waiting: Iterator[Suite], running: dict[int, _Running], environment: Mapping[str, str]) -> None:
    suite = next(waiting, None)
    if suite is None:
        running.pop(number, None)
    else:
        running[number] = _start(suite, environment, aside=number > 0)


def _start(suite: Suite, environment: Mapping[str, str], *, aside: bool) -> _Running:
    REPORTS.mkdir(parents=True, exist_ok=True)
    if suite.report:
        suite.report.unlink(missing_ok=True)
    whole = {**environment, **suite.environment}
    if not aside:
        answer(_title(suite))
        return _Running(suite, children.start(suite.argv, output=None, environment=whole), time.monotonic(), None)
    log = REPORTS / f"{suite.key}.log"
    with log.open("wb") as output:
        return _Running(suite, children.start(suite.argv, output=output, environment=whole), time.monotonic(), log)


def _over(current: _Running, code: int) -> Outcome:
    if current.log:
        answer(_title(current.suite))
        sys.stdout.write(current.log.read_text("utf-8", errors="replace"))
        sys.stdout.flush()
    passed, failed, skipped = count(current.suite.report, code)
    return Outcome(current.suite.key, passed, failed, skipped, time.monotonic() - current.started)


def _title(suite: Suite) -> str:
    return text("suite_starts", suite=text(f"suite_{suite.key}"))
