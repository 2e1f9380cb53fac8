"""The list of what was promised: follow-ups and call-backs, as a to-do list."""

from typing import Any

from api.advisor import reach, views
from api.advisor.bodies import NewDue
from api.advisor.closing import due_on
from api.clock import now, today
from api.db import facts, follow_ups, handovers, messages, staff, turns
from api.db.conversations import lock
from api.db.models.conversation import Conversation
from api.db.models.desk import FollowUp
from api.live.hub import QUEUE, Hint, desk_of
from api.product import Product
from api.staff.access import Person
from domain.errors import Invalid
from domain.problems import Problem


async def listed(product: Product, person: Person) -> list[dict[str, Any]]:
    """Return one's own promises and those of one's teams, the first due first; the look is written down."""
    vocabulary = (await product.rulebooks.published(today())).vocabulary
    async with product.database.write() as db:
        found = await follow_ups.to_do(db, await reach.reach_of(db, person))
        items = [_view(one, of, views.home(await facts.rows(db, of.id), of, vocabulary), person) for one, of in found]
        for conversation in dict.fromkeys(of.id for _, of in found):
            staff.audit(db, person.name, "follow_ups", conversation, at=now())
        return items


async def done(product: Product, person: Person, id_: int) -> None:
    """Tick one off; doing so again changes nothing. Raises NotFound."""
    async with product.database.write() as db:
        found = await follow_ups.find(db, id_, await reach.reach_of(db, person))
        await follow_ups.finish(db, [found.id], staff=person.id, at=now())
        staff.audit(db, person.name, "follow_up_done", found.conversation, at=now())
    product.live.tell(Hint(QUEUE, "changed"))


async def put_off(product: Product, person: Person, id_: int, body: NewDue) -> None:
    """Give one another day. Raises NotFound, Invalid for a day that has passed."""
    if body.due < today():
        raise Invalid("past_day", [Problem("due", "out_of_range", body.due.isoformat())])
    async with product.database.write() as db:
        found = await follow_ups.find(db, id_, await reach.reach_of(db, person))
        found.due = due_on(body.due)
        staff.audit(db, person.name, "follow_up_due", found.conversation, at=now())
    product.live.tell(Hint(QUEUE, "changed"))


async def take_up(product: Product, person: Person, id_: int) -> str:
    """Go on with the talk that was promised, in the same chat, and return which. Raises NotFound, Refused."""
    moment = now()
    async with product.database.write() as db:
        found = await follow_ups.find(db, id_, await reach.reach_of(db, person))
        conversation = await lock(db, found.conversation)
        if conversation.advisor == person.id:
            return conversation.id
        until = moment + reach.lease(product)
        await follow_ups.take_up(db, conversation.id, staff=person.id, now=moment, lease_until=until)
        await db.refresh(conversation)
        conversation.callback = False
        await handovers.taken(db, conversation.id, at=moment)
        await turns.drop_open(db, conversation.id)
        payload = {"kind": "handoff", "state": "joined", "position": None, "advisor": person.name}
        joined = product.texts.spoken(conversation.language).say("handoff_joined", advisor=person.name)
        messages.append(db, conversation, messages.New("system", joined, payload), at=moment)
        staff.audit(db, person.name, "take_up", conversation.id, at=moment)
    for topic in (conversation.id, QUEUE, desk_of(person.id)):
        product.live.tell(Hint(topic, "changed"))
    return conversation.id


def _view(one: FollowUp, conversation: Conversation, home: str | None, person: Person) -> dict[str, Any]:
    return {
        "id": one.id,
        "conversation": conversation.id,
        "kind": one.kind,
        "due": one.due.isoformat().replace("+00:00", "Z"),
        "overdue": one.due < now(),
        "text": one.text,
        "mine": one.staff == person.id,
        "team": one.team,
        "municipality": home,
        "contact": conversation.contact,
        "with_me": conversation.advisor == person.id,
    }
