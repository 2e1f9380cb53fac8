"""The tables of the rules: the published versions and the drafts of the next."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.db.models.base import Table


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
