"""The last transaction of a turn: its outcome, its replies and its end in one commit."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from actions.ports import Outcome
from api.chat.outcomes import dialogue_to_json, outcome_from_json
from api.db import conversations, facts, learning, messages, turns
from api.db.models.conversation import Conversation, NotUnderstood, Suggestion
from api.rasa import Reply
from domain.conversations import State
from domain.texts import Texts

OFFER: dict[str, Any] = {"kind": "handoff", "state": "offered", "position": None}


async def answered(db: AsyncSession, turn: turns.Claimed, replies: Sequence[Reply], *, at: datetime) -> bool:
    """Apply what the turn brought; False when it was somebody else's by now. Raises NotFound after an erasure.

    When an advisor has taken over meanwhile, what was learned is kept and the replies are dropped.
    """
    conversation = await conversations.lock(db, turn.conversation)
    ended = await turns.finish(db, turn, turns.DONE)
    if ended is None:
        return False
    await _keep_refused_reading(db, turn, at=at)
    if ended.outcome is not None:
        await _apply(db, conversation, turn.seq, outcome_from_json(ended.outcome), at=at)
    if conversation.state != State.BOT:
        await turns.drop_open(db, conversation.id)
    else:
        said = [messages.New("bot", reply.text, reply.payload, answers=turn.seq) for reply in replies]
        messages.append(db, conversation, *said, at=at)
        conversation.outage_told = False
    return True


async def gave_up(db: AsyncSession, turn: turns.Claimed, texts: Texts, *, at: datetime) -> None:
    """End a turn that cannot be answered, and say so."""
    conversation = await conversations.lock(db, turn.conversation)
    if await turns.finish(db, turn, turns.FAILED) and conversation.state == State.BOT:
        said = texts.spoken(conversation.language).say("bot_gave_up")
        messages.append(db, conversation, messages.New("bot", said, OFFER, answers=turn.seq), at=at)


async def tell_of_outage(db: AsyncSession, conversation_id: str, texts: Texts, *, at: datetime) -> bool:
    """Say once per outage that the answer takes longer; tell whether it was said now."""
    conversation = await conversations.lock(db, conversation_id)
    if conversation.outage_told or conversation.state != State.BOT:
        return False
    conversation.outage_told = True
    said = texts.spoken(conversation.language).say("bot_unavailable")
    messages.append(db, conversation, messages.New("bot", said, OFFER), at=at)
    return True


async def _apply(db: AsyncSession, conversation: Conversation, seq: int, outcome: Outcome, *, at: datetime) -> None:
    for learned in outcome.learned:
        await learning.corrected(db, conversation.id, learned.fact, learned.answer, at=at)
        await facts.learn(
            db,
            conversation.id,
            learned.fact,
            learned.answer,
            words=learned.words,
            source_seq=seq,
            by="bot",
            at=at,
        )
    for fact in outcome.forgotten:
        await learning.corrected(db, conversation.id, fact, None, at=at)
    if outcome.forgotten:
        await facts.forget(db, conversation.id, outcome.forgotten)
    if outcome.suggestion is not None:
        version, view = outcome.suggestion
        row = Suggestion(conversation=conversation.id, seq=seq, rulebook_version=version, content=dict(view), at=at)
        await db.merge(row)
    if outcome.not_understood:
        asked = dialogue_to_json(outcome.dialogue)["pending"]
        await db.merge(NotUnderstood(conversation=conversation.id, seq=seq, asked=asked, at=at))
    conversation.dialogue = dialogue_to_json(outcome.dialogue)


async def _keep_refused_reading(db: AsyncSession, turn: turns.Claimed, *, at: datetime) -> None:
    """A reading to which the person has said no was wrong: remember the message that it was taken from."""
    said = turn.input["metadata"]
    if not said["confirm"] or {"confirm": False} not in (said["choices"] or ()):
        return
    read = await learning.before(db, turn.conversation, turn.seq)
    if read is not None:
        await learning.misread(db, turn.conversation, read, said["confirm"]["fact"], at=at)
