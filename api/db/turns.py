"""Durable jobs: the messages that the bot has to answer, one at a time per conversation and in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.conversation import Conversation, Turn
from domain.errors import NotFound

QUEUED, RUNNING, DONE, FAILED = "queued", "running", "done", "failed"
OPEN = (QUEUED, RUNNING)

Told = list[tuple[int, set[str]]]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A turn that this worker may run until its lease ends; a higher fence means that somebody else has it now."""

    conversation: str
    seq: int
    fence: int
    attempts: int
    input: dict[str, Any]


async def enqueue(
    db: AsyncSession, conversation: str, seq: int, content: dict[str, Any], *, at: datetime, lease_until: datetime
) -> Claimed | None:
    """Store the job of answering message `seq`; when nothing else is open it is claimed for the caller at once."""
    waits = await db.scalar(select(Turn.seq).where(Turn.conversation == conversation, Turn.state.in_(OPEN)).limit(1))
    claimed = waits is None
    turn = Turn(
        conversation=conversation,
        seq=seq,
        state=RUNNING if claimed else QUEUED,
        attempts=0,
        fence=int(claimed),
        lease_until=lease_until if claimed else None,
        next_try_at=at,
        input=content,
    )
    db.add(turn)
    return Claimed(conversation, seq, turn.fence, turn.attempts, content) if claimed else None


async def claim(db: AsyncSession, conversation: str, *, now: datetime, lease_until: datetime) -> Claimed | None:
    """Take the conversation's first open turn if it is due and nobody else runs it."""
    first = select(func.min(Turn.seq)).where(Turn.conversation == conversation, Turn.state.in_(OPEN)).scalar_subquery()
    free = or_(and_(Turn.state == QUEUED, Turn.next_try_at <= now), and_(Turn.state == RUNNING, Turn.lease_until < now))
    taken = await db.execute(
        update(Turn)
        .where(Turn.conversation == conversation, Turn.seq == first, free)
        .values(state=RUNNING, fence=Turn.fence + 1, lease_until=lease_until)
        .execution_options(synchronize_session=False)
        .returning(Turn.seq, Turn.fence, Turn.attempts, Turn.input)
    )
    row = taken.first()
    return Claimed(conversation, *row) if row else None


async def finish(db: AsyncSession, turn: Claimed, state: str) -> Turn | None:
    """End the turn and return it; None when it is gone or somebody else runs it by now."""
    held = await db.get(Turn, (turn.conversation, turn.seq), with_for_update=True, populate_existing=True)
    if held is None or held.fence != turn.fence or held.state != RUNNING:
        return None
    held.state = state
    held.lease_until = None
    return held


async def put_back(db: AsyncSession, turn: Claimed, *, at: datetime, counts: bool) -> None:
    """Let the turn be tried again from `at` on; `counts` when the try tells against the message itself."""
    held = await finish(db, turn, QUEUED)
    if held is not None:
        held.next_try_at = at
        held.attempts += int(counts)


async def drop_open(db: AsyncSession, conversation: str) -> None:
    """End what is still open: somebody else answers now."""
    await db.execute(
        update(Turn).where(Turn.conversation == conversation, Turn.state.in_(OPEN)).values(state=DONE, lease_until=None)
    )


async def drop_queued(db: AsyncSession, conversation: str) -> None:
    """End what nobody runs yet: a human answers now. A turn under way ends by itself, for what it learns is kept."""
    await db.execute(
        update(Turn).where(Turn.conversation == conversation, Turn.state == QUEUED).values(state=DONE, lease_until=None)
    )


async def due(db: AsyncSession, *, now: datetime) -> list[str]:
    """Return the conversations with a turn that nobody runs."""
    orphaned = or_(
        and_(Turn.state == QUEUED, Turn.next_try_at <= now), and_(Turn.state == RUNNING, Turn.lease_until < now)
    )
    return list(await db.scalars(select(Turn.conversation).where(orphaned).distinct()))


async def release_all(db: AsyncSession) -> None:
    """Free every running turn: this process is the only worker and has just started."""
    await db.execute(update(Turn).where(Turn.state == RUNNING).values(state=QUEUED, lease_until=None))


async def job(db: AsyncSession, conversation: str, turn: str) -> tuple[dict[str, Any], Conversation]:
    """Return the input of the turn "<conversation>:<seq>" and its conversation. Raises NotFound."""
    found = await db.execute(
        select(Turn.input, Conversation)
        .join(Conversation, Conversation.id == Turn.conversation)
        .where(Turn.conversation == conversation, Turn.seq == _seq(turn))
    )
    row = found.first()
    if row is None:
        raise NotFound("turn_not_found")
    return row.input, row.Conversation


async def told(db: AsyncSession, conversations: Sequence[str]) -> dict[str, Told]:
    """Return, by conversation, for every message that the bot has read which facts it told or took back."""
    found = await db.execute(
        select(Turn.conversation, Turn.seq, Turn.outcome["learned"], Turn.outcome["forgotten"]).where(
            Turn.conversation.in_(conversations), Turn.outcome.is_not(None)
        )
    )
    read: dict[str, Told] = {one: [] for one in conversations}
    for name, seq, learned, forgotten in found:
        read[name].append((seq, {one["fact"] for one in learned or ()} | set(forgotten or ())))
    return read


async def conclude(db: AsyncSession, turn: str, outcome: dict[str, Any]) -> None:
    """Store what the turn "<conversation>:<seq>" has brought. Raises NotFound."""
    name = turn.rpartition(":")[0]
    query = update(Turn).where(Turn.conversation == name, Turn.seq == _seq(turn)).values(outcome=outcome)
    stored = await db.execute(query.returning(Turn.seq).execution_options(synchronize_session=False))
    if stored.first() is None:
        raise NotFound("turn_not_found")


def _seq(turn: str) -> int:
    seq = turn.rpartition(":")[2]
    if not seq.isdecimal():
        raise NotFound("turn_not_found")
    return int(seq)
