"""What the staff's pages send about themselves."""

from pydantic import BaseModel, ConfigDict, Field

from api.words import ShortWords


class Login(BaseModel):
    """A name and a password."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    username: ShortWords
    password: str = Field(max_length=1_000)
