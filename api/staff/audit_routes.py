"""The audit log, for whoever audits."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.chat.access import TheProduct
from api.staff import auditing
from api.staff.access import Auditor
from api.staff.schemas import AuditPage, AuditQuestion

router = APIRouter(prefix="/audit", tags=["staff"])


@router.get("")
async def read(person: Auditor, product: TheProduct, question: Annotated[AuditQuestion, Query()]) -> AuditPage:
    """Return rows, newest first; `next` is the next `before`. That you looked is written down."""
    return await auditing.look(product, person, question)
