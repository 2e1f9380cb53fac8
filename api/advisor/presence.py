"""Who is there: what an advisor has said, for as long as their console is open."""

from datetime import datetime, timedelta
from typing import Any

from api.advisor.schemas import Presence
from api.clock import now
from api.db import conversations, teams
from api.db.models.staff import Staff
from api.db.teams import AWAY, Colleague, presence_of
from api.live.hub import QUEUE, Hint
from api.product import Product
from api.staff.access import Person


async def say(product: Product, person: Person, body: Presence) -> None:
    """Keep what the advisor says of themselves."""
    async with product.database.write() as db:
        row = await db.get_one(Staff, person.id)
        row.presence, row.presence_reason = body.state, body.reason or None
        row.presence_at = now()
        row.capacity = body.capacity
    product.live.tell(Hint(QUEUE, "changed"))


async def still_there(product: Product, person: Person, until: datetime) -> None:
    """Renew presence and the leases of an advisor whose console is open."""
    moment = now()
    async with product.database.write() as db:
        (await db.get_one(Staff, person.id)).presence_at = moment
        await conversations.extend_leases(db, staff=person.id, now=moment, until=until)


async def colleagues(product: Product, person: Person) -> list[dict[str, Any]]:
    """Return to whom a case can be offered, those who are there first."""
    async with product.database.read() as db:
        found = await teams.colleagues(db)
    views = [colleague_view(product, one) for one in found if one.staff.id != person.id]
    return sorted(views, key=lambda one: (one["presence"] == AWAY, one["name"]))


async def team_names(product: Product) -> list[dict[str, Any]]:
    """Return the teams in which somebody works; to others nothing can be given."""
    async with product.database.read() as db:
        staffed = await teams.staffed(db)
    listed = [team for team in product.teams.teams if team.id in staffed]
    return [{"id": team.id, "name": team.name_fi, "kind": team.kind} for team in listed]


def presence_view(row: Staff) -> dict[str, Any]:
    """Return what the advisor has said."""
    return {"state": row.presence, "reason": row.presence_reason}


def colleague_view(product: Product, one: Colleague) -> dict[str, Any]:
    """Return one colleague with how busy they are."""
    presence = presence_of(one.staff, heard_since=heard_since(product))
    return {
        "id": one.staff.id,
        "name": one.staff.name,
        "teams": [{"id": id_, "name": product.teams.name(id_)} for id_ in sorted(one.teams)],
        "presence": presence,
        "reason": one.staff.presence_reason if presence == one.staff.presence else None,
        "load": one.load,
        "capacity": one.staff.capacity,
    }


def heard_since(product: Product) -> datetime:
    """Return since when one must have been heard of to count as present."""
    return now() - timedelta(seconds=product.settings.lease)
