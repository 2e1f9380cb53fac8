"""The advisor's calls."""

from typing import Any

from fastapi import APIRouter
from starlette.responses import StreamingResponse

from api.advisor import desk
from api.advisor.events import events
from api.advisor.schemas import AdvisorPost, Typing
from api.chat.access import Id, TheProduct
from api.sse import stream
from api.staff.access import Advisor

router = APIRouter(prefix="/api/v1/advisor", tags=["advisor"])


@router.get("/queue")
async def queue(person: Advisor, product: TheProduct) -> dict[str, Any]:
    """Return who waits and which conversations are yours."""
    return await desk.queue(product, person)


@router.get("/events", response_class=StreamingResponse)
async def listen(person: Advisor, product: TheProduct) -> StreamingResponse:
    """Stream the queue and the messages of your conversations."""
    return stream(events(product, person))


@router.get("/conversations/{id}")
async def look(id: Id, person: Advisor, product: TheProduct) -> dict[str, Any]:  # noqa: A002
    """Return a conversation as far as the person shares it."""
    return await desk.look(product, person, id)


@router.post("/conversations/{id}/claim", status_code=204)
async def claim(id: Id, person: Advisor, product: TheProduct) -> None:  # noqa: A002
    """Take a waiting conversation."""
    await desk.claim(product, person, id)


@router.post("/conversations/{id}/messages", status_code=202)
async def write(id: Id, person: Advisor, product: TheProduct, body: AdvisorPost) -> dict[str, int]:  # noqa: A002
    """Answer the person."""
    return {"seq": await desk.write(product, person, id, body)}


@router.post("/conversations/{id}/typing", status_code=204)
async def typing(id: Id, person: Advisor, product: TheProduct, body: Typing) -> None:  # noqa: A002
    """Show the person that you are writing."""
    await desk.writing(product, person, id, on=body.on)


@router.post("/conversations/{id}/release", status_code=204)
async def release(id: Id, person: Advisor, product: TheProduct) -> None:  # noqa: A002
    """Put the conversation back into the queue."""
    await desk.give_back(product, person, id)


@router.post("/conversations/{id}/close", status_code=204)
async def close(id: Id, person: Advisor, product: TheProduct) -> None:  # noqa: A002
    """End the talk."""
    await desk.close(product, person, id)
