"""What stored conversations know of their people, for counting only."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db.models.conversation import Conversation, FactRow


async def since(db: AsyncSession, moment: datetime, *, most: int) -> dict[str, list[FactRow]]:
    """Return the answers of the newest conversations since the moment, by conversation."""
    newest = select(Conversation.id).where(Conversation.updated >= moment).order_by(Conversation.updated.desc())
    query = select(FactRow).where(FactRow.conversation.in_(newest.limit(most)))
    found: dict[str, list[FactRow]] = {}
    for row in await db.scalars(query):
        found.setdefault(row.conversation, []).append(row)
    return found
