"""For operators: alive, able to answer, and the figures."""

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from api.chat.access import TheProduct
from api.problems import Unavailable

router = APIRouter(tags=["operation"])


@router.get("/healthz")
async def alive() -> dict[str, str]:
    """Tell that the process runs."""
    return {"status": "ok"}


@router.get("/readyz")
async def ready(product: TheProduct) -> dict[str, str]:
    """Tell that a message would be answered now."""
    try:
        async with product.database.read() as db:
            await db.execute(text("SELECT 1"))
    except SQLAlchemyError:
        raise Unavailable("database_away") from None
    if not await product.rasa.ready():
        raise Unavailable("bot_away")
    return {"status": "ready"}


@router.get("/metrics", response_class=PlainTextResponse)
async def metrics(product: TheProduct) -> PlainTextResponse:
    """Return the figures in Prometheus' text format."""
    return PlainTextResponse(product.metrics.exposition(), media_type="text/plain; version=0.0.4")
