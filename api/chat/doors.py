"""The token hashes of the conversations that are busy now, so that not every call has to ask the database."""

from collections import OrderedDict

from api.db import conversations
from api.db.engine import Database

REMEMBERED = 10_000


class Doors:
    """A conversation's token never changes; whether the conversation is still there, each call finds out by itself."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._hashes: OrderedDict[str, str] = OrderedDict()

    async def token_hash(self, conversation: str) -> str:
        """Return the hash of the conversation's token. Raises NotFound."""
        known = self._hashes.get(conversation)
        if known is None:
            async with self._database.read() as db:
                known = (await conversations.find(db, conversation)).token_hash
            self._hashes[conversation] = known
            if len(self._hashes) > REMEMBERED:
                self._hashes.popitem(last=False)
        return known
