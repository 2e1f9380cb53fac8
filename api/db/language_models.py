"""The language models: the one that comes with the product, and those trained with what editors have taught."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.learning import LanguageModel
from domain.errors import NotFound, Refused

BASE, TRAINED = "base", "trained"
TRAINING, READY, FAILED, CANCELLED, REMOVED = "training", "ready", "failed", "cancelled", "removed"
# A training whose product has not been heard of for so long is over.
SILENT = timedelta(seconds=30)


async def find(db: AsyncSession, model: int, *, lock: bool = False) -> LanguageModel:
    """Return a model, for changing it with `lock`. Raises NotFound."""
    row = await db.get(LanguageModel, model, with_for_update=lock)
    if row is None:
        raise NotFound("model_not_found")
    return row


async def every(db: AsyncSession) -> list[LanguageModel]:
    """Return all models, newest first."""
    return list(await db.scalars(select(LanguageModel).order_by(LanguageModel.id.desc())))


async def active(db: AsyncSession) -> LanguageModel | None:
    """Return the model that reads, None while there is none."""
    return await db.scalar(select(LanguageModel).where(LanguageModel.active))


async def base(db: AsyncSession, name: str) -> LanguageModel | None:
    """Return the base model of that name."""
    query = select(LanguageModel).where(LanguageModel.kind == BASE, LanguageModel.base == name)
    return await db.scalar(query)


async def offer_base(db: AsyncSession, name: str, *, at: datetime) -> None:
    """Let the base model of this version of the product read, unless a model made from it does already."""
    row = await base(db, name)
    if row is None:
        row = _row(BASE, name, author="", note="", examples=[], at=at)
        row.state, row.stage, row.progress, row.ended = READY, None, 100, at
        db.add(row)
        await db.flush()
    reads = await active(db)
    if reads is None or reads.base != name:
        await activate(db, row, by="", reason=None, at=at)


async def begin(
    db: AsyncSession, name: str, *, author: str, note: str, examples: list[dict[str, Any]], at: datetime
) -> LanguageModel:
    """Begin a training on the base of that name. Raises Refused while another one is under way."""
    await end_silent(db, at=at)
    under_way = select(LanguageModel.id).where(LanguageModel.state == TRAINING).limit(1)
    if await db.scalar(under_way) is not None:
        raise Refused("training_under_way")
    row = _row(TRAINED, name, author=author, note=note, examples=examples, at=at)
    db.add(row)
    await db.flush()
    return row


def _row(
    kind: str, name: str, *, author: str, note: str, examples: list[dict[str, Any]], at: datetime
) -> LanguageModel:
    return LanguageModel(
        kind=kind, state=TRAINING, stage="starting", progress=0, base=name, author=author, note=note,
        examples=examples, started=at, beat=at, active=False,
    )  # fmt: skip


async def end_silent(db: AsyncSession, *, at: datetime, every_one: bool = False) -> None:
    """Call trainings over whose process is gone, or all of them where this process is the only one."""
    gone = LanguageModel.state == TRAINING
    if not every_one:
        gone &= LanguageModel.beat < at - SILENT
    over = {"state": FAILED, "stage": None, "failure": "interrupted", "ended": at}
    await db.execute(update(LanguageModel).where(gone).values(over))


async def advance(db: AsyncSession, model: int, stage: str, progress: int, *, at: datetime) -> bool:
    """Keep how far a training is; False when it has been ended meanwhile."""
    row = await find(db, model, lock=True)
    if row.state != TRAINING:
        return False
    row.stage, row.progress, row.beat = stage, progress, at
    return True


async def end(db: AsyncSession, model: int, state: str, *, at: datetime, **fields: Any) -> None:
    """End a training that has not been ended otherwise."""
    row = await find(db, model, lock=True)
    if row.state == TRAINING:
        row.state, row.stage, row.ended = state, None, at
        for name, value in fields.items():
            setattr(row, name, value)


async def activate(db: AsyncSession, row: LanguageModel, *, by: str, reason: str | None, at: datetime) -> None:
    """Let this model read and no other."""
    await db.execute(update(LanguageModel).where(LanguageModel.active).values(active=False))
    row.active, row.activated_by, row.activated_at, row.reason = True, by, at, reason


async def surplus(db: AsyncSession, *, kept: int) -> Sequence[LanguageModel]:
    """Return the trained models beyond the newest `kept`; the one that reads is never among them."""
    query = select(LanguageModel).where(LanguageModel.kind == TRAINED, LanguageModel.state == READY)
    found = list(await db.scalars(query.order_by(LanguageModel.id.desc())))
    return [row for row in found[kept:] if not row.active]
