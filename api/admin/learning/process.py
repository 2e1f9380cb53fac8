"""The training program as a process of its own: started, fed, listened to, ended."""

import asyncio
import json
import os
import shlex
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from api.cli.reading import LIGHT, ROOT
from api.settings import PREFIX

# A whole training is new: nothing is taken from, or left in, Rasa's cache.
WITHOUT_CACHE = {"RASA_MAX_CACHE_SIZE": "0", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}


@dataclass(frozen=True, slots=True)
class Order:
    """What to train with, where the model goes, which other models to read with, and what all of them read."""

    taught: str
    model: Path
    others: Sequence[Path]
    lines: Sequence[str]


class Run:
    """One run of the program."""

    def __init__(self, process: Process) -> None:
        self._process = process

    def kill(self) -> None:
        """End it at once."""
        if self._process.returncode is None:
            self._process.kill()

    async def told(self) -> AsyncIterator[dict[str, Any]]:
        """Give what it tells, one object after the other, until it ends."""
        if self._process.stdout is not None:
            async for line in self._process.stdout:
                yield json.loads(line)

    async def ended_well(self) -> bool:
        """Wait for its end; tell whether it did all it had to."""
        return await self._process.wait() == 0

    async def feed(self, lines: Sequence[str]) -> None:
        """Give it what to read; its input stays open, for it ends when that is closed."""
        if self._process.stdin is None:
            return
        self._process.stdin.write("".join(f"{line}\n" for line in (str(len(lines)), *lines)).encode())
        try:
            await self._process.stdin.drain()
        except ConnectionError:
            return


@asynccontextmanager
async def running(command: str, order: Order, log: Path) -> AsyncIterator[Run]:
    """Run the program while the block lasts; what was taught lies in a file only for that time."""
    taught = order.model.with_suffix(".yml")
    for place in (taught, log):
        place.parent.mkdir(parents=True, exist_ok=True)
    taught.write_text(order.taught, encoding="utf-8")
    argv = [*shlex.split(command), str(taught), str(order.model), *map(str, order.others)]
    try:
        with log.open("wb") as errors:
            process = await asyncio.create_subprocess_exec(
                *argv, stdin=PIPE, stdout=PIPE, stderr=errors, cwd=ROOT, env=_environment()
            )
        run = Run(process)
        try:
            yield run
        finally:
            run.kill()
            await process.wait()
    finally:
        taught.unlink(missing_ok=True)


def _environment() -> dict[str, str]:
    """Rasa gets no security updates: it is told nothing of the product's settings."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return {**inherited, **LIGHT, **WITHOUT_CACHE, "PYTHONPATH": str(ROOT)}
