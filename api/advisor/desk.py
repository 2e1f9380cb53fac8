"""The advisor's work: see the queue, take a conversation, answer, give it back or end it."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.advisor import reach, views
from api.advisor.schemas import AdvisorPost
from api.chat.views import message_view
from api.clock import now, today
from api.db import conversations, facts, messages, staff, turns
from api.db.models import Conversation
from api.live.hub import QUEUE, Hint
from api.product import Product
from api.staff.access import Person
from api.words import LONGEST_MESSAGE
from domain.conversations import Event, State, following
from domain.errors import Invalid, Refused
from domain.facts import Vocabulary
from domain.privacy import mask
from domain.problems import Problem

LEASE = timedelta(minutes=30)
TOLD = {Event.RELEASED: ("handoff_released", "waiting"), Event.CLOSED: ("handoff_closed", "closed")}


async def queue(product: Product, person: Person) -> dict[str, Any]:
    """Return who waits and which conversations the advisor has."""
    vocabulary = (await product.rulebooks.published(today())).vocabulary
    async with product.database.read() as db:
        waiting = [
            views.queue_view(product, one, await facts.rows(db, one.id), vocabulary)
            for one in await conversations.waiting(db, now=now())
        ]
        mine = [await _mine(db, one, vocabulary) for one in await conversations.mine(db, person.id)]
    return {"waiting": waiting, "mine": mine}


async def look(product: Product, person: Person, conversation_id: str) -> dict[str, Any]:
    """Return a conversation that the advisor has or could take; the look is written down."""
    book = await product.rulebooks.published(today())
    async with product.database.write() as db:
        conversation = await reach.seen(db, person, conversation_id)
        staff.audit(db, person.name, "look", conversation_id, at=now())
        if conversation.advisor == person.id:
            conversation.advisor_seen = conversation.last_seq
            conversation.lease_until = now() + LEASE
        return await views.conversation_view(product, db, conversation, book)


async def claim(product: Product, person: Person, conversation_id: str) -> None:
    """Take a waiting conversation. Raises Refused("already_claimed") when somebody was faster, NotFound."""
    moment = now()
    async with product.database.write() as db:
        if not await conversations.claim(db, conversation_id, staff=person.id, now=moment, lease_until=moment + LEASE):
            await conversations.find(db, conversation_id)
            raise Refused("already_claimed")
        conversation = await conversations.lock(db, conversation_id)
        conversation.queued_at = None
        await turns.drop_open(db, conversation_id)
        payload = {"kind": "handoff", "state": "joined", "position": None, "advisor": person.name}
        joined = product.texts.say("handoff_joined", advisor=person.name)
        messages.append(db, conversation, messages.New("system", joined, payload), at=moment)
        staff.audit(db, person.name, "claim", conversation_id, at=moment)
    _tell(product, conversation_id)


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
        conversation.lease_until = now() + LEASE
        staff.audit(db, person.name, "write", conversation_id, at=now())
    product.metrics.messages.labels("advisor").inc()
    _tell(product, conversation_id)
    return seq


async def give_back(product: Product, person: Person, conversation_id: str) -> None:
    """Put the conversation back into the queue, where it was in its time."""
    async with product.database.write() as db:
        conversation = await reach.own(db, person, conversation_id)
        conversation.queued_at = now()
        _move(product, db, conversation, Event.RELEASED)
        staff.audit(db, person.name, "release", conversation_id, at=now())
    _tell(product, conversation_id)


async def close(product: Product, person: Person, conversation_id: str) -> None:
    """End the talk with the advisor; the person may go on with the bot or ask again."""
    async with product.database.write() as db:
        conversation = await reach.own(db, person, conversation_id)
        _move(product, db, conversation, Event.CLOSED)
        conversation.queued_at = None
        conversation.handoff_reason = None
        conversation.share = None
        conversation.contact = None
        conversation.priority = 0
        staff.audit(db, person.name, "close", conversation_id, at=now())
    _tell(product, conversation_id)


async def writing(product: Product, person: Person, conversation_id: str, *, on: bool) -> None:
    """Show the person that the advisor is writing."""
    async with product.database.read() as db:
        await reach.own(db, person, conversation_id, lock=False)
    product.live.tell(Hint(conversation_id, "typing", by="advisor", on=on))


def _move(product: Product, db: AsyncSession, conversation: Conversation, event: Event) -> None:
    sentence, told = TOLD[event]
    conversation.state = following(State(conversation.state), event)
    conversation.advisor = None
    conversation.lease_until = None
    payload = {"kind": "handoff", "state": told, "position": None}
    messages.append(db, conversation, messages.New("system", product.texts.say(sentence), payload), at=now())


async def _mine(db: AsyncSession, conversation: Conversation, vocabulary: Vocabulary) -> dict[str, Any]:
    newest = await messages.latest(db, conversation.id, "visitor", limit=1)
    rows = await facts.rows(db, conversation.id)
    hidden = await views.hidden(db, rows, conversation, vocabulary)
    unseen = await messages.after(db, conversation.id, conversation.advisor_seen)
    unread = [message for message in unseen if message.author == "visitor"]
    return {
        "id": conversation.id,
        "unread": len(unread),
        "waiting_since": message_view(unread[0])["at"] if unread else None,
        "municipality": views.home(rows, conversation, vocabulary),
        "last_text": views.transcribed(newest[0], hidden, conversation, vocabulary)["text"] if newest else "",
        "state": conversation.state,
        "urgent": conversation.urgent,
    }


def _tell(product: Product, conversation_id: str) -> None:
    product.live.tell(Hint(conversation_id, "changed"))
    product.live.tell(Hint(QUEUE, "changed"))
