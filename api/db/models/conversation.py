"""The tables of a person's talk: what was said, what is known and what was shown."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.db.models.base import Table
from api.db.models.staff import Staff
from domain.languages import Language


def of_conversation(*, primary: bool = False) -> Mapped[str]:
    """Return the column of the conversation that a row goes with: the row's key or part of it, or else indexed."""
    whose = ForeignKey("conversation.id", ondelete="CASCADE")
    return mapped_column(String(36), whose, primary_key=primary, index=not primary)


class Conversation(Table):
    """One person's talk; the token itself is never stored.

    `team` and `wanted` say whose queue it waits in, `person` joins the talks of one who has agreed to that, `agreed` is
    what the person and an advisor have agreed last.
    """

    __tablename__ = "conversation"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64))
    language: Mapped[Language] = mapped_column(String(8))
    state: Mapped[str] = mapped_column(String(16))
    last_seq: Mapped[int]
    created: Mapped[datetime]
    updated: Mapped[datetime] = mapped_column(index=True)
    dialogue: Mapped[dict[str, Any]]
    outage_told: Mapped[bool]
    urgent: Mapped[str | None] = mapped_column(String(32))
    priority: Mapped[int]
    handoff_reason: Mapped[str | None] = mapped_column(String(16))
    share: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    contact: Mapped[str | None]
    queued_at: Mapped[datetime | None] = mapped_column(index=True)
    advisor: Mapped[int | None] = mapped_column(ForeignKey(Staff.id), index=True)
    advisor_seen: Mapped[int]
    lease_until: Mapped[datetime | None]
    team: Mapped[str | None] = mapped_column(String(64), index=True)
    wanted: Mapped[int | None] = mapped_column(ForeignKey(Staff.id))
    callback: Mapped[bool]
    person: Mapped[str | None] = mapped_column(String(64), index=True)
    agreed: Mapped[str | None]


class Message(Table):
    """One message; `seq` runs 1, 2, 3 ... in its conversation without gaps, `answers` is the seq it replies to."""

    __tablename__ = "message"
    __table_args__ = (UniqueConstraint("conversation", "client_id"),)

    conversation: Mapped[str] = of_conversation(primary=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    client_id: Mapped[str | None] = mapped_column(String(36))
    author: Mapped[str] = mapped_column(String(16))
    author_name: Mapped[str | None]
    text: Mapped[str]
    payload: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    answers: Mapped[int | None]
    at: Mapped[datetime]


class Turn(Table):
    """A durable job: one message that the bot has to answer."""

    __tablename__ = "turn"
    __table_args__ = (Index("ix_turn_state", "state"),)

    conversation: Mapped[str] = of_conversation(primary=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    state: Mapped[str] = mapped_column(String(16))
    attempts: Mapped[int]
    fence: Mapped[int]
    lease_until: Mapped[datetime | None]
    next_try_at: Mapped[datetime]
    input: Mapped[dict[str, Any]]
    outcome: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class FactRow(Table):
    """What is known of one person on one fact, and from which message."""

    __tablename__ = "fact"

    conversation: Mapped[str] = of_conversation(primary=True)
    fact: Mapped[str] = mapped_column(String(64), primary_key=True)
    status: Mapped[str] = mapped_column(String(16))
    value: Mapped[Any] = mapped_column(JSON)
    partial: Mapped[bool]
    words: Mapped[str | None]
    source_seq: Mapped[int | None]
    by: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]


class Suggestion(Table):
    """The set as it was shown after message `seq`, with the rules of that day."""

    __tablename__ = "suggestion"

    conversation: Mapped[str] = of_conversation(primary=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rulebook_version: Mapped[int]
    content: Mapped[dict[str, Any]]
    at: Mapped[datetime]


class SuggestionChoice(Table):
    """What the person thought of one suggested service."""

    __tablename__ = "suggestion_choice"

    conversation: Mapped[str] = of_conversation(primary=True)
    service: Mapped[str] = mapped_column(String(128), primary_key=True)
    choice: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str | None]
    at: Mapped[datetime]


class NotUnderstood(Table):
    """A message that gave nothing; its text stays in the message, so it goes when the conversation goes."""

    __tablename__ = "not_understood"

    conversation: Mapped[str] = of_conversation(primary=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    asked: Mapped[dict[str, Any]]
    at: Mapped[datetime]


class Feedback(Table):
    """The person's own experience."""

    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = of_conversation()
    rating: Mapped[int | None]
    text: Mapped[str | None]
    at: Mapped[datetime]


class Erasure(Table):
    """A conversation that is gone here and still has to be forgotten by Rasa."""

    __tablename__ = "erasure"

    conversation: Mapped[str] = mapped_column(String(36), primary_key=True)
    asked_at: Mapped[datetime]
