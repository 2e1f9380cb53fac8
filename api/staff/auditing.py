"""Reading the audit log, which is itself written down."""

from datetime import UTC, date, datetime, time, timedelta

from api.clock import FINLAND, now
from api.db import audit, staff
from api.product import Product
from api.staff.access import Person
from api.staff.schemas import AuditPage, AuditQuestion, AuditRow


async def look(product: Product, person: Person, question: AuditQuestion) -> AuditPage:
    """Return the rows that are asked for."""
    async with product.database.write() as db:
        rows = await audit.page(
            db,
            staff=question.staff,
            conversation=question.conversation,
            between=_day(question.day) if question.day else None,
            before=question.before,
            limit=question.limit,
        )
        asked = " ".join(str(one) for one in (question.staff, question.day) if one)
        staff.audit(db, person.name, "audit_read", question.conversation, at=now(), detail=asked or None)
    items = [AuditRow.model_validate(row, from_attributes=True) for row in rows]
    return AuditPage(items=items, next=items[-1].id if len(items) == question.limit else None)


def _day(day: date) -> tuple[datetime, datetime]:
    start = datetime.combine(day, time(), FINLAND)
    return start.astimezone(UTC), (start + timedelta(days=1)).astimezone(UTC)
