"""What advisors write to each other about a case; nothing of it is ever told to the person."""

from typing import Any

from api.advisor import reach
from api.advisor.bodies import NewNote
from api.advisor.case import note_view
from api.clock import now
from api.db import plans, staff
from api.live.hub import Hint, desk_of
from api.product import Product
from api.staff.access import Person
from domain.privacy import mask


async def read(product: Product, person: Person, conversation_id: str) -> list[dict[str, Any]]:
    """Return the notes about a case that the advisor has or could take."""
    async with product.database.write() as db:
        await reach.seen(db, person, conversation_id)
        staff.audit(db, person.name, "notes", conversation_id, at=now())
        return [note_view(note, name) for note, name in await plans.notes(db, conversation_id)]


async def add(product: Product, person: Person, conversation_id: str, body: NewNote) -> dict[str, Any]:
    """Keep a note about one's own case; the same client_id again gives the same note."""
    async with product.database.write() as db:
        await reach.own(db, person, conversation_id)
        note = await plans.add_note(
            db,
            conversation_id,
            client_id=str(body.client_id),
            staff=person.id,
            text=mask(body.text).text,
            at=now(),
        )
        staff.audit(db, person.name, "note", conversation_id, at=now())
    product.live.tell(Hint(desk_of(person.id), "facts", by=conversation_id))
    return note_view(note, person.name)
