"""What a person answers by pressing while a human is there: it becomes a fact though the bot is silent."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.chat.schemas import Choice
from api.clock import now
from api.db import facts
from api.db.models.conversation import Conversation
from domain.conversations import State
from domain.facts import DECLINED, DONT_KNOW, Answer, Known, Vocabulary


def told_in(conversation: Conversation, choices: Sequence[Choice] | None) -> dict[str, Any] | None:
    """Return the payload of such an answer: which facts it tells, so that it stays with what is shared."""
    named = [choice.fact for choice in choices or () if choice.fact is not None]
    return {"kind": "answer", "facts": named} if named and conversation.state != State.BOT else None


async def without_bot(
    db: AsyncSession, conversation: Conversation, seq: int, choices: Sequence[Choice], vocabulary: Vocabulary
) -> bool:
    """Learn what was pressed in message `seq`; while the bot answers, its own turn does that."""
    if conversation.state == State.BOT:
        return False
    told = {choice.fact: _answer(choice, vocabulary) for choice in choices if choice.fact in vocabulary}
    answers = {fact: answer for fact, answer in told.items() if fact is not None and answer is not None}
    for fact, answer in answers.items():
        await facts.learn(db, conversation.id, fact, answer, words=None, source_seq=seq, by="visitor", at=now())
    return bool(answers)


def _answer(choice: Choice, vocabulary: Vocabulary) -> Answer | None:
    if choice.declined or choice.dont_know:
        return DECLINED if choice.declined else DONT_KNOW
    if choice.fact is None or choice.value is None:
        return None
    return Known(vocabulary.settled(choice.fact, choice.value))
