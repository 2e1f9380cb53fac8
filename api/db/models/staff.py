"""The tables of those who work here: who they are, their log-ins and what they did."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from api.db.models.base import Table


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
