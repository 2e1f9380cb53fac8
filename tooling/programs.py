"""Runs the programs of a set-up step: output to a log, a failure as a Problem that names its cause."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tooling import children
from tooling.messages import say, text
from tooling.places import GIGABYTES, ROOT, SETUP_LOGS
from tooling.problems import Exit, Problem

SIGN_OF_LIFE = 20.0
TAIL = 12
GIGABYTE = 10**9
NO_NETWORK = (
    "Temporary failure in name resolution",
    "Name or service not known",
    "Network is unreachable",
    "NewConnectionError",
    "ConnectTimeoutError",
    "ProxyError",
    "Could not resolve",
    "Could not connect",
    "dns error",
    "tcp connect error",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ETIMEDOUT",
    "ENETUNREACH",
    # What is locked exists, so an index that has no version of it was not reached.
    "(from versions: none)",
)
DISK_FULL = ("No space left on device", "ENOSPC", "Disk quota exceeded", "EDQUOT", "File too large", "EFBIG")


@contextmanager
def step(name: str) -> Iterator[None]:
    """Say that a step starts and, unless it fails, how long it took."""
    started = time.monotonic()
    say("step_starts", step=name)
    yield
    say("step_done", step=name, seconds=round(time.monotonic() - started))


def run(name: str, argv: Sequence[str | Path], *, log: str, environment: Mapping[str, str] | None = None) -> None:
    """Run a program of the step `name`; raises Problem, with the cause where the log shows it."""
    SETUP_LOGS.mkdir(parents=True, exist_ok=True)
    path = SETUP_LOGS / f"{log}.log"
    with path.open("wb") as output:
        child = children.start(argv, output=output, environment={**os.environ, **(environment or {})})
        try:
            _wait(child)
        except BaseException:
            children.stop(child)
            raise
    if child.returncode:
        raise cause(name, path)


def _wait(child: subprocess.Popen[bytes]) -> None:
    started = time.monotonic()
    while True:
        try:
            child.wait(SIGN_OF_LIFE)
        except subprocess.TimeoutExpired:
            say("step_goes_on", seconds=round(time.monotonic() - started))
        else:
            return


def cause(name: str, log: Path) -> Problem:
    """The Problem that a failed program's log tells of."""
    said = log.read_text("utf-8", errors="replace")
    if any(sign in said for sign in DISK_FULL):
        return disk_full(name)
    if any(sign in said for sign in NO_NETWORK):
        return Problem(Exit.NO_NETWORK, "no_network", step=name, log=log)
    return Problem(Exit.STEP_FAILED, "step_failed", step=name, log=log, tail=tail(log))


def tail(log: Path) -> str:
    """The last lines of a log."""
    return "\n".join(log.read_text("utf-8", errors="replace").splitlines()[-TAIL:])


def need_space(name: str, gigabytes: float) -> None:
    """Raise Problem before a step begins that cannot fit on the disk."""
    if shutil.disk_usage(ROOT).free < gigabytes * GIGABYTE:
        raise disk_full(name)


def disk_full(name: str) -> Problem:
    """The Problem of a full disk or quota in a step."""
    return Problem(Exit.DISK_FULL, "disk_full", step=name, folder=ROOT, needed=GIGABYTES)


def named(key: str, **facts: object) -> str:
    """A step's name as it is shown."""
    return text(f"step_{key}", **facts)
