"""Which conversations one of the staff reaches: their teams' that wait, and their own. All others are not there."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from api.clock import now
from api.db import conversations, teams
from api.db.conversations import HOLD, Reach
from api.db.models.conversation import Conversation
from api.product import Product
from api.staff.access import Person
from domain.conversations import State
from domain.errors import NotFound, Refused
from domain.routing import DANGER

WAITS = (State.WAITING, State.BOT)


def lease(product: Product) -> timedelta:
    """Return how long a case stays with an advisor who is not heard of."""
    return timedelta(seconds=product.settings.lease)


async def reach_of(db: AsyncSession, person: Person) -> Reach:
    """Return whose queues the person sees."""
    return await teams.reach(db, person.id, person.role, person.teams)


async def seen(db: AsyncSession, person: Person, conversation_id: str) -> Conversation:
    """Return a conversation that the person has, could take or supervises. Raises NotFound for every other."""
    conversation = await conversations.find(db, conversation_id)
    if conversation.advisor != person.id or conversation.state != State.ADVISOR:
        _in_reach(conversation, await reach_of(db, person))
    return conversation


async def own(db: AsyncSession, person: Person, conversation_id: str, *, lock: bool = True) -> Conversation:
    """Return the advisor's own conversation. Raises Refused when a teammate has it, NotFound for every other."""
    conversation = await (conversations.lock if lock else conversations.find)(db, conversation_id)
    if conversation.state == State.ADVISOR and conversation.advisor == person.id:
        return conversation
    if not (await reach_of(db, person)).covers(conversation):
        raise NotFound("conversation_not_found")
    raise Refused("not_yours")


def _in_reach(conversation: Conversation, reach: Reach) -> None:
    """Raise NotFound unless the person could take it now, or supervises the team it waits or is answered in."""
    moment = now()
    waits = conversation.state in WAITS and conversation.queued_at is not None
    answered = conversation.state == State.ADVISOR
    abandoned = answered and conversation.lease_until is not None and conversation.lease_until < moment
    kept = conversation.wanted is not None and not _everybodys(conversation, moment)
    if reach.supervises:
        found = reach.covers(conversation) and (waits or answered)
    else:
        found = reach.covers(conversation) and (waits or abandoned) and not kept
    if not found and not (waits and conversation.wanted == reach.staff):
        raise NotFound("conversation_not_found")


def _everybodys(conversation: Conversation, moment: datetime) -> bool:
    """Tell whether nobody in particular is waited for: in danger, and when the own worker has not come."""
    asked = conversation.queued_at
    return conversation.priority >= DANGER or (asked is not None and asked < moment - HOLD)
