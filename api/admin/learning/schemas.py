"""What the learning pages send."""

from typing import Annotated, Literal

from pydantic import Field

from api.admin.schemas import Remark, Sent
from domain.learning import Form, Said


class Source(Sent):
    """The message that an example was made from."""

    conversation: Annotated[str, Field(min_length=1, max_length=36)]
    seq: Annotated[int, Field(ge=1, lt=2**31)]


class NewExample(Sent):
    """Something to be taught."""

    content: Annotated[Form | Said, Field(discriminator="kind")]
    source: Source | None = None


class Settled(Sent):
    """A message from which nothing is to be learned, or null: it is open again."""

    state: Literal["dismissed"] | None


class Training(Sent):
    """A training to begin."""

    note: Remark = ""


class Activation(Sent):
    """A model that is to read; one that scores lower needs a reason."""

    reason: Remark = ""
