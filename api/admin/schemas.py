"""What the console sends."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.words import encodable
from domain.editions import COLLECTIONS, ORDERED
from domain.errors import NotFound

Content = dict[str, Any]
Changes = dict[str, dict[str, Content | None]]
Title = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(encodable)]
Remark = Annotated[str, Field(max_length=2_000), AfterValidator(encodable)]
Revision = Annotated[int, Field(ge=0)]
Named = Annotated[str, Field(min_length=1, max_length=64)]


class Sent(BaseModel):
    """Something that a page sends: nothing beside what is named here."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NewDraft(Sent):
    """A draft to begin; `from_version` starts it with the content of an older version."""

    title: Title
    from_version: int | None = None


class Save(Sent):
    """An entry as the page has it, and the revision of the draft that it has seen."""

    revision: Revision
    content: Content


class Seen(Sent):
    """The revision that the page has seen."""

    revision: Revision


class Order(Seen):
    """The ids of a collection in their new order."""

    ids: list[Named]


class Submission(Seen):
    """A draft handed over to be approved, and what the approver should know."""

    note: Remark = ""


class Return(Sent):
    """Why a draft is given back."""

    note: Remark


class Publication(Seen):
    """What is approved: this revision, from this day on."""

    effective_from: date
    note: Remark = ""


class Restoration(Sent):
    """An older version to be published again."""

    effective_from: date
    note: Remark = ""


class Resolution(Sent):
    """How one conflict of a merge is settled."""

    collection: Named
    id: Named
    path: list[str | int]
    take: Literal["mine", "theirs", "value"]
    value: Any = None


class Merge(Seen):
    """A draft to be brought onto the newest version."""

    resolutions: list[Resolution] = []


class Preview(Sent):
    """Changes that nobody has saved, and whom to look at (all example people, unless some are named)."""

    changes: Changes = {}
    people: list[Named] | None = None
    on: date | None = None


class Trial(Sent):
    """A person made up for a trial, on top of changes that nobody has saved."""

    facts: dict[str, Any] = {}
    declined: list[str] = []
    dont_know: list[str] = []
    service: Named | None = None
    changes: Changes = {}
    on: date | None = None


class ToRead(Sent):
    """An entry to be read in plain Finnish."""

    collection: Named
    content: Content


def collection_of(collection: str) -> str:
    """Return the collection of a path. Raises NotFound."""
    if collection not in COLLECTIONS:
        raise NotFound("collection_not_found")
    return collection


def ordered_of(collection: str) -> str:
    """Return a collection whose order can be changed. Raises NotFound."""
    if collection not in ORDERED:
        raise NotFound("collection_not_found")
    return collection
