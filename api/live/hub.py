"""Who is listening to what. A hint says "look again"; the database is the truth and a lost hint only costs time."""

import asyncio
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Protocol

QUEUE = "queue"


def desk_of(staff: int) -> str:
    """Return the topic of what happens in one advisor's conversations."""
    return f"staff:{staff}"


@dataclass(frozen=True, slots=True)
class Hint:
    """Something happened to a topic: `changed` means "look again", `typing` is never stored anywhere."""

    topic: str
    kind: str
    by: str | None = None
    on: bool = False


@dataclass(eq=False, slots=True)
class Ear:
    """One listener. Hints of the same content are not kept twice; `closed` ends the listening."""

    waiting: dict[Hint, None] = field(default_factory=dict)
    rung: asyncio.Event = field(default_factory=asyncio.Event)
    closed: bool = False

    def hear(self, hint: Hint) -> None:
        """Keep a hint until the listener asks for it."""
        self.waiting.pop(Hint(hint.topic, hint.kind, hint.by, on=not hint.on), None)
        self.waiting[hint] = None
        self.rung.set()

    async def hints(self, patience: float) -> list[Hint]:
        """Wait up to `patience` seconds and return what was heard."""
        try:
            async with asyncio.timeout(patience):
                await self.rung.wait()
        except TimeoutError:
            return []
        heard = list(self.waiting)
        self.waiting.clear()
        self.rung.clear()
        return heard


class Live(Protocol):
    """Telling and listening, whatever carries the hints."""

    def tell(self, hint: Hint) -> None:
        """Pass a hint to everybody who listens to its topic; returns at once."""
        ...

    def listen(self, *topics: str) -> AbstractContextManager[Ear]:
        """Listen to topics while the block lasts."""
        ...

    async def start(self) -> None:
        """Begin to carry hints."""
        ...

    def silence(self) -> None:
        """Tell every listener that it is over."""
        ...

    async def close(self) -> None:
        """Stop carrying hints."""
        ...


class Hub:
    """Carries hints inside one process."""

    def __init__(self) -> None:
        self._ears: dict[str, set[Ear]] = {}
        self._silent = False

    async def start(self) -> None:
        """There is nothing to start."""

    async def close(self) -> None:
        """There is nothing left to stop."""
        self.silence()

    def tell(self, hint: Hint) -> None:
        """Pass a hint to the listeners of this process."""
        for ear in self._ears.get(hint.topic, ()):
            ear.hear(hint)

    @contextmanager
    def listen(self, *topics: str) -> Iterator[Ear]:
        """Listen to topics while the block lasts."""
        ear = Ear(closed=self._silent)
        for topic in topics:
            self._ears.setdefault(topic, set()).add(ear)
        try:
            yield ear
        finally:
            for topic in topics:
                self._stop(topic, ear)

    def silence(self) -> None:
        """Let every stream end, so that the server can stop."""
        self._silent = True
        for ear in {ear for ears in self._ears.values() for ear in ears}:
            ear.closed = True
            ear.rung.set()

    def _stop(self, topic: str, ear: Ear) -> None:
        ears = self._ears.get(topic, set())
        ears.discard(ear)
        if not ears:
            self._ears.pop(topic, None)
