"""Calls that make drafts and look at what they would do."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from api.admin import drafting, previewing
from api.admin.access import Editor, Reader
from api.admin.schemas import (
    Merge,
    NewDraft,
    Order,
    Preview,
    Save,
    Seen,
    ToRead,
    Trial,
    collection_of,
    ordered_of,
)
from api.admin.views import draft_view
from api.chat.access import TheProduct

router = APIRouter(prefix="/drafts")
ONE = "/{draft}"


async def key_of(collection: str, entry: str) -> tuple[str, str]:
    """Return which entry the path names. Raises NotFound for a collection that there is not."""
    return collection_of(collection), entry


ENTRY = "/{draft}/entries/{collection}/{entry}"
Key = Annotated[tuple[str, str], Depends(key_of)]


@router.get("")
async def all_drafts(_: Reader, product: TheProduct) -> dict[str, Any]:
    """Return every draft, last changed first."""
    return await drafting.all_drafts(product)


@router.post("", status_code=201)
async def begin(person: Editor, product: TheProduct, body: NewDraft) -> dict[str, Any]:
    """Begin a draft on the newest version."""
    return await drafting.begin(product, person, body)


@router.get(ONE)
async def one(draft: int, _: Reader, product: TheProduct) -> dict[str, Any]:
    """Return a draft with what it changes."""
    return draft_view(await product.editions.draft(draft))


@router.put(ENTRY)
async def save(draft: int, person: Editor, key: Key, product: TheProduct, body: Save) -> dict[str, Any]:
    """Save one entry; 409 with the newest when somebody has saved it since `revision`."""
    return await drafting.save(product, person, draft, key, body)


@router.delete(ENTRY)
async def delete(
    draft: int, person: Editor, key: Key, revision: Annotated[int, Query(ge=0)], product: TheProduct
) -> dict[str, int]:
    """Delete one entry from the draft."""
    return await drafting.delete(product, person, draft, key, revision)


@router.post(f"{ENTRY}/reset")
async def reset(draft: int, person: Editor, key: Key, product: TheProduct, body: Seen) -> dict[str, Any]:
    """Put one entry back to what is published."""
    return await drafting.reset(product, person, draft, key, body.revision)


@router.post("/{draft}/order/{collection}")
async def reorder(draft: int, collection: str, person: Editor, product: TheProduct, body: Order) -> dict[str, int]:
    """Give a collection a new order."""
    return await drafting.reorder(product, person, draft, ordered_of(collection), body)


@router.post(f"{ONE}/discard")
async def discard(draft: int, person: Editor, product: TheProduct) -> dict[str, Any]:
    """Give a draft up; it can be taken up again."""
    return await drafting.discard(product, person, draft)


@router.post(f"{ONE}/reopen")
async def reopen(draft: int, person: Editor, product: TheProduct) -> dict[str, Any]:
    """Take a draft up again."""
    return await drafting.reopen(product, person, draft)


@router.get(f"{ONE}/merge")
async def conflicts(draft: int, _: Reader, product: TheProduct) -> dict[str, Any]:
    """Return what a merge with the newest version would meet."""
    return await drafting.conflicts(product, draft)


@router.post(f"{ONE}/merge")
async def merge(draft: int, person: Editor, product: TheProduct, body: Merge) -> dict[str, Any]:
    """Bring a draft onto the newest version; 409 with the conflicts that are not settled."""
    return await drafting.merge(product, person, draft, body)


@router.get(f"{ONE}/problems")
async def problems(draft: int, _: Reader, product: TheProduct) -> dict[str, Any]:
    """Return every problem with its place and what to do."""
    return await previewing.problems(product, draft)


@router.get(f"{ONE}/comparison")
async def comparison(draft: int, _: Reader, product: TheProduct) -> dict[str, Any]:
    """Return in plain Finnish how the draft differs from what is published."""
    return await previewing.comparison(product, draft)


@router.get(f"{ONE}/effect")
async def effect(draft: int, _: Reader, product: TheProduct, on: date | None = None) -> dict[str, Any]:
    """Return which example people gain and lose which services."""
    return await previewing.effect(product, draft, on)


@router.get(f"{ONE}/effect/cases")
async def effect_on_cases(draft: int, _: Reader, product: TheProduct) -> dict[str, Any]:
    """Return counts over the stored cases of 90 days; numbers under five are null."""
    return await previewing.effect_on_cases(product, draft)


@router.post(f"{ONE}/preview")
async def preview(draft: int, _: Editor, product: TheProduct, body: Preview) -> dict[str, Any]:
    """Return what unsaved changes would do. Nothing is saved."""
    return await previewing.preview(product, draft, body)


@router.post(f"{ONE}/reading")
async def reading(draft: int, _: Editor, product: TheProduct, body: ToRead) -> dict[str, Any]:
    """Return an unsaved entry in plain Finnish."""
    return await previewing.reading(product, draft, body)


@router.post(f"{ONE}/trial")
async def trial(draft: int, _: Editor, product: TheProduct, body: Trial) -> dict[str, Any]:
    """Return verdicts and reasons for a person made up. Nothing is saved."""
    return await previewing.trial(product, draft, body)
