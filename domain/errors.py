"""What can go wrong in the product's own terms: a stable code for the client, facts for the log, no sentences."""

from collections.abc import Sequence
from typing import Protocol


class Place(Protocol):
    """One thing that is wrong and where it stands (see `domain.catalogue.Problem`)."""

    @property
    def place(self) -> str:
        """Where it stands, from the outside in."""
        ...

    @property
    def code(self) -> str:
        """What is wrong; stable."""
        ...

    @property
    def detail(self) -> str:
        """What was found there."""
        ...


class PalvelupolkuError(Exception):
    """Root of the errors that reach a client; `code` never changes its meaning."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


class NotFound(PalvelupolkuError):
    """There is no such thing for this caller."""


class Refused(PalvelupolkuError):
    """The state of things does not allow it (somebody was faster, the conversation is elsewhere)."""


class Invalid(PalvelupolkuError):
    """The content is wrong; `problems` names every place."""

    def __init__(self, code: str, problems: Sequence[Place] = ()) -> None:
        super().__init__(code)
        self.problems = tuple(problems)
