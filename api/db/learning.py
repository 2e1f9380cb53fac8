"""Queries about what is learned from: consent, misread messages and examples."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Exists, Select, String, delete, exists, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.db.facts import KNOWN, answer_of
from api.db.models.conversation import FactRow, Message, NotUnderstood
from api.db.models.learning import DevelopmentConsent, LearningExample, LearningReview, Misreading
from domain.facts import Answer

MOST_MESSAGES = 300
NOT_UNDERSTOOD, CORRECTED = "not_understood", "corrected"


@dataclass(frozen=True, slots=True)
class Misread:
    """A message to learn from; `question` is what was said to the person before it, `state` None while it is open."""

    conversation: str
    seq: int
    kind: str
    fact: str | None
    text: str
    question: str | None
    state: str | None
    at: datetime


async def agree(db: AsyncSession, conversation: str, *, agreed: bool, at: datetime) -> None:
    """Keep the person's word; taking it back removes what was taught from this talk."""
    if agreed:
        await db.merge(DevelopmentConsent(conversation=conversation, at=at))
        return
    for table in (DevelopmentConsent, LearningExample):
        await db.execute(delete(table).where(table.conversation == conversation))


async def agreed(db: AsyncSession, conversation: str) -> bool:
    """Tell whether the person lets their messages be used."""
    return await db.get(DevelopmentConsent, conversation) is not None


async def corrected(db: AsyncSession, conversation: str, fact: str, answer: Answer | None, *, at: datetime) -> None:
    """Remember that a fact read from free text is being put right; call before it is changed."""
    row = await db.get(FactRow, (conversation, fact))
    if row is None or row.words is None or row.source_seq is None or row.status != KNOWN or row.partial:
        return
    if answer_of(row) != answer:
        await misread(db, conversation, row.source_seq, fact, at=at)


async def misread(db: AsyncSession, conversation: str, seq: int, fact: str, *, at: datetime) -> None:
    """Remember that a fact was wrongly read from a message."""
    await db.merge(Misreading(conversation=conversation, seq=seq, fact=fact, at=at))


async def before(db: AsyncSession, conversation: str, seq: int) -> int | None:
    """Return the number of the person's last message before number `seq`."""
    query = select(func.max(Message.seq)).where(
        Message.conversation == conversation, Message.author == "visitor", Message.seq < seq
    )
    return await db.scalar(query)


def _consented(conversation: Any) -> Exists:
    return exists().where(DevelopmentConsent.conversation == conversation)


async def messages(db: AsyncSession) -> list[Misread]:
    """Return the misread messages of the people who have agreed, newest first; one that is both counts as misread."""
    both = union_all(
        select(
            NotUnderstood.conversation, NotUnderstood.seq, literal(NOT_UNDERSTOOD).label("kind"),
            literal(None, String()).label("fact"), NotUnderstood.at,
        ),
        select(Misreading.conversation, Misreading.seq, literal(CORRECTED), Misreading.fact, Misreading.at),
    ).subquery()  # fmt: skip
    query = _worded(both).where(_consented(both.c.conversation)).order_by(both.c.at.desc(), both.c.seq.desc())
    found = [Misread(*row) for row in await db.execute(query.limit(MOST_MESSAGES))]
    return list({(one.conversation, one.seq): one for one in found}.values())


def _worded(both: Any) -> Select[Any]:
    """The message, and of the assistant's messages the last one before it."""
    asked = aliased(Message)
    last = (
        select(func.max(asked.seq))
        .where(asked.conversation == both.c.conversation, asked.author != "visitor", asked.seq < both.c.seq)
        .scalar_subquery()
    )
    question = aliased(Message)
    return (
        select(
            both.c.conversation, both.c.seq, both.c.kind, both.c.fact,
            Message.text, question.text, LearningReview.state, both.c.at,
        )
        .join(Message, (Message.conversation == both.c.conversation) & (Message.seq == both.c.seq))
        .outerjoin(question, (question.conversation == both.c.conversation) & (question.seq == last))
        .outerjoin(
            LearningReview,
            (LearningReview.conversation == both.c.conversation) & (LearningReview.seq == both.c.seq),
        )
    )  # fmt: skip


async def withheld(db: AsyncSession) -> int:
    """Return how many misread messages there are of people who have not agreed; nothing more is told of them."""
    counts = [
        await db.scalar(select(func.count()).select_from(table).where(~_consented(table.conversation)))
        for table in (NotUnderstood, Misreading)
    ]
    return sum(count or 0 for count in counts)


async def review(db: AsyncSession, conversation: str, seq: int, state: str | None, *, by: str, at: datetime) -> None:
    """Settle a message, or open it again."""
    if state is None:
        here = (LearningReview.conversation == conversation) & (LearningReview.seq == seq)
        await db.execute(delete(LearningReview).where(here))
    else:
        await db.merge(LearningReview(conversation=conversation, seq=seq, state=state, by=by, at=at))


async def usable(db: AsyncSession, conversation: str, seq: int) -> bool:
    """Tell whether there is such a message and its writer has agreed."""
    here = (Message.conversation == conversation) & (Message.seq == seq) & (Message.author == "visitor")
    return bool(await db.scalar(select(exists().where(here, _consented(Message.conversation)))))


async def examples(db: AsyncSession) -> list[LearningExample]:
    """Return every example, newest first."""
    return list(await db.scalars(select(LearningExample).order_by(LearningExample.id.desc())))
