"""What the staff's pages send about themselves."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.words import ShortWords, encodable


class Login(BaseModel):
    """A name and a password."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    username: ShortWords
    password: Annotated[str, Field(max_length=1_000), AfterValidator(encodable)]
