"""Keeps two processes running: starts them, starts them again with growing pauses, ends them together."""

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tooling import children
from tooling.messages import say, text
from tooling.problems import Exit, Problem
from tooling.programs import tail

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0
GROWN_UP = 60.0
HOPELESS = 3
LOG_SIZE = 10_000_000


@dataclass
class Child:
    """One process: how it is started, and how it has fared."""

    name: str
    argv: Sequence[str | Path]
    environment: Mapping[str, str]
    data_dir: Path
    process: subprocess.Popen[bytes] | None = None
    born: float = 0.0
    due: float = 0.0
    deaths: int = 0
    log: Path = field(init=False)
    pid_file: Path = field(init=False)

    def __post_init__(self) -> None:
        self.log = self.data_dir / "log" / f"{self.name}.log"
        self.pid_file = self.data_dir / "run" / f"{self.name}.pid"

    def start(self, now: float) -> None:
        """Start the process, its output at the end of its log and its number in its pid file."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self.pid_file.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > LOG_SIZE:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as output:
            self.process = children.start(self.argv, output=output, environment=self.environment)
        self.born = now
        self.pid_file.write_text(f"{self.process.pid}\n", "ascii")

    def look(self, now: float) -> None:
        """Start the process when it is due; when it has died, say so and set when it is due again."""
        if self.process is None:
            if now >= self.due:
                self.start(now)
            return
        code = self.process.poll()
        if code is None:
            return
        self.process = None
        self.deaths = 1 if now - self.born > GROWN_UP else self.deaths + 1
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (self.deaths - 1))
        self.due = now + pause
        key, number = children.ended_how(code)
        say("child_died", name=self.name, how=text(key, number=number), seconds=round(pause), log=self.log)

    def despair(self) -> None:
        """Raise Problem when the process has died again and again."""
        if self.deaths >= HOPELESS:
            raise Problem(Exit.CHILD_FAILED, "child_hopeless", name=self.name, log=self.log, tail=tail(self.log))

    def stop(self) -> None:
        """End the process and forget its number."""
        if self.process is not None:
            children.stop(self.process)
            self.process = None
        self.pid_file.unlink(missing_ok=True)


def look_after(both: Sequence[Child], *, was_ready: bool) -> None:
    """One look at every child; before the first readiness a child that keeps dying is a Problem."""
    now = time.monotonic()
    for child in both:
        child.look(now)
        if not was_ready:
            child.despair()
