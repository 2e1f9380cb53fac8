"""Queries about conversations."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.conversation import Conversation
from domain.conversations import State
from domain.errors import NotFound
from domain.languages import FINNISH, Language
from domain.routing import COMMON, DANGER

HOLD = timedelta(minutes=10)  # so long a case waits for the person's own worker
EMPTY_DIALOGUE: dict[str, Any] = {}


def new(id_: str, *, token_hash: str, language: Language, at: datetime) -> Conversation:
    """Return a conversation that has just begun, not yet stored."""
    return Conversation(
        id=id_,
        token_hash=token_hash,
        language=language,
        state=State.BOT,
        last_seq=0,
        created=at,
        updated=at,
        dialogue=EMPTY_DIALOGUE,
        outage_told=False,
        priority=0,
        advisor_seen=0,
        callback=False,
    )


async def find(db: AsyncSession, id_: str) -> Conversation:
    """Return the conversation. Raises NotFound."""
    found = await db.get(Conversation, id_)
    if found is None:
        raise NotFound("conversation_not_found")
    return found


async def language(db: AsyncSession, id_: str) -> Language:
    """Return in which language a conversation goes on; the usual one when there is no such conversation."""
    return await db.scalar(select(Conversation.language).where(Conversation.id == id_)) or FINNISH


async def lock(db: AsyncSession, id_: str) -> Conversation:
    """Return the conversation and keep others from changing it until the transaction ends. Raises NotFound."""
    found = await db.get(Conversation, id_, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound("conversation_not_found")
    return found


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose queues one of the staff sees."""

    staff: int
    teams: frozenset[str]
    supervises: bool

    def covers(self, conversation: Conversation) -> bool:
        """Tell whether the conversation belongs to a team in reach."""
        return (conversation.team or COMMON) in self.teams


async def position(db: AsyncSession, conversation: Conversation) -> int | None:
    """Return the place in the team's queue, 1 is next; None when the person is not waiting."""
    if conversation.state != State.WAITING or conversation.queued_at is None:
        return None
    ahead = or_(
        Conversation.priority > conversation.priority,
        and_(Conversation.priority == conversation.priority, Conversation.queued_at < conversation.queued_at),
    )
    same_team = Conversation.team.is_not_distinct_from(conversation.team)
    counted = select(func.count()).where(Conversation.state == State.WAITING, same_team, ahead)
    return (await db.scalar(counted) or 0) + 1


async def waiting(db: AsyncSession, reach: Reach, *, now: datetime, team: str | None = None) -> list[Conversation]:
    """Return who waits for these teams, in the order they should be served: who is there now before call-backs."""
    teams = reach.teams & {team} if team else reach.teams
    found = await db.scalars(
        select(Conversation)
        .where(_claimable(now), _reached(reach, teams, now))
        .order_by(Conversation.priority.desc(), Conversation.callback, Conversation.queued_at, Conversation.id)
    )
    return list(found)


async def mine(db: AsyncSession, staff: int) -> list[Conversation]:
    """Return the conversations that an advisor has."""
    found = await db.scalars(
        select(Conversation)
        .where(Conversation.state == State.ADVISOR, Conversation.advisor == staff)
        .order_by(Conversation.updated.desc())
    )
    return list(found)


async def claim(db: AsyncSession, id_: str, reach: Reach, *, now: datetime, lease_until: datetime) -> bool:
    """Give the conversation to the advisor if nobody has it; exactly one of several at once gets True."""
    changed = await db.execute(
        update(Conversation)
        .where(Conversation.id == id_, _claimable(now), _reached(reach, reach.teams, now))
        .values(state=State.ADVISOR, advisor=reach.staff, lease_until=lease_until, updated=now)
        .execution_options(synchronize_session=False)
        .returning(Conversation.id)
    )
    return changed.first() is not None


async def take_over(
    db: AsyncSession, id_: str, *, giver: int, staff: int, now: datetime, lease_until: datetime
) -> bool:
    """Give the conversation from one advisor to another; False when the giver does not have it any more."""
    changed = await db.execute(
        update(Conversation)
        .where(Conversation.id == id_, Conversation.state == State.ADVISOR, Conversation.advisor == giver)
        .values(advisor=staff, lease_until=lease_until, updated=now)
        .execution_options(synchronize_session=False)
        .returning(Conversation.id)
    )
    return changed.first() is not None


async def load(db: AsyncSession, staff: int) -> int:
    """Return how many conversations an advisor has."""
    counted = select(func.count()).where(Conversation.state == State.ADVISOR, Conversation.advisor == staff)
    return await db.scalar(counted) or 0


async def abandoned(db: AsyncSession, *, now: datetime) -> list[str]:
    """Return the conversations whose advisor has been gone for longer than the lease."""
    return list(await db.scalars(select(Conversation.id).where(_abandoned(now))))


async def waiting_live(db: AsyncSession) -> list[str]:
    """Return the conversations in which somebody waits for an answer now."""
    return list(await db.scalars(select(Conversation.id).where(Conversation.state == State.WAITING)))


async def extend_leases(db: AsyncSession, *, staff: int, now: datetime, until: datetime) -> None:
    """Keep all conversations of an advisor who is still there; what is lost already stays lost."""
    await db.execute(
        update(Conversation)
        .where(Conversation.state == State.ADVISOR, Conversation.advisor == staff, Conversation.lease_until >= now)
        .values(lease_until=until)
    )


async def delete_one(db: AsyncSession, id_: str) -> None:
    """Erase the conversation with everything that hangs on it."""
    await db.execute(delete(Conversation).where(Conversation.id == id_))


async def untouched_since(db: AsyncSession, before: datetime) -> list[str]:
    """Return the conversations in which nothing has happened since."""
    return list(await db.scalars(select(Conversation.id).where(Conversation.updated < before)))


def _claimable(now: datetime) -> ColumnElement[bool]:
    """A person waits, or was promised a call-back, or their advisor has been gone for longer than the lease."""
    asked = and_(Conversation.state.in_((State.WAITING, State.BOT)), Conversation.queued_at.is_not(None))
    return or_(asked, _abandoned(now))


def _abandoned(now: datetime) -> ColumnElement[bool]:
    return and_(Conversation.state == State.ADVISOR, Conversation.lease_until < now)


def _reached(reach: Reach, teams: frozenset[str], now: datetime) -> ColumnElement[bool]:
    """The case is one's own team's and not kept for somebody else, or one is the worker whom the person knows."""
    free = or_(
        Conversation.wanted.is_(None),
        Conversation.priority >= DANGER,
        Conversation.queued_at < now - HOLD,
    )
    of_team = func.coalesce(Conversation.team, COMMON).in_(teams)
    ours: ColumnElement[bool] = of_team if reach.supervises else and_(of_team, free)
    return or_(ours, Conversation.wanted == reach.staff)
