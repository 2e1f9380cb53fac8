"""The advisor's calls."""

from fastapi import APIRouter
from starlette.responses import StreamingResponse

from api.advisor import desk
from api.advisor.events import events
from api.advisor.schemas import AdvisorPost, Typing
from api.chat.access import Id, TheProduct
from api.sse import stream
from api.staff.access import Advisor

router = APIRouter(prefix="/api/v1/advisor", tags=["advisor"])


@router.get("/events", response_class=StreamingResponse)
async def listen(person: Advisor, product: TheProduct) -> StreamingResponse:
    """Stream the queue and the messages of your conversations."""
    return stream(events(product, person))


@router.post("/conversations/{id}/messages", status_code=202)
async def write(conversation_id: Id, person: Advisor, product: TheProduct, body: AdvisorPost) -> dict[str, int]:
    """Answer the person."""
    return {"seq": await desk.write(product, person, conversation_id, body)}


@router.post("/conversations/{id}/typing", status_code=204)
async def typing(conversation_id: Id, person: Advisor, product: TheProduct, body: Typing) -> None:
    """Show the person that you are writing."""
    await desk.writing(product, person, conversation_id, on=body.on)
