"""Calls that take the catalogue out and bring it in."""

import json
from typing import Any

from fastapi import APIRouter, Request, Response

from api.admin import interchanging
from api.admin.access import Editor, Reader
from api.admin.spreadsheet import MEDIA_TYPE
from api.chat.access import TheProduct

router = APIRouter()


@router.get("/export.json")
async def as_json(
    person: Reader, product: TheProduct, draft: int | None = None, version: int | None = None
) -> Response:
    """Return everything that editors may change, as one JSON document."""
    found = await interchanging.as_json(product, person, draft, version)
    return _file(json.dumps(found, ensure_ascii=False, indent=1).encode(), "application/json", "palvelupolku.json")


@router.get("/export.xlsx", response_class=Response)
async def as_spreadsheet(
    person: Reader, product: TheProduct, draft: int | None = None, version: int | None = None
) -> Response:
    """Return the same as a spreadsheet that an expert can fill in."""
    found = await interchanging.as_spreadsheet(product, person, draft, version)
    return _file(found, MEDIA_TYPE, "palvelupolku.xlsx")


@router.get("/export/hsds.json")
async def as_hsds(person: Reader, product: TheProduct) -> dict[str, Any]:
    """Return the published services in Open Referral's HSDS 3."""
    return await interchanging.as_hsds(product, person)


@router.post("/drafts/{draft}/import")
async def take(draft: int, person: Editor, product: TheProduct, request: Request, *, dry_run: bool = True) -> Any:
    """Read a JSON document or a spreadsheet into a draft; a dry run lists problems and changes and saves nothing."""
    is_table = request.headers.get("content-type", "").startswith(MEDIA_TYPE)
    content = await request.body()
    return await interchanging.take(product, person, draft, content, is_table=is_table, dry=dry_run)


def _file(content: bytes, media_type: str, name: str) -> Response:
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
