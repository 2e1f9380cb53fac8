"""The calls around the queue: presence, transfers, colleagues, the supervisor's view."""

from typing import Annotated, Any

from fastapi import APIRouter, Path

from api.advisor import claiming, presence, supervising, transfers
from api.advisor import queue as queues
from api.advisor.schemas import LARGEST_ID, Claim, Decline, Offer, Presence, ToTeam
from api.chat.access import Id, TheProduct
from api.staff.access import Advisor, Supervisor

router = APIRouter(prefix="/api/v1/advisor", tags=["advisor"])
TransferId = Annotated[int, Path(ge=1, le=LARGEST_ID)]


@router.get("/queue")
async def queue(person: Advisor, product: TheProduct, team: str | None = None) -> dict[str, Any]:
    """Return who waits for your teams, your conversations and what colleagues offer you."""
    return await queues.queue(product, person, team)


@router.post("/conversations/{id}/claim", status_code=204)
async def claim(conversation_id: Id, person: Advisor, product: TheProduct, body: Claim | None = None) -> None:
    """Take a waiting conversation."""
    await claiming.claim(product, person, conversation_id, anyway=body is not None and body.anyway)


@router.post("/conversations/{id}/release", status_code=204)
async def release(conversation_id: Id, person: Advisor, product: TheProduct) -> None:
    """Put the conversation back into the queue."""
    await claiming.give_back(product, person, conversation_id)


@router.put("/presence", status_code=204)
async def say_presence(person: Advisor, product: TheProduct, body: Presence) -> None:
    """Tell whether you take conversations, and how many at once."""
    await presence.say(product, person, body)


@router.get("/colleagues")
async def colleagues(person: Advisor, product: TheProduct) -> list[dict[str, Any]]:
    """Return the colleagues to whom a case can be offered."""
    return await presence.colleagues(product, person)


@router.get("/teams")
async def teams(_: Advisor, product: TheProduct) -> list[dict[str, Any]]:
    """Return the teams in which somebody works."""
    return await presence.team_names(product)


@router.post("/conversations/{id}/transfer", status_code=201)
async def offer(conversation_id: Id, person: Advisor, product: TheProduct, body: Offer) -> dict[str, Any]:
    """Offer the conversation to a colleague or to a team."""
    return await transfers.offer(product, person, conversation_id, body)


@router.post("/transfers/{transfer}/accept")
async def accept(transfer: TransferId, person: Advisor, product: TheProduct) -> dict[str, str]:
    """Take a conversation that is offered to you."""
    return {"conversation": await transfers.accept(product, person, transfer)}


@router.post("/transfers/{transfer}/decline", status_code=204)
async def decline(transfer: TransferId, person: Advisor, product: TheProduct, body: Decline | None = None) -> None:
    """Say no to an offer."""
    await transfers.decline(product, person, transfer, body.reason if body else "")


@router.delete("/transfers/{transfer}", status_code=204)
async def withdraw(transfer: TransferId, person: Advisor, product: TheProduct) -> None:
    """Take your own offer back."""
    await transfers.withdraw(product, person, transfer)


@router.get("/supervision")
async def supervision(person: Supervisor, product: TheProduct) -> dict[str, Any]:
    """Return how your teams are doing."""
    return await supervising.supervision(product, person)


@router.post("/conversations/{id}/team", status_code=204)
async def move(conversation_id: Id, person: Supervisor, product: TheProduct, body: ToTeam) -> None:
    """Move a waiting conversation to another team."""
    await supervising.move(product, person, conversation_id, body.team)
