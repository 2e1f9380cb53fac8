"""What the console sends about a case."""

from datetime import date
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import AfterValidator, Field, model_validator

from api.chat.schemas import Body, CardWords
from api.words import LongWords, ShortWords, Words

Code = Annotated[str, Field(max_length=128)]
NEEDS = {"service": {"service"}, "question": {"fact"}, "link": {"title", "url"}, "reply": {"text"}}


def secure(url: str) -> str:
    """Return the address. Raises ValueError unless it is one of the open web, reached by https."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or "." not in parts.hostname or parts.username is not None:
        raise ValueError("only https addresses")
    return url


class NewNote(Body):
    """What advisors write to each other."""

    client_id: UUID
    text: Annotated[LongWords, Field(min_length=1)]


class Sending(Body):
    """One thing sent into the chat: a service, a question about a fact, a link or a ready reply."""

    client_id: UUID
    kind: Literal["service", "question", "link", "reply"]
    service: Code | None = None
    fact: Code | None = None
    title: ShortWords | None = None
    url: Annotated[str, Field(max_length=500), AfterValidator(secure)] | None = None
    text: Words | None = None

    @model_validator(mode="after")
    def _of_its_kind(self) -> Self:
        if self.model_fields_set - {"client_id", "kind"} != NEEDS[self.kind]:
            raise ValueError("a thing to send has the fields of its kind")
        return self


class NewPlan(Body):
    """An advisor's change of the suuntakortti."""

    version: int = Field(ge=0)
    content: CardWords


class Closing(Body):
    """The end of a talk: how it ended, what was agreed, when one looks at it again, and who goes on."""

    client_id: UUID | None = None
    outcome: Code = "muu"
    agreed: LongWords | None = None
    follow_up_on: date | None = None
    to: Literal["end", "assistant"] = "end"


class NewDue(Body):
    """Another day for a follow-up."""

    due: date


class Nothing(Body):
    """A body without content."""
