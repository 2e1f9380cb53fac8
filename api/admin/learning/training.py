"""One training at a time in the background: its progress is stored, its end too, whatever ends it."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import structlog

from api.admin.learning.files import Files
from api.admin.learning.material import Material
from api.admin.learning.process import Order, Run, running
from api.clock import now
from api.db import language_models
from api.db.engine import Database
from domain.learning import Example, Said, training_text

KEPT = 5
BEAT = 1.0
TRAINING, READING = "training", "reading"
# How far a training is, in per cent, when it begins to learn and when it has learned.
LEARNING, LEARNED = 10, 60

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """A training to do: the model's number, what it is taught by number, and the base where that has no scores yet."""

    model: int
    examples: Mapping[int, Example]
    unmeasured_base: int | None


class Trainer:
    """Runs the training program and keeps what comes of it."""

    def __init__(self, database: Database, files: Files, *, command: str, logs: Path) -> None:
        self._database = database
        self.files = files
        self._command = command
        self._log_file = logs / "training.log"
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._runs: dict[int, Run] = {}
        self._far: dict[int, tuple[str, int]] = {}
        self._stopping = False

    async def start(self) -> None:
        """Call trainings over that an earlier process has left; let this version's base model be there."""
        async with self._database.write() as db:
            await language_models.end_silent(db, at=now(), every_one=self._database.is_sqlite)
            if self.files.base is not None:
                await language_models.offer_base(db, self.files.base_name, at=now())

    async def stop(self) -> None:
        """End what is under way; it counts as interrupted."""
        self._stopping = True
        for run in self._runs.values():
            run.kill()
        await asyncio.gather(*self._tasks.values())

    def begin(self, job: Job) -> None:
        """Train in the background; call after the commit of the model's row."""
        self._far[job.model] = ("starting", 0)
        task = asyncio.create_task(self._work(job))
        self._tasks[job.model] = task
        task.add_done_callback(lambda _: self._tasks.pop(job.model, None))

    def cancel(self, model: int) -> None:
        """End a training of this process at once; one of another process ends with its next beat."""
        if model in self._runs:
            self._runs[model].kill()

    async def _work(self, job: Job) -> None:
        material = await asyncio.to_thread(Material.with_taught, _said(job.examples))
        order = await self._order(job, material)
        try:
            reads = await self._reads(job.model, order)
        except (OSError, ValueError) as error:
            log.warning("training_not_run", model=job.model, reason=type(error).__name__)
            reads = None
        await self._end(job, material, reads)

    async def _order(self, job: Job, material: Material) -> Order:
        async with self._database.read() as db:
            model = self.files.path(await language_models.find(db, job.model))
            unmeasured = [] if job.unmeasured_base is None else [await language_models.find(db, job.unmeasured_base)]
        text = training_text(list(job.examples.values()))
        return Order(text, model, [self.files.path(row) for row in unmeasured], material.lines)

    async def _reads(self, model: int, order: Order) -> list[dict[str, Any]] | None:
        """Return what each model made of every message, None when the program did not come to its end."""
        wanted = len(order.lines) * (1 + len(order.others))
        async with running(self._command, order, self._log_file) as run:
            self._runs[model] = run
            if self._stopping:
                run.kill()
            beating = asyncio.create_task(self._beat(model, run))
            try:
                await run.feed(order.lines)
                reads = await self._listen(model, run, wanted)
                whole = await run.ended_well() and len(reads) == wanted and order.model.is_file()
            finally:
                del self._runs[model]
                await beating
        return reads if whole else None

    async def _listen(self, model: int, run: Run, wanted: int) -> list[dict[str, Any]]:
        reads: list[dict[str, Any]] = []
        async for told in run.told():
            if "stage" in told:
                self._far[model] = (told["stage"], LEARNING if told["stage"] == TRAINING else LEARNED)
            else:
                reads.append(told)
                self._far[model] = (READING, LEARNED + len(reads) * (100 - LEARNED) // max(wanted, 1))
        return reads

    async def _beat(self, model: int, run: Run) -> None:
        """Store now and then how far it is; a training that has been cancelled elsewhere is ended here."""
        while model in self._runs:
            stage, progress = self._far[model]
            async with self._database.write() as db:
                if not await language_models.advance(db, model, stage, progress, at=now()):
                    run.kill()
                    return
            await asyncio.sleep(BEAT)

    async def _end(self, job: Job, material: Material, reads: Sequence[dict[str, Any]] | None) -> None:
        del self._far[job.model]
        if reads is None:
            await self._failed(job.model)
            return
        each = len(reads) // (1 + (job.unmeasured_base is not None))
        scores = await asyncio.to_thread(material.scores, reads[:each])
        of_base = await asyncio.to_thread(material.scores, reads[each:]) if len(reads) > each else None
        async with self._database.write() as db:
            await language_models.end(db, job.model, language_models.READY, at=now(), scores=scores, progress=100)
            if of_base is not None and job.unmeasured_base is not None:
                (await language_models.find(db, job.unmeasured_base)).scores = of_base
            for old in await language_models.surplus(db, kept=KEPT):
                old.state = language_models.REMOVED
                self.files.path(old).unlink(missing_ok=True)

    async def _failed(self, model: int) -> None:
        """Keep that it came to nothing; whoever cancelled it has said so already."""
        failure = "interrupted" if self._stopping else "stopped"
        log.warning("training_failed", model=model, failure=failure, log=str(self._log_file))
        async with self._database.write() as db:
            await language_models.end(db, model, language_models.FAILED, at=now(), failure=failure)
            self.files.path(await language_models.find(db, model)).unlink(missing_ok=True)


def _said(examples: Mapping[int, Example]) -> dict[int, Said]:
    return {number: example for number, example in examples.items() if isinstance(example, Said)}
