"""What the advisor's console sends."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict

from api.words import Words


class AdvisorPost(BaseModel):
    """One message of the advisor."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    client_id: UUID
    text: Words


class Typing(BaseModel):
    """The advisor is writing, or has stopped."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    on: bool
