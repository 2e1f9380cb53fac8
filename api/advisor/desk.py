"""The advisor writes."""

from api.advisor import reach
from api.advisor.schemas import AdvisorPost
from api.clock import now
from api.db import messages, staff
from api.live.hub import Hint, desk_of
from api.product import Product
from api.staff.access import Person
from api.words import LONGEST_MESSAGE
from domain.errors import Invalid
from domain.privacy import mask
from domain.problems import Problem


async def write(product: Product, person: Person, conversation_id: str, body: AdvisorPost) -> int:
    """Store the advisor's message and return its number; the same client_id again gives the same number."""
    if not 0 < len(body.text) <= LONGEST_MESSAGE:
        raise Invalid("text_too_long" if body.text else "text_empty", [Problem("text", "length")])
    async with product.database.write() as db:
        conversation = await reach.own(db, person, conversation_id)
        known = await messages.numbered(db, conversation_id, str(body.client_id))
        if known is not None:
            return known
        said = messages.New("advisor", mask(body.text).text, author_name=person.name, client_id=str(body.client_id))
        seq = messages.append(db, conversation, said, at=now())
        conversation.advisor_seen = seq
        conversation.lease_until = now() + reach.lease(product)
        staff.audit(db, person.name, "write", conversation_id, at=now())
    product.metrics.messages.labels("advisor").inc()
    product.live.tell(Hint(conversation_id, "changed"))
    product.live.tell(Hint(desk_of(person.id), "changed"))
    return seq


async def writing(product: Product, person: Person, conversation_id: str, *, on: bool) -> None:
    """Show the person that the advisor is writing."""
    async with product.database.read() as db:
        await reach.own(db, person, conversation_id, lock=False)
    product.live.tell(Hint(conversation_id, "typing", by="advisor", on=on))
