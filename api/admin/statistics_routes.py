"""Calls that show how it goes."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response

from api.admin import statistics
from api.admin.access import Reader
from api.admin.statistics import Asked, asked_for
from api.chat.access import TheProduct
from domain.statistics import Group

router = APIRouter()
BYTE_ORDER_MARK = "\ufeff"  # so that a spreadsheet program reads the file as UTF-8


async def _asked(
    begin: Annotated[date | None, Query(alias="from")] = None,
    end: Annotated[date | None, Query(alias="to")] = None,
    group: Group = "none",
) -> Asked:
    return asked_for(begin, end, group)


Weeks = Annotated[Asked, Depends(_asked)]


@router.get("/statistics")
async def view(person: Reader, product: TheProduct, asked: Weeks) -> dict[str, Any]:
    """Return the counts of the weeks that the days fall in; numbers that stay hidden are null."""
    return await statistics.view(product, person, asked)


@router.get("/statistics.csv", response_class=Response)
async def as_csv(person: Reader, product: TheProduct, asked: Weeks, table: str) -> Response:
    """Return one table as a file."""
    found = await statistics.as_csv(product, person, asked, table)
    headers = {"Content-Disposition": f'attachment; filename="{table}.csv"'}
    return Response((BYTE_ORDER_MARK + found).encode(), media_type="text/csv", headers=headers)
