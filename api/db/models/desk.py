"""The tables of an advisor's work on a case."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.db.models.base import Table
from api.db.models.conversation import of_conversation
from api.db.models.staff import Staff


class Note(Table):
    """What advisors write to each other about a case; a table of its own, so that no query for a visitor meets it."""

    __tablename__ = "note"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = of_conversation()
    client_id: Mapped[str] = mapped_column(String(36), unique=True)
    staff: Mapped[int] = mapped_column(ForeignKey(Staff.id))
    text: Mapped[str]
    at: Mapped[datetime]


class Transfer(Table):
    """A case offered to a colleague or to another team; the one who offers keeps it until it is accepted."""

    __tablename__ = "transfer"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = of_conversation()
    by: Mapped[int] = mapped_column(ForeignKey(Staff.id))
    to_staff: Mapped[int | None] = mapped_column(ForeignKey(Staff.id), index=True)
    to_team: Mapped[str | None] = mapped_column(String(64), index=True)
    note: Mapped[str]
    state: Mapped[str] = mapped_column(String(16))
    answer: Mapped[str | None]
    at: Mapped[datetime]
    answered_at: Mapped[datetime | None]


class Handover(Table):
    """One escalation: why, how urgent, to which team, whether the team was mailed, and how it ended."""

    __tablename__ = "handover"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = of_conversation()
    reason: Mapped[str] = mapped_column(String(32))
    priority: Mapped[int]
    team: Mapped[str | None] = mapped_column(String(64))
    callback: Mapped[bool]
    at: Mapped[datetime] = mapped_column(index=True)
    claimed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended: Mapped[str | None] = mapped_column(String(16))
    mailed_at: Mapped[datetime | None]


class Plan(Table):
    """The suuntakortti of a person: made together, so every change says which version it changes."""

    __tablename__ = "plan"

    conversation: Mapped[str] = of_conversation(primary=True)
    version: Mapped[int]
    content: Mapped[dict[str, Any]]
    by: Mapped[str] = mapped_column(String(16))
    accepted_at: Mapped[datetime | None]
    at: Mapped[datetime]


class FollowUp(Table):
    """Something an advisor has promised: to look how it goes, or to call back."""

    __tablename__ = "follow_up"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = of_conversation()
    team: Mapped[str | None] = mapped_column(String(64), index=True)
    staff: Mapped[int | None] = mapped_column(ForeignKey(Staff.id), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    due: Mapped[datetime] = mapped_column(index=True)
    text: Mapped[str]
    done_at: Mapped[datetime | None]
    done_by: Mapped[int | None] = mapped_column(ForeignKey(Staff.id))


class Closing(Table):
    """How a talk with an advisor ended."""

    __tablename__ = "closing"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = of_conversation()
    staff: Mapped[int] = mapped_column(ForeignKey(Staff.id))
    outcome: Mapped[str] = mapped_column(String(32))
    agreed: Mapped[str | None]
    at: Mapped[datetime]
