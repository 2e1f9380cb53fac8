"""The tables. No relations: every query says what it reads."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, Index, MetaData, String, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Utc(TypeDecorator[datetime]):
    """A time in UTC; SQLite forgets the zone, so it is given back here."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the time as it is stored, whatever zone it was told in."""
        return value.astimezone(UTC) if value is not None and value.tzinfo is not None else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the stored time with its zone."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


class Table(DeclarativeBase):
    """Base of the tables."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: Utc, dict[str, Any]: JSON, Any: JSON, str: Text}  # noqa: RUF012


def _of_conversation(*, primary: bool = False) -> Mapped[str]:
    return mapped_column(String(36), ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=primary)


class Conversation(Table):
    """One person's talk; the token itself is never stored.

    `team` and `wanted` say whose queue it waits in, `person` joins the talks of one who has agreed to that, `agreed` is
    what the person and an advisor have agreed last.
    """

    __tablename__ = "conversation"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(8))
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
    advisor: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    advisor_seen: Mapped[int]
    lease_until: Mapped[datetime | None]
    team: Mapped[str | None] = mapped_column(String(64), index=True)
    wanted: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    callback: Mapped[bool]
    person: Mapped[str | None] = mapped_column(String(64), index=True)
    agreed: Mapped[str | None]


class Message(Table):
    """One message; `seq` runs 1, 2, 3 ... in its conversation without gaps, `answers` is the seq it replies to."""

    __tablename__ = "message"
    __table_args__ = (UniqueConstraint("conversation", "client_id"),)

    conversation: Mapped[str] = _of_conversation(primary=True)
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

    conversation: Mapped[str] = _of_conversation(primary=True)
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

    conversation: Mapped[str] = _of_conversation(primary=True)
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

    conversation: Mapped[str] = _of_conversation(primary=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rulebook_version: Mapped[int]
    content: Mapped[dict[str, Any]]
    at: Mapped[datetime]


class SuggestionChoice(Table):
    """What the person thought of one suggested service."""

    __tablename__ = "suggestion_choice"

    conversation: Mapped[str] = _of_conversation(primary=True)
    service: Mapped[str] = mapped_column(String(128), primary_key=True)
    choice: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str | None]
    at: Mapped[datetime]


class NotUnderstood(Table):
    """A message that gave nothing; its text stays in the message, so it goes when the conversation goes."""

    __tablename__ = "not_understood"

    conversation: Mapped[str] = _of_conversation(primary=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    asked: Mapped[dict[str, Any]]
    at: Mapped[datetime]


class Feedback(Table):
    """The person's own experience."""

    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(String(36), ForeignKey("conversation.id", ondelete="CASCADE"), index=True)
    rating: Mapped[int | None]
    text: Mapped[str | None]
    at: Mapped[datetime]


class Erasure(Table):
    """A conversation that is gone here and still has to be forgotten by Rasa."""

    __tablename__ = "erasure"

    conversation: Mapped[str] = mapped_column(String(36), primary_key=True)
    asked_at: Mapped[datetime]


class RulebookRow(Table):
    """One published version of the rules; never changed afterwards.

    `extras` are the texts and example people that editors changed, `changed` names the entries that differ from the
    version before as [collection, id, change]; None stands for a version of which that was not kept.
    """

    __tablename__ = "rulebook"

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[str]
    digest: Mapped[str] = mapped_column(String(64))
    effective_from: Mapped[str] = mapped_column(String(10))
    author: Mapped[str]
    note: Mapped[str]
    created: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(16))
    approver: Mapped[str | None] = mapped_column(String(64))
    based_on: Mapped[int | None]
    extras: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    changed: Mapped[list[list[str]] | None] = mapped_column(JSON(none_as_null=True))


class DraftRow(Table):
    """Changes of the rules that somebody is making; `revision` counts saves, `rebased` is the last merge's."""

    __tablename__ = "draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    state: Mapped[str] = mapped_column(String(16))
    based_on: Mapped[int]
    revision: Mapped[int]
    rebased: Mapped[int]
    author: Mapped[str] = mapped_column(String(64))
    note: Mapped[str]
    submitted_by: Mapped[str | None] = mapped_column(String(64))
    returned_note: Mapped[str | None]
    published_as: Mapped[int | None]
    created: Mapped[datetime]
    updated: Mapped[datetime]


