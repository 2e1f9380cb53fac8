"""Queries about tallies: what still has to be counted, and the counts of some weeks by group."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, delete, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.conversation import Conversation, Feedback, NotUnderstood, SuggestionChoice
from api.db.models.desk import Handover
from api.db.models.tally import Tally
from domain.statistics import Group

BY: Mapping[Group, Any] = {"none": literal(""), "age": Tally.age, "language": Tally.language, "region": Tally.region}


class Span(NamedTuple):
    """Whole weeks by their Mondays, both included, and what their conversations are grouped by."""

    first: str
    last: str
    group: Group

    @property
    def by(self) -> Any:
        """The column of the group."""
        return BY[self.group]

    @property
    def inside(self) -> ColumnElement[bool]:
        """Tells whether a conversation began in these weeks."""
        return Tally.week.between(self.first, self.last)


async def counted_up_to(db: AsyncSession) -> datetime | None:
    """Return the time up to which changed conversations have been counted; they are counted in that order."""
    return await db.scalar(select(func.max(Tally.updated)))


async def changed(
    db: AsyncSession, *, since: datetime | None, after: tuple[datetime, str] | None, most: int
) -> list[Conversation]:
    """Return conversations that have changed since, the longest unchanged first, going on after the last one."""
    chosen = select(Conversation).order_by(Conversation.updated, Conversation.id).limit(most)
    if since is not None:
        chosen = chosen.where(Conversation.updated >= since)
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


async def begun(db: AsyncSession, span: Span) -> Sequence[tuple[str, str, str, str, int]]:
    """Return conversations as (week, end, question they stopped at, group, number)."""
    keys = (Tally.week, Tally.ended, Tally.stop, span.by)
    return await _rows(db, select(*keys, func.count()).where(span.inside).group_by(*_columns(keys)))


async def marks(db: AsyncSession, span: Span) -> dict[str, tuple[Counter[str], Counter[str]]]:
    """Return by group how often each mark of questions and of services occurs."""
    found: dict[str, tuple[Counter[str], Counter[str]]] = {}
    for group, questions, services in await db.execute(
        select(span.by, Tally.questions, Tally.services).where(span.inside)
    ):
        counters = found.setdefault(group, (Counter(), Counter()))
        counters[0].update(questions.split())
        counters[1].update(services.split())
    return found


async def gaps(db: AsyncSession, span: Span) -> Sequence[tuple[str, str, str, int]]:
    """Return the needs that no service answered as (needs with a space between, municipality, group, number)."""
    keys = (Tally.gaps, Tally.place, span.by)
    return await _rows(db, select(*keys, func.count()).where(span.inside, Tally.gaps != "").group_by(*_columns(keys)))


async def choices(db: AsyncSession, span: Span) -> Sequence[tuple[str, str, str, int]]:
    """Return what people thought of services as (service, choice, group, number)."""
    keys = (SuggestionChoice.service, SuggestionChoice.choice, span.by)
    return await _rows(db, _of_talks(span, SuggestionChoice, *keys))


async def ratings(db: AsyncSession, span: Span) -> Sequence[tuple[int, str, int]]:
    """Return experiences as (rating, group, number)."""
    return await _rows(db, _of_talks(span, Feedback, Feedback.rating, span.by).where(Feedback.rating.is_not(None)))


async def not_understood(db: AsyncSession, span: Span) -> Sequence[tuple[str, int]]:
    """Return messages that gave nothing as (group, number)."""
    return await _rows(db, _of_talks(span, NotUnderstood, span.by))


async def escalations(db: AsyncSession, span: Span) -> Sequence[tuple[str, str, bool, datetime, datetime | None]]:
    """Return every escalation as (reason, group, whether a call-back, when it began, when an advisor came)."""
    chosen = select(Handover.reason, span.by, Handover.callback, Handover.at, Handover.claimed_at)
    return await _rows(db, chosen.join(Tally, Tally.conversation == Handover.conversation).where(span.inside))


def _of_talks(span: Span, table: Any, *keys: Any) -> Select[Any]:
    """Return the numbers of rows by the keys, of the conversations that began in the weeks."""
    counted = select(*keys, func.count()).join_from(table, Tally, Tally.conversation == table.conversation)
    return counted.where(span.inside).group_by(*_columns(keys))


def _columns(keys: Iterable[Any]) -> list[Any]:
    """Return what to group by: everything that is not the same for all rows."""
    return [key for key in keys if key is not BY["none"]]


async def _rows(db: AsyncSession, query: Select[Any]) -> list[Any]:
    return list(await db.execute(query))
