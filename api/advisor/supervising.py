"""A supervisor's view: who waits how long, who is there with how much, what came today; and help where it sticks."""

from datetime import datetime, time
from typing import Any

from api.advisor.claiming import tell
from api.advisor.presence import colleague_view
from api.advisor.queue import at
from api.advisor.reach import reach_of
from api.clock import FINLAND, now, today
from api.db import conversations, handovers, staff, teams
from api.db.conversations import Reach
from api.db.models.conversation import Conversation
from api.db.teams import Colleague
from api.product import Product
from api.staff.access import Person
from domain.conversations import State
from domain.errors import NotFound, Refused
from domain.routing import COMMON


async def supervision(product: Product, person: Person) -> dict[str, Any]:
    """Return the person's teams with their queues, the advisors in them and the escalations of today."""
    midnight = datetime.combine(today(), time(), FINLAND)
    async with product.database.read() as db:
        reach = await reach_of(db, person)
        waiting = await conversations.waiting(db, reach, now=now())
        people = [one for one in await teams.colleagues(db) if one.teams & reach.teams or not one.teams]
        claimed = {one.staff.id: await conversations.mine(db, one.staff.id) for one in people}
        counted = await handovers.by_reason(db, reach.teams, since=midnight)
    return {
        "teams": [_team(product, id_, waiting) for id_ in sorted(reach.teams)],
        "advisors": [_advisor(product, one, claimed[one.staff.id], reach) for one in people],
        "today": [{"reason": id_, "label": product.teams.label(id_), "count": number} for id_, number in counted],
    }


async def move(product: Product, person: Person, conversation_id: str, team: str) -> None:
    """Move a waiting case of one's own teams to another team, to its old place in time.

    Raises Refused "no_such_receiver" or "not_now", NotFound.
    """
    async with product.database.write() as db:
        conversation = await conversations.lock(db, conversation_id)
        if not (await reach_of(db, person)).covers(conversation) or conversation.queued_at is None:
            raise NotFound("conversation_not_found")
        if conversation.state == State.ADVISOR:
            raise Refused("not_now")
        if team != COMMON and team not in await teams.staffed(db):
            raise Refused("no_such_receiver")
        conversation.team, conversation.wanted = team, None
        current = await handovers.current(db, conversation_id)
        if current is not None:
            current.team = team
        staff.audit(db, person.name, "move", conversation_id, at=now())
    tell(product, conversation_id)


def _team(product: Product, id_: str, waiting: list[Conversation]) -> dict[str, Any]:
    here = [one for one in waiting if (one.team or COMMON) == id_]
    live = [one for one in here if one.state != State.BOT]
    since = min((one.queued_at for one in live if one.queued_at is not None), default=None)
    return {
        "id": id_,
        "name": product.teams.name(id_),
        "waiting": len(live),
        "urgent": sum(one.urgent is not None for one in live),
        "callbacks": len(here) - len(live),
        "longest_since": at(since) if since is not None else None,
    }


def _advisor(product: Product, one: Colleague, claimed: list[Conversation], reach: Reach) -> dict[str, Any]:
    """Return an advisor with the cases that the supervisor could give back for them."""
    cases = [{"id": case.id, "team": case.team, "updated": at(case.updated)} for case in claimed if reach.covers(case)]
    return colleague_view(product, one) | {"cases": cases}
