"""The rules in force, read once per version; a new version is seen within a few seconds."""

from collections.abc import Callable
from datetime import date
from time import monotonic

from api.db import rulebooks
from api.db.engine import Database
from domain.errors import NotFound
from domain.rules import RuleBook


class PublishedRuleBooks:
    """Implements `actions.ports.RuleBooks`. `every` is how many seconds the number of the version is believed."""

    def __init__(self, database: Database, *, every: float, clock: Callable[[], float] = monotonic) -> None:
        self._database = database
        self._every = every
        self._clock = clock
        self._books: dict[int, RuleBook] = {}
        self._in_force: dict[date, tuple[float, int]] = {}

    async def published(self, on: date) -> RuleBook:
        """Return the rule book in force on the day. Raises NotFound("no_rules") when none is published."""
        checked, version = self._in_force.get(on, (float("-inf"), 0))
        if self._clock() - checked >= self._every:
            version = await self._look(on)
        return self._books[version]

    async def version(self, number: int) -> RuleBook:
        """Return one version, also an old one; it must exist."""
        if number not in self._books:
            async with self._database.read() as db:
                self._books[number] = await rulebooks.content(db, number)
        return self._books[number]

    async def _look(self, on: date) -> int:
        async with self._database.read() as db:
            version = await rulebooks.version_in_force(db, on)
        if version is None:
            raise NotFound("no_rules")
        await self.version(version)
        self._in_force = {on: (self._clock(), version)}
        return version
