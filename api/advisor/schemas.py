"""What the advisor's console sends."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from api.words import Words, clean

LARGEST_ID = 2**31 - 1


class AdvisorPost(BaseModel):
    """One message of the advisor."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    client_id: UUID
    text: Words


class Typing(BaseModel):
    """The advisor is writing, or has stopped."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    on: bool


class Claim(BaseModel):
    """Taking a case; `anyway` when one has as many as one wanted already."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    anyway: bool = False


class Presence(BaseModel):
    """Whether one takes conversations, why not, and how many at once."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    state: Literal["available", "busy", "away"]
    reason: Annotated[str, StringConstraints(max_length=64), AfterValidator(clean)] | None = None
    capacity: int = Field(ge=1, le=20)


class Offer(BaseModel):
    """A case offered to a colleague or to a team, with what they should know."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    client_id: UUID
    to_staff: int | None = Field(default=None, ge=1, le=LARGEST_ID)
    to_team: Annotated[str, StringConstraints(max_length=64)] | None = None
    note: Annotated[str, StringConstraints(max_length=2_000), AfterValidator(clean)]

    @model_validator(mode="after")
    def _one_receiver(self) -> Self:
        if (self.to_staff is None) == (self.to_team is None):
            raise ValueError("an offer goes to one colleague or to one team")
        if not self.note:
            raise ValueError("an offer needs a note")
        return self


class Decline(BaseModel):
    """Why an offer is not taken."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reason: Annotated[str, StringConstraints(max_length=500), AfterValidator(clean)] = ""


class ToTeam(BaseModel):
    """The team to which a waiting case is moved."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    team: Annotated[str, StringConstraints(max_length=64)]
