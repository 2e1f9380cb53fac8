"""The queue as one advisor sees it: who waits, whom they have, what colleagues offer, in a few queries for all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.advisor import views
from api.advisor.presence import presence_view
from api.advisor.reach import reach_of
from api.clock import now, today
from api.db import conversations, facts, teams, transfers, turns, unread
from api.db.conversations import Reach
from api.db.models.conversation import Conversation, FactRow
from api.db.models.desk import Transfer
from api.db.models.staff import Staff
from api.product import Product
from api.staff.access import Person
from domain.conversations import State
from domain.desk_words import desk_labels
from domain.facts import Vocabulary
from domain.labels import value_label

SUMMARISED = ("ika", "kotikunta", "tyollisyystilanne")


async def queue(product: Product, person: Person, team: str | None = None) -> dict[str, Any]:
    """Return the queue of the person's teams, or of one of them, with their own conversations and what is offered."""
    vocabulary = (await product.rulebooks.published(today())).vocabulary
    moment = now()
    async with product.database.read() as db:
        reach = await reach_of(db, person)
        waiting = await conversations.waiting(db, reach, now=moment, team=team)
        mine = await conversations.mine(db, person.id)
        offered = await transfers.offered(db, person.id, person.teams)
        given = await transfers.given(db, person.id)
        told = await facts.rows_of(db, [one.id for one in (*waiting, *mine, *(case for _, case in offered))])
        desk = Desk(product, vocabulary, told)
        newest = await _newest(db, mine, told, vocabulary)
        unanswered = await unread.unanswered(db, person.id)
        names = await teams.names(db, _named(given, offered))
        due = await unread.follow_ups_due(db, person.id, reach.teams, now=moment)
        row = await db.get_one(Staff, person.id)
    return {
        "teams": [{"id": id_, "name": product.teams.name(id_)} for id_ in sorted(reach.teams)],
        "waiting": [desk.waiting(one, reach) for one in waiting],
        "mine": [
            desk.mine(one, newest, unanswered) | {"transfer": _given(desk, given.get(one.id), names)}
            for one in sorted(mine, key=lambda one: _turn(one, unanswered.get(one.id)))
        ],
        "offers": [desk.offer(transfer, case, names) for transfer, case in offered],
        "presence": presence_view(row),
        "capacity": row.capacity,
        "follow_ups_due": due,
    }


@dataclass(frozen=True, slots=True)
class Desk:
    """Rows as lines of the queue; nothing in them that the person does not share."""

    product: Product
    vocabulary: Vocabulary
    told: dict[str, list[FactRow]]

    def waiting(self, one: Conversation, reach: Reach) -> dict[str, Any]:
        """Return one who waits, or whose advisor has been lost."""
        return self._line(one) | {
            "team": one.team or "",
            "team_name": self.product.teams.name(one.team),
            "waiting_since": at(one.queued_at or one.updated),
            "callback": one.state == State.BOT,
            "for_me": one.wanted == reach.staff,
            "missing_consent": views.withheld_kinds(one),
        }

    def mine(
        self, one: Conversation, newest: dict[str, str], unanswered: dict[str, unread.Unanswered]
    ) -> dict[str, Any]:
        """Return one of the advisor's own."""
        waits = unanswered.get(one.id)
        return self._line(one) | {
            "unread": waits.unseen if waits else 0,
            "waiting_since": at(waits.since) if waits else None,
            "last_text": newest.get(one.id, ""),
            "state": one.state,
        }

    def offer(self, transfer: Transfer, one: Conversation, names: dict[int, str]) -> dict[str, Any]:
        """Return a case that a colleague offers."""
        return transfer_view(self.product, transfer, names) | {
            "conversation": one.id,
            "summary": self.summary(one),
            "municipality": self.home(one),
            "urgent": one.urgent,
        }

    def home(self, one: Conversation) -> str | None:
        """Return where the person lives, if that is told and shared."""
        return views.home(self.told.get(one.id, []), one, self.vocabulary)

    def summary(self, one: Conversation) -> str:
        """Return what says most of a person in a few words."""
        shown = {row.fact: row for row in views.shared(self.told.get(one.id, []), one, self.vocabulary)}
        rows = [shown[fact] for fact in SUMMARISED if fact in shown and shown[fact].status == facts.KNOWN]
        named = [(desk_labels().of(self.vocabulary[row.fact]), row.value) for row in rows]
        return ", ".join(value_label(fact, value, self.product.texts) for fact, value in named)

    def _line(self, one: Conversation) -> dict[str, Any]:
        reason = one.handoff_reason
        return {
            "id": one.id,
            "reason": reason,
            "reason_label": self.product.teams.label(reason),
            "priority": one.priority,
            "urgent": one.urgent,
            "municipality": self.home(one),
            "summary": self.summary(one),
        }


def transfer_view(product: Product, transfer: Transfer, names: dict[int, str]) -> dict[str, Any]:
    """Return an offer as giver and receiver see it."""
    return {
        "id": transfer.id,
        "by": names.get(transfer.by),
        "to": names.get(transfer.to_staff) if transfer.to_staff is not None else product.teams.name(transfer.to_team),
        "to_me": transfer.to_staff is not None,
        "to_team": transfer.to_team,
        "note": transfer.note,
        "state": transfer.state,
        "answer": transfer.answer,
        "at": at(transfer.at),
    }


def at(moment: datetime) -> str:
    """Return a time as the pages read it."""
    return moment.isoformat().replace("+00:00", "Z")


async def _newest(
    db: AsyncSession, mine: Sequence[Conversation], told: dict[str, list[FactRow]], vocabulary: Vocabulary
) -> dict[str, str]:
    """Return what the person wrote last in each conversation, empty where that is not shared."""
    found = await unread.newest(db, [one.id for one in mine])
    read = await turns.told(db, list(found))
    shown = {}
    for one in mine:
        if one.id in found:
            unseen = views.kept_back(read[one.id], told.get(one.id, []), one, vocabulary)
            shown[one.id] = str(views.transcribed(found[one.id], unseen, one, vocabulary)["text"])
    return shown


def _turn(one: Conversation, waits: unread.Unanswered | None) -> tuple[bool, bool, float]:
    """Order whose turn it is: who waits for an answer before the others, danger first, then who has waited longest."""
    return (True, True, 0) if waits is None else (False, one.urgent is None, waits.since.timestamp())


def _given(desk: Desk, transfer: Transfer | None, names: dict[int, str]) -> dict[str, Any] | None:
    return transfer_view(desk.product, transfer, names) if transfer is not None else None


def _named(given: dict[str, Transfer], offered: Sequence[tuple[Transfer, Conversation]]) -> Iterable[int]:
    every = [*given.values(), *(transfer for transfer, _ in offered)]
    return [id_ for one in every for id_ in (one.by, one.to_staff) if id_ is not None]
