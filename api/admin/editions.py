"""Editions as they are published or drafted, each read once and kept while it is in use."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

from api.chat.rulebooks import PublishedRuleBooks
from api.db import drafts, rulebooks
from api.db.engine import Database
from api.db.models.rules import DraftRow
from domain.editions import Changes, Edition, edition_of, with_changes
from domain.errors import NotFound

KEPT = 6


@dataclass(frozen=True)
class Drafted:
    """A draft as it stands: its row, what it changes, and the editions before and after."""

    row: DraftRow
    newest: int
    editors: tuple[str, ...]
    changes: Changes
    base: Edition
    edition: Edition


class Editions:
    """Editions by version and by state of a draft."""

    def __init__(self, database: Database, books: PublishedRuleBooks) -> None:
        self._database = database
        self._books = books
        self._kept: OrderedDict[Hashable, Edition] = OrderedDict()

    async def newest(self) -> int:
        """Return the number of the last version, also one whose day is to come. Raises NotFound when there is none."""
        async with self._database.read() as db:
            version = await rulebooks.newest(db)
        if version is None:
            raise NotFound("no_rules")
        return version

    async def version(self, number: int) -> Edition:
        """Return a published edition. Raises NotFound."""
        if (kept := self._keep(number)) is not None:
            return kept
        if not 0 < number <= await self.newest():
            raise NotFound("version_not_found")
        book = await self._books.version(number)
        async with self._database.read() as db:
            extras = await rulebooks.extras(db, number)
        return self._put(number, edition_of(book, extras))

    async def draft(self, number: int) -> Drafted:
        """Return a draft with its editions. Raises NotFound."""
        async with self._database.read() as db:
            row = await drafts.find(db, number)
            changes = drafts.changes(await drafts.rows(db, number))
            editors = tuple(await drafts.editors(db, number))
        base = await self.version(row.based_on)
        key = (row.id, row.revision)
        edition = self._keep(key) or self._put(key, with_changes(base, changes))
        return Drafted(row, await self.newest(), editors, changes, base, edition)

    async def chosen(self, draft: int | None, version: int | None) -> tuple[int, Edition]:
        """Return the edition that a page asks for, with its version: a draft's, a version's, or the newest."""
        if draft is not None:
            found = await self.draft(draft)
            return found.row.based_on, found.edition
        number = version or await self.newest()
        return number, await self.version(number)

    def _keep(self, key: Hashable) -> Edition | None:
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def _put(self, key: Hashable, edition: Edition) -> Edition:
        self._kept[key] = edition
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return edition
