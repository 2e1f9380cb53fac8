"""The rules in force, read once per version; a new version is seen within a few seconds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from time import monotonic

from api.db import rulebooks
from api.db.engine import Database
from api.published import Extras
from domain.errors import NotFound
from domain.rules import RuleBook

Variants = Mapping[str, str]


class PublishedTexts(Mapping[str, Variants]):
    """The assistant's sentences: the product's own with what editors have published in their place."""

    def __init__(self, own: Mapping[str, Variants]) -> None:
        self._own = own
        self._current = own

    def take(self, _: RuleBook, extras: Extras) -> None:
        """Use these in place of earlier changes; a sentence that the product does not know is not used."""
        known = {i: variants for i, variants in extras.get("texts", {}).items() if variants and i in self._own}
        spoken = {i: {name: t for name, t in variants.items() if t and name != "id"} for i, variants in known.items()}
        self._current = {**self._own, **spoken}

    def __getitem__(self, sentence: str) -> Variants:
        return self._current[sentence]

    def __iter__(self) -> Iterator[str]:
        return iter(self._current)

    def __len__(self) -> int:
        return len(self._current)


class PublishedRuleBooks:
    """Implements `actions.ports.RuleBooks`. `every` is how many seconds the number of the version is believed.

    What stands beside the version in force goes to the `takers`.
    """

    def __init__(
        self,
        database: Database,
        *,
        every: float,
        clock: Callable[[], float] = monotonic,
        takers: Sequence[Callable[[RuleBook, Extras], None]] = (),
    ) -> None:
        self._database = database
        self._takers = takers
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
            extras = {} if version is None else await rulebooks.extras(db, version)
        if version is None:
            raise NotFound("no_rules")
        book = await self.version(version)
        for take in self._takers:
            take(book, extras)
        self._in_force = {on: (self._clock(), version)}
        return version
