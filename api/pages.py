"""The built pages: each at its address, everything with a hash in its name for ever."""

from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import FileResponse
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from api.chat.access import TheProduct
from api.problems import Unavailable

router = APIRouter(include_in_schema=False)
FOR_EVER = "public, max-age=31536000, immutable"


class HashedFiles(StaticFiles):
    """Files whose name changes with their content."""

    async def get_response(self, path: str, scope: Scope) -> FileResponse:
        """Return the file with a lifetime without end."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = FOR_EVER
        return response  # type: ignore[return-value]


def install(app: FastAPI, folder: Path) -> None:
    """Serve the pages of the folder; it may be built after the start."""
    app.include_router(router)
    app.mount("/assets", HashedFiles(directory=folder / "assets", check_dir=False))


@router.get("/")
async def chat(product: TheProduct) -> FileResponse:
    """The visitor's page."""
    return _page(product.settings.pages / "index.html")


@router.get("/neuvoja")
async def advisor(product: TheProduct) -> FileResponse:
    """The advisor's console."""
    return _page(product.settings.pages / "neuvoja.html")


@router.get("/favicon.svg")
async def favicon(product: TheProduct) -> FileResponse:
    """The picture of the tab."""
    return _page(product.settings.pages / "favicon.svg")


def _page(file: Path) -> FileResponse:
    if not file.is_file():
        raise Unavailable("pages_not_built")
    return FileResponse(file, headers={"Cache-Control": "no-cache"})
