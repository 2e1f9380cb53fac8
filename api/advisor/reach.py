"""Which conversations an advisor reaches: everybody else's are not there for them."""

from sqlalchemy.ext.asyncio import AsyncSession

from api.clock import now
from api.db import conversations
from api.db.models import Conversation
from api.staff.access import Person
from domain.conversations import State
from domain.errors import NotFound, Refused


def visible(conversation: Conversation, person: Person) -> None:
    """An advisor sees who waits and whom they have. Raises NotFound for everybody else."""
    waits = conversation.queued_at is not None and conversation.advisor is None
    abandoned = conversation.lease_until is not None and conversation.lease_until < now()
    if not (waits or abandoned or conversation.advisor == person.id):
        raise NotFound("conversation_not_found")


async def seen(db: AsyncSession, person: Person, conversation_id: str) -> Conversation:
    """Return a conversation that the advisor may look at. Raises NotFound."""
    conversation = await conversations.find(db, conversation_id)
    visible(conversation, person)
    return conversation


async def own(db: AsyncSession, person: Person, conversation_id: str, *, lock: bool = True) -> Conversation:
    """Return the advisor's own conversation. Raises NotFound, or Refused when somebody else has it."""
    conversation = await (conversations.lock if lock else conversations.find)(db, conversation_id)
    if conversation.state != State.ADVISOR or conversation.advisor != person.id:
        raise Refused("not_yours")
    return conversation
