"""Where the actions meet storage: what a turn of the dialogue may read and what it leaves behind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from domain.facts import Answer, Facts
from domain.languages import FINNISH, Language
from domain.rules import RuleBook


@dataclass(frozen=True, slots=True)
class Pending:
    """What the person was last asked: facts, the screen that holds them, or a reading to confirm (fact, value).

    `offer` is a command that was offered after that, which a plain yes accepts.
    """

    asked: tuple[str, ...] = ()
    screen: str | None = None
    confirm: tuple[str, Any] | None = None
    offer: str | None = None


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where the dialogue stands; `misses` counts messages in a row that gave nothing.

    `refining` is on when the person wants questions that only sharpen details; `escalated` is the last escalation told;
    `held` is on after danger, until the person goes on; `told` are the facts that were answered last; `skips` counts
    questions skipped in a row; `recalled` is on when what a human has agreed with the person has been said.
    """

    pending: Pending = field(default_factory=Pending)
    misses: int = 0
    result_shown: bool = False
    refining: bool = False
    escalated: str | None = None
    held: bool = False
    skips: int = 0
    told: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    recalled: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One conversation as the turn finds it: committed facts, dialogue state, what a human agreed with, language."""

    conversation: str
    facts: Facts
    dialogue: Dialogue
    agreed: str | None = None
    language: Language = FINNISH


@dataclass(frozen=True, slots=True)
class Learned:
    """One answer and the person's own words it was taken from (None for a button)."""

    fact: str
    answer: Answer
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that a turn changes; stored on the turn and applied together with its replies.

    `suggestion` is (rule book version, suggestion view) when a set was shown.
    """

    dialogue: Dialogue
    learned: tuple[Learned, ...] = ()
    forgotten: tuple[str, ...] = ()
    suggestion: tuple[int, Mapping[str, Any]] | None = None
    not_understood: bool = False


class Cases(Protocol):
    """Storage of conversations as far as a turn needs it."""

    async def open(self, conversation: str, turn: str) -> Case:
        """Return the case as it was before `turn`. Raises NotFound when conversation or turn is gone."""
        ...

    async def conclude(self, turn: str, outcome: Outcome) -> None:
        """Store the outcome on the turn; storing it again replaces it. Raises NotFound when the turn is gone."""
        ...


class RuleBooks(Protocol):
    """The published rules."""

    async def published(self, on: date) -> RuleBook:
        """Return the rule book in force on the day."""
        ...
