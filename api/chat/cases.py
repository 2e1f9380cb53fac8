"""What a turn of the dialogue reads and leaves behind, kept in the database."""

from collections.abc import Callable
from datetime import date

from actions.ports import Case, Outcome, RuleBooks
from api.chat.outcomes import dialogue_from_json, outcome_to_json
from api.db import facts, turns
from api.db.engine import Database


class StoredCases:
    """Implements `actions.ports.Cases`."""

    def __init__(self, database: Database, rulebooks: RuleBooks, today: Callable[[], date]) -> None:
        self._database = database
        self._rulebooks = rulebooks
        self._today = today

    async def open(self, conversation: str, turn: str) -> Case:
        """Return the case as it was before `turn`. Raises NotFound when conversation or turn is gone."""
        book = await self._rulebooks.published(self._today())
        async with self._database.read() as db:
            given, row = await turns.job(db, conversation, turn)
            known = facts.answers(await facts.rows(db, conversation), book.vocabulary)
            # What the person answers is the question they had seen when they wrote, not one that has come since.
            seen = {"pending": given["pending"]} if "pending" in given else {}
            dialogue = dialogue_from_json({**row.dialogue, **seen})
            return Case(conversation, known, dialogue, row.agreed, row.language)

    async def conclude(self, turn: str, outcome: Outcome) -> None:
        """Store the outcome on the turn; storing it again replaces it. Raises NotFound when the turn is gone."""
        async with self._database.write() as db:
            await turns.conclude(db, turn, outcome_to_json(outcome))
