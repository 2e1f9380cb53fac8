"""The visitor's calls: conversations, messages and what comes back."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request, Response
from starlette.responses import JSONResponse, StreamingResponse

from api.chat import exporting, handoff, panel, plans, posting, printing, speaking, starting, suggesting
from api.chat.access import Own, TheProduct
from api.chat.events import events
from api.chat.schemas import (
    Development,
    Experience,
    FactAnswer,
    Handoff,
    Joining,
    NewConversation,
    PlanAnswer,
    Post,
    ServiceChoice,
    Speaking,
    Typing,
)
from api.chat.views import message_view
from api.clock import now, today
from api.db import conversations, learning, messages
from api.db.models.conversation import Feedback
from api.live.hub import Hint, desk_of
from api.sse import stream
from domain.privacy import mask

router = APIRouter(prefix="/api/v1", tags=["visitor"])
LARGEST_SEQ = 2**31 - 1
MUNICIPALITIES_KEPT = "public, max-age=60"  # editors change them, though seldom
Seq = Annotated[int, Query(ge=0, le=LARGEST_SEQ)]
LastSeen = Annotated[int, Header(alias="Last-Event-ID", ge=0, le=LARGEST_SEQ)]


@router.post("/conversations", status_code=201)
async def start(request: Request, product: TheProduct, body: NewConversation) -> dict[str, str]:
    """Start a conversation."""
    product.new_conversations.take(request.client.host if request.client else "")
    return await starting.start(product, body)


@router.post("/conversations/{id}/messages", status_code=202)
async def post(own: Own, product: TheProduct, body: Post) -> dict[str, int]:
    """Store a message; the same client_id again gives the same number."""
    product.new_messages.take(own)
    return {"seq": await posting.post(product, own, body)}


@router.get("/conversations/{id}/messages")
async def read(own: Own, product: TheProduct, after: Seq = 0) -> dict[str, Any]:
    """Return the messages after a number, in order and without gaps."""
    async with product.database.read() as db:
        conversation = await conversations.find(db, own)
        found = await messages.after(db, own, after)
    return {"items": [message_view(one) for one in found], "last_seq": conversation.last_seq}


@router.get("/conversations/{id}/events", response_class=StreamingResponse)
async def listen(own: Own, product: TheProduct, last_event_id: LastSeen = 0, after: Seq = 0) -> StreamingResponse:
    """Stream messages after the last one seen, and who types and answers."""
    return stream(events(product, own, max(last_event_id, after)))


@router.get("/conversations/{id}/facts")
async def facts(own: Own, product: TheProduct) -> dict[str, Any]:
    """Return what the assistant has understood."""
    return {"items": await panel.understood(product, own)}


@router.put("/conversations/{id}/facts/{fact}", status_code=204)
async def correct(own: Own, product: TheProduct, fact: str, body: FactAnswer) -> None:
    """Correct one answer."""
    await panel.correct(product, own, fact, body)


@router.delete("/conversations/{id}/facts/{fact}", status_code=204)
async def take_back(own: Own, product: TheProduct, fact: str) -> None:
    """Take one answer back."""
    await panel.take_back(product, own, fact)


@router.get("/conversations/{id}/suggestion")
async def suggestion(own: Own, product: TheProduct) -> dict[str, Any]:
    """Return the suggested set."""
    return await suggesting.suggestion(product, own)


@router.put("/conversations/{id}/suggestion/choices", status_code=204)
async def choose(own: Own, product: TheProduct, body: ServiceChoice) -> None:
    """Keep what the person thinks of one service."""
    await suggesting.choose(product, own, body)


@router.post("/conversations/{id}/handoff", status_code=202)
async def ask_for_human(own: Own, product: TheProduct, body: Handoff) -> dict[str, Any]:
    """Ask for a human."""
    product.new_messages.take(own)
    return await handoff.ask_for_human(product, own, body)


@router.get("/conversations/{id}/plan")
async def plan(own: Own, product: TheProduct) -> dict[str, Any]:
    """Return the suuntakortti."""
    return await plans.own(product, own)


@router.post("/conversations/{id}/plan")
async def answer_plan(own: Own, product: TheProduct, body: PlanAnswer) -> dict[str, Any]:
    """Accept the suuntakortti, or change it."""
    product.new_messages.take(own)
    return await plans.answer(product, own, body)


@router.get("/conversations/{id}/suuntakortti.pdf")
async def printed_plan(own: Own, product: TheProduct) -> Response:
    """Return the suuntakortti as a page to keep."""
    content = await printing.printed(product, own)
    headers = {"Content-Disposition": 'attachment; filename="suuntakortti.pdf"'}
    return Response(content, media_type="application/pdf", headers=headers)


@router.put("/conversations/{id}/language", status_code=204)
async def speak(own: Own, product: TheProduct, body: Speaking) -> None:
    """Go on in another language; what is open is asked again in it."""
    product.new_messages.take(own)
    await speaking.change(product, own, body)


@router.put("/conversations/{id}/person", status_code=204)
async def join(own: Own, product: TheProduct, body: Joining) -> None:
    """Join this talk with the person's other ones, or take that back."""
    await starting.join(product, own, body.person)


@router.get("/conversations/{id}/development")
async def development(own: Own, product: TheProduct) -> dict[str, bool]:
    """Return whether the person lets their messages be used to make the assistant better."""
    async with product.database.read() as db:
        return {"agreed": await learning.agreed(db, own)}


@router.put("/conversations/{id}/development", status_code=204)
async def agree(own: Own, product: TheProduct, body: Development) -> None:
    """Let one's messages be used to make the assistant better, or take that back."""
    async with product.database.write() as db:
        await conversations.lock(db, own)
        await learning.agree(db, own, agreed=body.agreed, at=now())


@router.post("/conversations/{id}/typing", status_code=204)
async def typing(own: Own, product: TheProduct, body: Typing) -> None:
    """Show the advisor that the person is writing."""
    async with product.database.read() as db:
        advisor = (await conversations.find(db, own)).advisor
    if advisor is not None:
        product.live.tell(Hint(desk_of(advisor), "typing", by=own, on=body.on))


@router.get("/conversations/{id}/export")
async def export(own: Own, product: TheProduct) -> JSONResponse:
    """Return everything that is stored, as a file."""
    headers = {"Content-Disposition": 'attachment; filename="palvelupolku.json"'}
    return JSONResponse(await exporting.export(product, own), headers=headers)


@router.post("/conversations/{id}/feedback", status_code=204)
async def tell_experience(own: Own, product: TheProduct, body: Experience) -> None:
    """Keep the person's own experience."""
    product.new_messages.take(own)
    async with product.database.write() as db:
        await conversations.lock(db, own)
        text = mask(body.text).text if body.text else None
        db.add(Feedback(conversation=own, rating=body.rating, text=text, at=now()))


@router.delete("/conversations/{id}", status_code=204)
async def erase(own: Own, product: TheProduct) -> Response:
    """Erase the conversation everywhere."""
    await product.eraser.erase(own)
    return Response(status_code=204)


@router.get("/municipalities")
async def municipalities(product: TheProduct) -> JSONResponse:
    """Return the municipalities of the version in force."""
    await product.rulebooks.published(today())
    return JSONResponse(product.places.listed, headers={"Cache-Control": MUNICIPALITIES_KEPT})
