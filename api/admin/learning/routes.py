"""Calls about learning: editors teach and train, an editor or an approver lets a model read, auditors look on."""

from typing import Annotated, Any

from fastapi import APIRouter, Path

from api.admin.access import Editor, Publisher, Reader
from api.admin.learning import examples, models
from api.admin.learning.schemas import Activation, NewExample, Settled, Training
from api.chat.access import TheProduct

router = APIRouter(prefix="/learning")
MESSAGE = "/messages/{conversation}/{seq}"
MODEL = "/models/{model}"
Number = Annotated[int, Path(ge=1, lt=2**31)]
Talk = Annotated[str, Path(max_length=36, pattern=r"^[0-9a-f-]+$")]


@router.get("/messages")
async def messages(person: Reader, product: TheProduct) -> dict[str, Any]:
    """Return the messages that were not understood or were put right, of people who let them be used."""
    return await examples.messages(product, person)


@router.put(MESSAGE, status_code=204)
async def settle(conversation: Talk, seq: Number, person: Editor, product: TheProduct, body: Settled) -> None:
    """Put a message aside, or take it up again."""
    await examples.settle(product, person, conversation, seq, body)


@router.get("/examples")
async def taught(_: Reader, product: TheProduct) -> dict[str, Any]:
    """Return what has been taught."""
    return {"items": await examples.examples(product)}


@router.post("/examples", status_code=201)
async def teach(person: Editor, product: TheProduct, body: NewExample) -> dict[str, Any]:
    """Add an example."""
    return await examples.add(product, person, body)


@router.delete("/examples/{example}", status_code=204)
async def forget(example: Number, person: Editor, product: TheProduct) -> None:
    """Remove an example."""
    await examples.remove(product, person, example)


@router.get("/models")
async def all_models(_: Reader, product: TheProduct) -> dict[str, Any]:
    """Return the models with their scores."""
    return await models.listed(product)


@router.post("/models", status_code=202)
async def train(person: Editor, product: TheProduct, body: Training) -> dict[str, Any]:
    """Begin a training; 409 while one is under way."""
    return await models.train(product, person, body)


@router.get(MODEL)
async def one_model(model: Number, _: Reader, product: TheProduct) -> dict[str, Any]:
    """Return a model, compared act by act and fact by fact with the one that reads."""
    return await models.one(product, model)


@router.post(f"{MODEL}/cancellation", status_code=204)
async def cancel(model: Number, person: Editor, product: TheProduct) -> None:
    """End a training."""
    await models.cancel(product, person, model)


@router.post(f"{MODEL}/activation")
async def activate(model: Number, person: Publisher, product: TheProduct, body: Activation) -> dict[str, Any]:
    """Let a model read; 409 `scores_lower` without a reason when it scores lower."""
    return await models.activate(product, person, model, body)
