"""What is counted: one short row per conversation, so that statistics read no messages and no shown sets."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from api.db.models.base import Table
from api.db.models.conversation import of_conversation


class Tally(Table):
    """One conversation as the statistics see it; it goes when the conversation goes.

    `updated` is the conversation's own time of its last change, `week` the Monday on which its week began; `marks` are
    what is counted of it (see `domain.statistics`), a line each.
    """

    __tablename__ = "tally"

    conversation: Mapped[str] = of_conversation(primary=True)
    updated: Mapped[datetime] = mapped_column(index=True)
    week: Mapped[str] = mapped_column(String(10), index=True)
    age: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(64))
    region: Mapped[str] = mapped_column(String(128))
    marks: Mapped[str]
