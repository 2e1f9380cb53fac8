"""Child processes that never outlive the launcher, even when it is killed outright."""

import ctypes
import os
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from tooling.places import ROOT

PR_SET_PDEATHSIG = 1


def start(
    argv: Sequence[str | Path],
    *,
    output: IO[bytes] | None,
    environment: Mapping[str, str],
    user: str | None = None,
    last_signal: signal.Signals = signal.SIGKILL,
) -> subprocess.Popen[bytes]:
    """Start a program in a process group of its own; the kernel sends it `last_signal` when the launcher is gone."""
    return subprocess.Popen(
        argv,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=None if output is None else subprocess.STDOUT,
        cwd=ROOT if user is None else "/",
        env=environment,
        user=user,
        group=user,
        extra_groups=None if user is None else [],
        start_new_session=True,
        preexec_fn=_tie_to(os.getpid(), last_signal),
    )


def _tie_to(launcher: int, last_signal: signal.Signals) -> Callable[[], None]:
    libc = ctypes.CDLL(None)

    def tie() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(last_signal))
        if os.getppid() != launcher:  # it died between fork and prctl
            os._exit(1)

    return tie


def stop(child: subprocess.Popen[bytes], *, patience: float = 10.0) -> None:
    """Ask the child's whole group to end, and end it after `patience` seconds."""
    for last_word in (signal.SIGTERM, signal.SIGKILL):
        _signal_group(child.pid, last_word)
        try:
            child.wait(patience)
        except subprocess.TimeoutExpired:
            continue
        _signal_group(child.pid, signal.SIGKILL)
        return


def _signal_group(pid: int, what: signal.Signals) -> None:
    try:
        os.killpg(pid, what)
    except ProcessLookupError:
        return


def ended_how(code: int) -> tuple[str, int]:
    """The key of the sentence and the number that say how a child ended."""
    return ("killed_by", -code) if code < 0 else ("exited_with", code)
