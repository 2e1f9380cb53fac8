"""One at a time: a file that the kernel unlocks by itself when its holder dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tooling import places
from tooling.messages import say
from tooling.problems import Exit, Problem


@contextmanager
def setting_up() -> Iterator[None]:
    """Hold the set-up lock of this checkout; waits while another launcher holds it."""
    with _opened(places.VAR / "run" / "setup.lock") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting_for_other")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def running(data_dir: Path) -> Iterator[None]:
    """Hold the lock of a data folder; raises Problem when a running product holds it."""
    with _opened(data_dir / "run" / "launcher.pid") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pid = os.pread(lock, 20, 0).decode("ascii").strip()
            raise Problem(Exit.ALREADY_RUNNING, "already_running", folder=data_dir, pid=pid) from None
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"{os.getpid()}\n".encode("ascii"), 0)
        try:
            yield
        finally:
            os.ftruncate(lock, 0)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        yield lock
    finally:
        os.close(lock)
