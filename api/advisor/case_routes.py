"""The advisor's calls about one case, and the list of what was promised."""

from typing import Annotated, Any

from fastapi import APIRouter, Path

from api.advisor import case, closing, facts, follow_ups, notes, plans, sending
from api.advisor.bodies import Closing, NewDue, NewNote, NewPlan, Sending
from api.chat.access import Id, TheProduct
from api.chat.schemas import FactAnswer
from api.staff.access import Advisor

router = APIRouter(prefix="/api/v1/advisor", tags=["advisor"])
Json = dict[str, Any]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]


@router.get("/conversations/{id}")
async def look(conversation_id: Id, person: Advisor, product: TheProduct) -> Json:
    """Return a case as far as the person shares it."""
    return await case.look(product, person, conversation_id)


@router.put("/conversations/{id}/facts/{fact}")
async def correct(conversation_id: Id, fact: str, person: Advisor, product: TheProduct, body: FactAnswer) -> Json:
    """Put a fact right; the answer tells what has changed in the set."""
    return await facts.correct(product, person, conversation_id, fact, body)


@router.delete("/conversations/{id}/facts/{fact}")
async def take_back(conversation_id: Id, fact: str, person: Advisor, product: TheProduct) -> Json:
    """Remove a fact; the answer tells what has changed in the set."""
    return await facts.take_back(product, person, conversation_id, fact)


@router.get("/conversations/{id}/notes")
async def read_notes(conversation_id: Id, person: Advisor, product: TheProduct) -> Json:
    """Return what advisors have written to each other."""
    return {"items": await notes.read(product, person, conversation_id)}


@router.post("/conversations/{id}/notes", status_code=201)
async def add_note(conversation_id: Id, person: Advisor, product: TheProduct, body: NewNote) -> Json:
    """Keep a note."""
    return await notes.add(product, person, conversation_id, body)


@router.get("/replies")
async def ready_replies(_: Advisor) -> Json:
    """Return the ready replies."""
    return sending.replies()


@router.post("/conversations/{id}/send", status_code=202)
async def send(conversation_id: Id, person: Advisor, product: TheProduct, body: Sending) -> Json:
    """Send a service, a question, a link or a ready reply into the chat."""
    return {"seq": await sending.send(product, person, conversation_id, body)}


@router.get("/conversations/{id}/plan")
async def read_plan(conversation_id: Id, person: Advisor, product: TheProduct) -> Json:
    """Return the suuntakortti."""
    return await plans.read(product, person, conversation_id)


@router.put("/conversations/{id}/plan")
async def change_plan(conversation_id: Id, person: Advisor, product: TheProduct, body: NewPlan) -> Json:
    """Change the suuntakortti."""
    return await plans.change(product, person, conversation_id, body)


@router.get("/outcomes")
async def outcomes(_: Advisor) -> Json:
    """Return the codes of how a talk may end."""
    return closing.codes()


@router.post("/conversations/{id}/close", status_code=204)
async def close(conversation_id: Id, person: Advisor, product: TheProduct, body: Closing) -> None:
    """End the talk."""
    await closing.close(product, person, conversation_id, body)


@router.get("/follow-ups")
async def to_do(person: Advisor, product: TheProduct) -> Json:
    """Return what was promised, the first due first."""
    return {"items": await follow_ups.listed(product, person)}


@router.post("/follow-ups/{number}/done", status_code=204)
async def done(number: Number, person: Advisor, product: TheProduct) -> None:
    """Tick one off."""
    await follow_ups.done(product, person, number)


@router.post("/follow-ups/{number}", status_code=204)
async def put_off(number: Number, person: Advisor, product: TheProduct, body: NewDue) -> None:
    """Give one another day."""
    await follow_ups.put_off(product, person, number, body)


@router.post("/follow-ups/{number}/take", status_code=200)
async def take_up(number: Number, person: Advisor, product: TheProduct) -> dict[str, str]:
    """Go on with the talk that was promised."""
    return {"conversation": await follow_ups.take_up(product, person, number)}
