"""The visitor's calls while they wait for a human."""

from typing import Any

from fastapi import APIRouter

from api.chat import handoff, handoff_view
from api.chat.access import Own, TheProduct
from api.chat.handoff_bodies import CallBack, Sharing

router = APIRouter(prefix="/api/v1", tags=["visitor"])


@router.get("/conversations/{id}/handoff")
async def waiting(own: Own, product: TheProduct) -> dict[str, Any]:
    """Return the place in the queue, the estimate, and what an advisor sees or would see."""
    return await handoff_view.view(product, own)


@router.put("/conversations/{id}/handoff/share", status_code=204)
async def share(own: Own, product: TheProduct, body: Sharing) -> None:
    """Change what an advisor sees."""
    await handoff.share(product, own, body)


@router.delete("/conversations/{id}/handoff", status_code=204)
async def leave(own: Own, product: TheProduct) -> None:
    """Leave the queue, or take the wish for a call-back back."""
    await handoff.leave(product, own)


@router.post("/conversations/{id}/handoff/callback", status_code=202)
async def call_back(own: Own, product: TheProduct, body: CallBack) -> dict[str, Any]:
    """Be contacted instead of waiting."""
    product.new_messages.take(own)
    return await handoff.call_back(product, own, body)
