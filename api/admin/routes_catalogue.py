"""Calls that look at the catalogue."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from api.admin import catalogue, histories
from api.admin.access import Reader
from api.admin.catalogue import Asked, Filters
from api.admin.schemas import collection_of
from api.admin.vocabulary import words_of
from api.chat.access import TheProduct

router = APIRouter()


async def _asked(draft: int | None = None, version: int | None = None) -> Asked:
    return Asked(draft, version)


Which = Annotated[Asked, Depends(_asked)]


@router.get("/catalogue/{collection}")
async def listing(
    collection: str, _: Reader, product: TheProduct, which: Which, filters: Annotated[Filters, Query()]
) -> dict[str, Any]:
    """Return a page of one collection: searched, filtered, sorted, with counts for the filters."""
    return await catalogue.listing(product, collection_of(collection), which, filters)


@router.get("/catalogue/{collection}/{entry}")
async def entry(collection: str, entry: str, _: Reader, product: TheProduct, which: Which) -> dict[str, Any]:
    """Return one entry: its content, what is published, where it is used, its problems and its reading."""
    return await catalogue.entry(product, collection_of(collection), entry, which)


@router.get("/vocabulary")
async def vocabulary(_: Reader, product: TheProduct, which: Which) -> dict[str, Any]:
    """Return what a rule can be made of, and the places that a team or number can serve."""
    return words_of((await product.editions.chosen(which.draft, which.version))[1])


@router.get("/freshness")
async def freshness(_: Reader, product: TheProduct, days: Annotated[int, Query(ge=0, le=3_650)] = 30) -> dict[str, Any]:
    """Return what has to be checked again within the days."""
    return await catalogue.ageing(product, days)


@router.get("/history/{collection}/{entry}")
async def history(collection: str, entry: str, _: Reader, product: TheProduct) -> dict[str, Any]:
    """Return what each version made of an entry."""
    return await histories.of_entry(product, collection_of(collection), entry)


@router.get("/history/{collection}/{entry}/line")
async def history_of_line(
    collection: str, entry: str, path: Annotated[str, Query(max_length=200)], _: Reader, product: TheProduct
) -> dict[str, Any]:
    """Follow one line, such as `ways.0.lines.1`, through the versions."""
    return await histories.of_line(product, collection_of(collection), entry, path)
