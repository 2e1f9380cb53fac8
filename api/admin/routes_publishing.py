"""Calls that hand drafts over, publish them and look at versions."""

from typing import Any

from fastapi import APIRouter

from api.admin import histories, publishing
from api.admin.access import Approver, Editor, Publisher, Reader
from api.admin.schemas import Publication, Restoration, Return, Submission
from api.chat.access import TheProduct

router = APIRouter()


@router.get("/rules-settings")
async def settings(_: Reader, product: TheProduct) -> dict[str, bool]:
    """Tell whether a second person has to approve."""
    return {"four_eyes": product.settings.four_eyes}


@router.post("/drafts/{draft}/submission")
async def submit(draft: int, person: Editor, product: TheProduct, body: Submission) -> dict[str, Any]:
    """Hand a draft over to be approved."""
    return await publishing.submit(product, person, draft, body)


@router.delete("/drafts/{draft}/submission")
async def withdraw(draft: int, person: Editor, product: TheProduct) -> dict[str, Any]:
    """Take a submitted draft back."""
    return await publishing.withdraw(product, person, draft)


@router.post("/drafts/{draft}/return")
async def give_back(draft: int, person: Approver, product: TheProduct, body: Return) -> dict[str, Any]:
    """Give a submitted draft back to its editors with the reason."""
    return await publishing.give_back(product, person, draft, body.note)


@router.post("/drafts/{draft}/publication", status_code=201)
async def publish(draft: int, person: Publisher, product: TheProduct, body: Publication) -> dict[str, Any]:
    """Publish a submitted draft from a day on; with four eyes only somebody who has not edited it."""
    return await publishing.publish(product, person, draft, body)


@router.get("/versions")
async def versions(_: Reader, product: TheProduct) -> dict[str, Any]:
    """Return every version, newest first."""
    return await histories.versions(product)


@router.get("/versions/{version}")
async def version(version: int, _: Reader, product: TheProduct) -> dict[str, Any]:
    """Return one version and what it changed."""
    return await histories.version(product, version)


@router.get("/versions/{version}/comparison")
async def comparison(version: int, _: Reader, product: TheProduct, against: int | None = None) -> dict[str, Any]:
    """Return how a version differs from another one, or from the one before it."""
    return await histories.comparison(product, version, against)


@router.post("/versions/{version}/restoration", status_code=201)
async def restore(version: int, person: Publisher, product: TheProduct, body: Restoration) -> dict[str, Any]:
    """Publish an older content again as a new version."""
    return await publishing.restore(product, person, version, body)
