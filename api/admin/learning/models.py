"""The models: trained, cancelled, compared with the one that reads, put in its place."""

from dataclasses import asdict
from typing import Any

from api.admin.learning.examples import content_of
from api.admin.learning.files import name_in_rasa
from api.admin.learning.material import vocabulary
from api.admin.learning.schemas import Activation, Training
from api.admin.learning.training import Job
from api.clock import now
from api.db import language_models, learning, staff
from api.db.models.learning import LanguageModel
from api.product import Product
from api.staff.access import Person
from domain.errors import Refused
from domain.learning_scores import PARTS, Comparison, compare, f1, total

SHOWN = 30


async def listed(product: Product) -> dict[str, Any]:
    """Return the models, newest first, each with its scores beside those of the one that reads."""
    async with product.database.read() as db:
        rows = await language_models.every(db)
    active = next((row for row in rows if row.active), None)
    base = product.trainer.files.base_name
    shown = [row for row in rows if row.kind == language_models.TRAINED or row.base == base]
    return {"items": [_view(product, row, active) for row in shown[:SHOWN]]}


async def one(product: Product, model: int) -> dict[str, Any]:
    """Return a model with what it was taught and how it compares. Raises NotFound."""
    async with product.database.read() as db:
        row = await language_models.find(db, model)
        active = await language_models.active(db)
    compared = _compared(row, active)
    return {
        **_view(product, row, active),
        "provenance": row.examples,
        "wrong": (row.scores or {}).get("wrong", []),
        "comparison": None if compared is None else _labelled(compared),
    }


async def train(product: Product, person: Person, body: Training) -> dict[str, Any]:
    """Begin a training with all examples. Raises Refused while one is under way or when there are no examples."""
    moment, base = now(), product.trainer.files.base_name
    async with product.database.write() as db:
        examples = await learning.examples(db)
        if not examples:
            raise Refused("no_examples")
        taught = [{"id": one.id, "author": one.author, "kind": one.content["kind"]} for one in examples]
        row = await language_models.begin(db, base, author=person.name, note=body.note, examples=taught, at=moment)
        of_base = await language_models.base(db, base)
        staff.audit(db, person.name, "training_started", None, at=moment, detail=f"model {row.id}")
    unmeasured = of_base.id if of_base is not None and of_base.scores is None else None
    product.trainer.begin(Job(row.id, {one.id: content_of(one) for one in reversed(examples)}, unmeasured))
    return _view(product, row, None)


async def cancel(product: Product, person: Person, model: int) -> None:
    """End a training. Raises NotFound, Refused when it has ended."""
    moment = now()
    async with product.database.write() as db:
        row = await language_models.find(db, model, lock=True)
        if row.state != language_models.TRAINING:
            raise Refused("not_training", row.state)
        await language_models.end(db, model, language_models.CANCELLED, at=moment)
        staff.audit(db, person.name, "training_cancelled", None, at=moment, detail=f"model {model}")
    product.trainer.cancel(model)


async def activate(product: Product, person: Person, model: int, body: Activation) -> dict[str, Any]:
    """Let a model read. Raises Refused `scores_lower` for one that scores lower, unless a reason is given."""
    moment = now()
    async with product.database.write() as db:
        row = await language_models.find(db, model, lock=True)
        before = await language_models.active(db)
        _may_read(product, row)
        compared = _compared(row, before)
        if (compared is None or compared.lower) and not body.reason.strip():
            raise Refused("scores_lower")
        await language_models.activate(db, row, by=person.name, reason=body.reason.strip() or None, at=moment)
        why = f": {body.reason.strip()}" if body.reason.strip() else ""
        lower = ", scores lower" if compared is None or compared.lower else ""
        staff.audit(db, person.name, "model_activated", None, at=moment, detail=f"model {model}{lower}{why}")
    product.reader.wake()
    return _view(product, row, row)


def _may_read(product: Product, row: LanguageModel) -> None:
    if row.active:
        raise Refused("already_active")
    if row.state != language_models.READY:
        raise Refused("model_not_ready", row.state)
    if row.base != product.trainer.files.base_name:
        raise Refused("model_outdated")


def _compared(row: LanguageModel, active: LanguageModel | None) -> Comparison | None:
    """Compare where both have scores."""
    if active is None or row.scores is None or active.scores is None:
        return None
    return compare(active.scores, row.scores)


def _view(product: Product, row: LanguageModel, active: LanguageModel | None) -> dict[str, Any]:
    compared = _compared(row, active)
    reader = product.reader
    return {
        "id": row.id,
        "kind": row.kind,
        "state": row.state,
        "stage": row.stage,
        "progress": row.progress,
        "failure": row.failure,
        "author": row.author,
        "note": row.note,
        "examples": len(row.examples),
        "started": row.started.isoformat(),
        "ended": row.ended.isoformat() if row.ended else None,
        "outdated": row.base != product.trainer.files.base_name,
        "active": row.active,
        "reads": row.active and reader.reads == name_in_rasa(row),
        "refused": row.active and reader.refused == name_in_rasa(row),
        "activated_by": row.activated_by,
        "activated_at": row.activated_at.isoformat() if row.activated_at else None,
        "reason": row.reason,
        "scores": {part: f1(total(row.scores[part])) for part in PARTS} if row.scores else None,
        "lower": None if compared is None or row.active else compared.lower,
    }


def _labelled(compared: Comparison) -> dict[str, Any]:
    labels = {fact: spec.label_fi for fact, spec in vocabulary().items()}
    facts = [{**asdict(row), "label": labels.get(row.id)} for row in compared.facts]
    return {"lower": compared.lower, "acts": [asdict(row) for row in compared.acts], "facts": facts}
