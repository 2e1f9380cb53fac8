"""A case goes on to a colleague or another team: offered with a note, kept by the giver until it is accepted."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.advisor.claiming import joined, tell
from api.advisor.queue import transfer_view
from api.advisor.reach import lease, own
from api.advisor.schemas import Offer
from api.clock import now
from api.db import conversations, messages, staff, teams, transfers
from api.db.handovers import OFFERED
from api.db.models.conversation import Conversation
from api.db.models.desk import Note, Transfer
from api.db.models.staff import Staff
from api.live.hub import QUEUE, Hint, desk_of
from api.product import Product
from api.staff.access import Person
from domain.errors import NotFound, Refused
from domain.privacy import mask
from domain.routing import COMMON


async def offer(product: Product, person: Person, conversation_id: str, body: Offer) -> dict[str, Any]:
    """Offer one's own case; the same client_id again gives the same offer.

    Raises Refused "transfer_open", "no_such_receiver" or "not_yours", NotFound.
    """
    async with product.database.write() as db:
        await own(db, person, conversation_id)
        if (known := await _known(db, person, conversation_id, str(body.client_id))) is not None:
            return await _view(product, db, known)
        if await transfers.is_open(db, conversation_id):
            raise Refused("transfer_open")
        await _check_receiver(db, person, body)
        moment, words = now(), mask(body.note).text
        client_id = str(body.client_id)
        db.add(Note(conversation=conversation_id, client_id=client_id, staff=person.id, text=words, at=moment))
        made = Transfer(
            conversation=conversation_id,
            by=person.id,
            to_staff=body.to_staff,
            to_team=body.to_team,
            note=words,
            state=OFFERED,
            at=moment,
        )
        db.add(made)
        await db.flush()
        staff.audit(db, person.name, "transfer_offer", conversation_id, at=moment)
        view = await _view(product, db, made)
    product.live.tell(Hint(QUEUE, "changed"))
    return view


async def accept(product: Product, person: Person, transfer_id: int) -> str:
    """Take an offered case and return its id. Raises Refused "transfer_gone", NotFound for another's offer."""
    moment = now()
    async with product.database.write() as db:
        offered = await _to_me(db, person, transfer_id)
        if not await transfers.answer(db, transfer_id, transfers.ACCEPTED, at=moment):
            if offered.state == transfers.ACCEPTED and await _is_mine(db, offered.conversation, person):
                return offered.conversation
            raise Refused("transfer_gone")
        lease_until = moment + lease(product)
        given = await conversations.take_over(
            db, offered.conversation, giver=offered.by, staff=person.id, now=moment, lease_until=lease_until
        )
        if not given:
            raise Refused("transfer_gone")
        conversation = await conversations.lock(db, offered.conversation)
        conversation.team = _team_of(conversation, offered, person)
        messages.append(db, conversation, joined(product, conversation, "handoff_passed_on", person.name), at=moment)
        staff.audit(db, person.name, "transfer_accept", offered.conversation, at=moment)
    tell(product, offered.conversation, offered.by, person.id)
    return offered.conversation


async def decline(product: Product, person: Person, transfer_id: int, reason: str) -> None:
    """Say no to an offer; the giver sees why. Raises Refused "transfer_gone", NotFound for another's offer."""
    async with product.database.write() as db:
        offered = await _to_me(db, person, transfer_id)
        if not await transfers.answer(db, transfer_id, transfers.DECLINED, at=now(), words=mask(reason).text or None):
            raise Refused("transfer_gone")
        staff.audit(db, person.name, "transfer_decline", offered.conversation, at=now())
    product.live.tell(Hint(QUEUE, "changed"))
    product.live.tell(Hint(desk_of(offered.by), "changed"))


async def withdraw(product: Product, person: Person, transfer_id: int) -> None:
    """Take one's own offer back. Raises Refused "transfer_gone", NotFound for another's."""
    async with product.database.write() as db:
        made = await db.get(Transfer, transfer_id)
        if made is None or made.by != person.id:
            raise NotFound("transfer_not_found")
        if not await transfers.answer(db, transfer_id, transfers.WITHDRAWN, at=now()):
            raise Refused("transfer_gone")
        staff.audit(db, person.name, "transfer_withdraw", made.conversation, at=now())
    product.live.tell(Hint(QUEUE, "changed"))


async def _known(db: AsyncSession, person: Person, conversation_id: str, client_id: str) -> Transfer | None:
    note = await db.scalar(select(Note).where(Note.client_id == client_id))
    if note is None:
        return None
    if note.conversation != conversation_id or note.staff != person.id:
        raise Refused("client_id_taken")
    return await transfers.last(db, conversation_id, person.id)


async def _check_receiver(db: AsyncSession, person: Person, body: Offer) -> None:
    """A colleague has to work here, a team needs somebody who reads its queue."""
    if body.to_team is not None:
        fits = body.to_team in await teams.staffed(db)
    else:
        row = await db.get(Staff, body.to_staff)
        fits = row is not None and row.active and row.role in teams.AT_THE_DESK and row.id != person.id
    if not fits:
        raise Refused("no_such_receiver")


async def _to_me(db: AsyncSession, person: Person, transfer_id: int) -> Transfer:
    offered = await db.get(Transfer, transfer_id)
    if offered is None or offered.by == person.id:
        raise NotFound("transfer_not_found")
    if offered.to_staff != person.id and offered.to_team not in person.teams:
        raise NotFound("transfer_not_found")
    return offered


async def _is_mine(db: AsyncSession, conversation_id: str, person: Person) -> bool:
    return (await conversations.find(db, conversation_id)).advisor == person.id


def _team_of(conversation: Conversation, offered: Transfer, person: Person) -> str:
    """The case belongs to the team of whoever has it, so that it returns to people who may read it."""
    if offered.to_team is not None:
        return offered.to_team
    kept = conversation.team or COMMON
    return kept if kept in person.teams else min(person.teams, default=COMMON)


async def _view(product: Product, db: AsyncSession, made: Transfer) -> dict[str, Any]:
    ids = [made.by, *([made.to_staff] if made.to_staff is not None else [])]
    return transfer_view(product, made, await teams.names(db, ids))
