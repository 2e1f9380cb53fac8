"""A person's answers as rows, and back."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.conversation import FactRow
from domain.facts import Answer, Facts, Known, Skipped, Vocabulary, plain

KNOWN = "known"


async def rows(db: AsyncSession, conversation: str) -> list[FactRow]:
    """Return all answers of a conversation, in the order in which they were given."""
    query = select(FactRow).where(FactRow.conversation == conversation).order_by(FactRow.at, FactRow.fact)
    return list(await db.scalars(query))


async def rows_of(db: AsyncSession, conversations: Collection[str]) -> dict[str, list[FactRow]]:
    """Return the answers of several conversations at once."""
    found: dict[str, list[FactRow]] = {}
    query = select(FactRow).where(FactRow.conversation.in_(conversations)).order_by(FactRow.at, FactRow.fact)
    for row in await db.scalars(query):
        found.setdefault(row.conversation, []).append(row)
    return found


def answers(found: Iterable[FactRow], vocabulary: Vocabulary) -> Facts:
    """Return the rows as facts; what the rules of today do not know, or would refuse, is left out."""
    kept: Mapping[str, Answer] = {
        row.fact: _of_today(row, vocabulary)
        for row in found
        if row.fact in vocabulary and (row.status != KNOWN or vocabulary.fault(row.fact, row.value) is None)
    }
    return Facts(MappingProxyType(dict(kept)))


def _of_today(row: FactRow, vocabulary: Vocabulary) -> Answer:
    answer = answer_of(row)
    if isinstance(answer, Known):
        return Known(vocabulary.settled(row.fact, answer.value), answer.partial)
    return answer


def answer_of(row: FactRow) -> Answer:
    """Return one row as an answer."""
    return Known(plain(row.value), row.partial) if row.status == KNOWN else Skipped(row.status)


async def learn(
    db: AsyncSession,
    conversation: str,
    fact: str,
    answer: Answer,
    *,
    words: str | None,
    source_seq: int | None,
    by: str,
    at: datetime,
) -> None:
    """Store an answer in place of an earlier one."""
    told = answer if isinstance(answer, Known) else None
    await db.merge(
        FactRow(
            conversation=conversation,
            fact=fact,
            status=answer.value if isinstance(answer, Skipped) else KNOWN,
            value=told.value if told else None,
            partial=told is not None and told.partial,
            words=words,
            source_seq=source_seq,
            by=by,
            at=at,
        )
    )


async def forget(db: AsyncSession, conversation: str, facts: Iterable[str]) -> None:
    """Take answers back, as if they had never been given."""
    await db.execute(delete(FactRow).where(FactRow.conversation == conversation, FactRow.fact.in_(list(facts))))
