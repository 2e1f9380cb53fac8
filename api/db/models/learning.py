"""What the language model learns from: consent, misread messages, examples, and the models themselves."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.db.models.base import Table
from api.db.models.conversation import of_conversation


class DevelopmentConsent(Table):
    """A person who lets what they wrote be used to make the assistant better; no row is a no."""

    __tablename__ = "development_consent"

    conversation: Mapped[str] = of_conversation(primary=True)
    at: Mapped[datetime]


class Misreading(Table):
    """A message of which something was read that the person has put right; its words stay in the message."""

    __tablename__ = "misreading"

    conversation: Mapped[str] = of_conversation(primary=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    fact: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]


class LearningReview(Table):
    """A misread message that an editor has settled: `taught` or `dismissed`."""

    __tablename__ = "learning_review"

    conversation: Mapped[str] = of_conversation(primary=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    state: Mapped[str] = mapped_column(String(16))
    by: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]


class LearningExample(Table):
    """What an editor has taught; one made from a message goes when the talk goes or its consent is taken back."""

    __tablename__ = "learning_example"

    id: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[dict[str, Any]]
    conversation: Mapped[str | None] = mapped_column(
        String(36), ForeignKey("conversation.id", ondelete="CASCADE"), index=True
    )
    seq: Mapped[int | None]
    author: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]


class LanguageModel(Table):
    """One model: what it was made from (`base`, `examples`), how far its training is, how it scores, whether it reads.

    `examples` are the numbers and authors of what it was taught, without their words.
    """

    __tablename__ = "language_model"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    stage: Mapped[str | None] = mapped_column(String(16))
    progress: Mapped[int]
    base: Mapped[str] = mapped_column(String(64))
    author: Mapped[str] = mapped_column(String(64))
    note: Mapped[str]
    examples: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    scores: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    failure: Mapped[str | None] = mapped_column(String(32))
    started: Mapped[datetime]
    beat: Mapped[datetime]
    ended: Mapped[datetime | None]
    active: Mapped[bool]
    activated_by: Mapped[str | None] = mapped_column(String(64))
    activated_at: Mapped[datetime | None]
    reason: Mapped[str | None]
