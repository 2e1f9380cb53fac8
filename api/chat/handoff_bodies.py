"""What the visitor's page sends on the way to a human."""

from pydantic import BaseModel, ConfigDict

from api.chat.schemas import Share
from api.words import ShortWords


class Sharing(BaseModel):
    """What an advisor may see from now on; a contact that is sent empty is taken back."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    share: Share
    contact: ShortWords | None = None


class CallBack(BaseModel):
    """A wish to be contacted; without phone use the answer comes in writing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    contact: ShortWords | None = None
    phone_ok: bool = True
