"""The built pages: each at its address, everything with a hash in its name for ever."""

import re
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse

from api.chat.access import TheProduct
from api.problems import Unavailable
from domain.errors import NotFound

router = APIRouter(include_in_schema=False)
PLAIN_NAME = re.compile(r"[\w-][\w.-]{0,120}", re.ASCII)
FOR_EVER = "public, max-age=31536000, immutable"


@router.get("/")
async def chat(product: TheProduct) -> FileResponse:
    """The visitor's page."""
    return _page(product.settings.pages / "index.html")


@router.get("/neuvoja")
async def advisor(product: TheProduct) -> FileResponse:
    """The advisor's console."""
    return _page(product.settings.pages / "neuvoja.html")


@router.get("/yllapito")
async def admin(product: TheProduct) -> FileResponse:
    """The page on which services and rules are kept."""
    return _page(product.settings.pages / "yllapito.html")


@router.get("/favicon.svg")
async def favicon(product: TheProduct) -> FileResponse:
    """The picture of the tab."""
    return _page(product.settings.pages / "favicon.svg")


@router.get("/assets/{name}")
async def asset(name: str, product: TheProduct) -> FileResponse:
    """A script, style or font; its name changes with its content."""
    file = product.settings.pages / "assets" / name
    if not PLAIN_NAME.fullmatch(name) or not file.is_file():
        raise NotFound("not_found")
    return FileResponse(file, headers={"Cache-Control": FOR_EVER})


def _page(file: Path) -> FileResponse:
    if not file.is_file():
        raise Unavailable("pages_not_built")
    return FileResponse(file, headers={"Cache-Control": "no-cache"})