class DraftChange(Table):
    """One entry as a draft has it (JSON null: deleted), who saved it last and at which revision."""

    __tablename__ = "draft_change"

    draft: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    collection: Mapped[str] = mapped_column(String(16), primary_key=True)
    entry: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    revision: Mapped[int]
    by: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]


class DraftEditor(Table):
    """Who has ever saved anything in a draft; none of them approves it."""

    __tablename__ = "draft_editor"

    draft: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(String(64), primary_key=True)


class Note(Table):
    """What advisors write to each other about a case; a table of its own, so that no query for a visitor meets it."""

    __tablename__ = "note"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(String(36), ForeignKey("conversation.id", ondelete="CASCADE"), index=True)
    client_id: Mapped[str] = mapped_column(String(36), unique=True)
    staff: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    text: Mapped[str]
    at: Mapped[datetime]


class Transfer(Table):
    """A case offered to a colleague or to another team; the one who offers keeps it until it is accepted."""

    __tablename__ = "transfer"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(String(36), ForeignKey("conversation.id", ondelete="CASCADE"), index=True)
    by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    to_staff: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
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
    conversation: Mapped[str] = mapped_column(String(36), ForeignKey("conversation.id", ondelete="CASCADE"), index=True)
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

    conversation: Mapped[str] = _of_conversation(primary=True)
    version: Mapped[int]
    content: Mapped[dict[str, Any]]
    by: Mapped[str] = mapped_column(String(16))
    accepted_at: Mapped[datetime | None]
    at: Mapped[datetime]


class FollowUp(Table):
    """Something an advisor has promised: to look how it goes, or to call back."""

    __tablename__ = "follow_up"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(String(36), ForeignKey("conversation.id", ondelete="CASCADE"), index=True)
    team: Mapped[str | None] = mapped_column(String(64), index=True)
    staff: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    due: Mapped[datetime] = mapped_column(index=True)
    text: Mapped[str]
    done_at: Mapped[datetime | None]
    done_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class Closing(Table):
    """How a talk with an advisor ended."""

    __tablename__ = "closing"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(String(36), ForeignKey("conversation.id", ondelete="CASCADE"), index=True)
    staff: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    outcome: Mapped[str] = mapped_column(String(32))
    agreed: Mapped[str | None]
    at: Mapped[datetime]


class Staff(Table):
    """A person who works here."""

    __tablename__ = "staff"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(16))
    password_hash: Mapped[str]
    active: Mapped[bool]
    created: Mapped[datetime]
    email: Mapped[str | None] = mapped_column(String(254))
    totp_secret: Mapped[str | None] = mapped_column(String(64))
    totp_used: Mapped[int | None]
    oidc_subject: Mapped[str | None] = mapped_column(String(255), index=True, unique=True)
    presence: Mapped[str] = mapped_column(String(16))
    presence_reason: Mapped[str | None] = mapped_column(String(64))
    presence_at: Mapped[datetime | None]
    capacity: Mapped[int]


class StaffTeam(Table):
    """Who works in which team; the teams themselves are data."""

    __tablename__ = "staff_team"

    staff: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    team: Mapped[str] = mapped_column(String(64), primary_key=True)


class RecoveryCode(Table):
    """A code for the day when the second factor is lost; each opens once."""

    __tablename__ = "recovery_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    staff: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    code_hash: Mapped[str]
    used_at: Mapped[datetime | None]


class StaffSession(Table):
    """One log-in; the cookie itself is never stored. It opens nothing before the second factor has been shown."""

    __tablename__ = "staff_session"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    staff: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    csrf: Mapped[str] = mapped_column(String(64))
    verified: Mapped[bool]
    created: Mapped[datetime]
    seen: Mapped[datetime]


class LoginAttempt(Table):
    """A failed log-in; enough of them close the name for a while."""

    __tablename__ = "login_attempt"
    __table_args__ = (Index("ix_login_attempt_name_at", "name", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]


class Audit(Table):
    """Who of the staff did or looked at what; outlives the conversation and holds none of its content.

    `digest` is the hash of the row with the digest of the row before it, so that a change or a gap shows.
    """

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    staff: Mapped[str] = mapped_column(String(64))
    action: Mapped[str] = mapped_column(String(32))
    conversation: Mapped[str | None] = mapped_column(String(36))
    detail: Mapped[str | None]
    digest: Mapped[str] = mapped_column(String(64))
