"""Queries about tallies: what still has to be counted, and the marks of some weeks by group."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, func, literal, or_, select, union
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.conversation import Conversation, Feedback, SuggestionChoice
from api.db.models.tally import Tally
from domain.statistics import Group

BY: Mapping[Group, Any] = {"none": literal(""), "age": Tally.age, "language": Tally.language, "region": Tally.region}


async def counted_up_to(db: AsyncSession) -> datetime | None:
    """Return the time up to which changed conversations have been counted; they are counted in that order."""
    return await db.scalar(select(func.max(Tally.updated)))


async def changed(
    db: AsyncSession, *, since: datetime | None, after: tuple[datetime, str] | None, most: int
) -> list[Conversation]:
    """Return conversations that have changed since, the longest unchanged first, going on after the last one.

    What a person thinks of a service or of the talk changes its conversation too, but not the time of its last change.
    """
    chosen = select(Conversation).order_by(Conversation.updated, Conversation.id).limit(most)
    if since is not None:
        ids = union(
            select(Conversation.id).where(Conversation.updated >= since),
            select(SuggestionChoice.conversation).where(SuggestionChoice.at >= since),
            select(Feedback.conversation).where(Feedback.at >= since),
        )
        chosen = chosen.where(Conversation.id.in_(ids))
    if after is not None:
        moment, id_ = after
        later = and_(Conversation.updated == moment, Conversation.id > id_)
        chosen = chosen.where(or_(Conversation.updated > moment, later))
    return list(await db.scalars(chosen))


async def put(db: AsyncSession, tallies: Sequence[Tally]) -> None:
    """Store tallies in place of earlier ones; a conversation that has been erased meanwhile is left out."""
    ids = [one.conversation for one in tallies]
    held = select(Conversation.id).where(Conversation.id.in_(ids)).order_by(Conversation.id).with_for_update()
    there = set(await db.scalars(held))
    await db.execute(delete(Tally).where(Tally.conversation.in_(there)))
    db.add_all(one for one in tallies if one.conversation in there)


async def marks(db: AsyncSession, week: str, group: Group) -> Sequence[tuple[str, str]]:
    """Return the tallies of a week as (group, marks)."""
    found = await db.execute(select(BY[group], Tally.marks).where(Tally.week == week))
    return [(by, text) for by, text in found]
