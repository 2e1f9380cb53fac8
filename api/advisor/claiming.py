"""Taking a conversation from the queue and putting it back."""

from sqlalchemy.ext.asyncio import AsyncSession

from api.advisor.reach import lease, reach_of
from api.clock import now
from api.db import conversations, handovers, messages, staff, turns
from api.db.models.conversation import Conversation
from api.db.models.staff import Staff
from api.db.teams import AVAILABLE, AWAY
from api.live.hub import QUEUE, Hint, desk_of
from api.product import Product
from api.staff.access import Person
from domain.conversations import Event, State, following
from domain.errors import NotFound, Refused


async def claim(product: Product, person: Person, conversation_id: str, *, anyway: bool = False) -> None:
    """Take a waiting conversation; taking one's own again changes nothing.

    Raises Refused "already_claimed" when somebody was faster, "over_capacity" for more than one wanted to have at once
    unless `anyway`, NotFound for a case of another team.
    """
    moment = now()
    async with product.database.write() as db:
        reach = await reach_of(db, person)
        if not anyway and await _is_full(db, person):
            await _refuse(db, person, reach, conversation_id, "over_capacity")
            return
        lease_until = moment + lease(product)
        if not await conversations.claim(db, conversation_id, reach, now=moment, lease_until=lease_until):
            await _refuse(db, person, reach, conversation_id, "already_claimed")
            return
        conversation = await conversations.lock(db, conversation_id)
        conversation.callback = False
        conversation.wanted = None
        await handovers.taken(db, conversation_id, at=moment)
        await handovers.take_callback(db, conversation_id, person.id)
        await handovers.void_offers(db, conversation_id, at=moment)
        await turns.drop_queued(db, conversation_id)
        messages.append(db, conversation, joined(product, conversation, "handoff_joined", person.name), at=moment)
        await _there_after_all(db, person)
        staff.audit(db, person.name, "claim", conversation_id, at=moment)
    tell(product, conversation_id, person.id)


async def give_back(product: Product, person: Person, conversation_id: str) -> None:
    """Put one's own conversation back to its old place in the queue; a supervisor may do so with a teammate's."""
    async with product.database.write() as db:
        conversation = await conversations.lock(db, conversation_id)
        reach = await reach_of(db, person)
        had, mine = conversation.advisor, conversation.advisor == person.id
        if not mine and not reach.covers(conversation):
            raise NotFound("conversation_not_found")
        if conversation.state != State.ADVISOR or not (mine or reach.supervises):
            raise Refused("not_yours")
        await back_to_queue(product, db, conversation, "handoff_released")
        staff.audit(db, person.name, "release", conversation_id, at=now())
    tell(product, conversation_id, *([had] if had is not None else []))


async def back_to_queue(product: Product, db: AsyncSession, conversation: Conversation, sentence: str) -> None:
    """Let a conversation wait again where it waited before, and tell the person why."""
    moment = now()
    conversation.state = following(State(conversation.state), Event.RELEASED)
    conversation.advisor = None
    conversation.lease_until = None
    conversation.queued_at = conversation.queued_at or moment
    await handovers.void_offers(db, conversation.id, at=moment)
    await db.flush()
    place = await conversations.position(db, conversation)
    payload = {"kind": "handoff", "state": "waiting", "position": place}
    said = product.texts.spoken(conversation.language).say(sentence)
    messages.append(db, conversation, messages.New("system", said, payload), at=moment)


def joined(product: Product, conversation: Conversation, sentence: str, advisor: str) -> messages.New:
    """Return the message that says who answers from now on."""
    payload = {"kind": "handoff", "state": "joined", "position": None, "advisor": advisor}
    said = product.texts.spoken(conversation.language).say(sentence, advisor=advisor)
    return messages.New("system", said, payload)


def tell(product: Product, conversation_id: str, *desks: int) -> None:
    """Tell the person, the queue, and the advisors whose conversation it is or was."""
    for topic in (conversation_id, QUEUE, *map(desk_of, desks)):
        product.live.tell(Hint(topic, "changed"))


async def _is_full(db: AsyncSession, person: Person) -> bool:
    row = await db.get_one(Staff, person.id)
    return await conversations.load(db, person.id) >= row.capacity


async def _there_after_all(db: AsyncSession, person: Person) -> None:
    """Who takes a conversation takes conversations: nobody has to say so twice."""
    row = await db.get_one(Staff, person.id)
    if row.presence == AWAY:
        row.presence, row.presence_reason = AVAILABLE, None


async def _refuse(
    db: AsyncSession, person: Person, reach: conversations.Reach, conversation_id: str, code: str
) -> None:
    """Say why there is nothing to take; one's own case is no failure: the answer to the first call was lost."""
    conversation = await conversations.find(db, conversation_id)
    if conversation.advisor == person.id and conversation.state == State.ADVISOR:
        return
    if not reach.covers(conversation) and conversation.wanted != person.id:
        raise NotFound("conversation_not_found")
    raise Refused(code)
