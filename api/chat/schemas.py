"""What the visitor's page sends."""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from api.words import LongWords, ShortWords, Words, clean
from domain.languages import FINNISH, Language
from domain.plan_card import Card
from domain.privacy import mask

Command = Literal["result", "human", "why", "restart", "skip", "start", "refine"]


class Body(BaseModel):
    """A body that holds nothing but what is known."""

    model_config = ConfigDict(extra="forbid", frozen=True)


# A random key that the browser keeps only when the person has agreed to it.
PersonKey = Annotated[str, Field(min_length=32, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]


class NewConversation(Body):
    """The start of a conversation."""

    language: Language = FINNISH
    person: PersonKey | None = None


class Speaking(Body):
    """In which language the conversation goes on."""

    language: Language


class Joining(Body):
    """The person's own key that joins their talks; null takes that back."""

    person: PersonKey | None


class Choice(Body):
    """One pressed button: a value of a fact, a refusal, a "don't know", a yes or no to a reading, or "forget it"."""

    fact: str | None = None
    value: bool | int | str | list[str] | None = None
    declined: Literal[True] | None = None
    dont_know: Literal[True] | None = None
    confirm: bool | None = None
    forget: Literal[True] | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        said = self.model_fields_set & {"value", "declined", "dont_know", "confirm", "forget"}
        if len(said) != 1 or (self.fact is None) != (said == {"confirm"}):
            raise ValueError("a choice is one of fact with value, declined, dont_know or forget, or confirm alone")
        return self


class Post(Body):
    """One message of the visitor."""

    client_id: UUID
    text: Words | None = None
    choice: Choice | None = None
    choices: list[Choice] | None = Field(default=None, max_length=60)
    command: Command | None = None
    seen_facts: list[str] = Field(default=[], max_length=60)

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if sum(part is not None for part in (self.text, self.choice, self.choices, self.command)) != 1:
            raise ValueError("a message is one of text, choice, choices or command")
        return self

    @property
    def chosen(self) -> list[Choice] | None:
        """All pressed buttons, or None when the message is not made of buttons."""
        return [self.choice] if self.choice else self.choices


class FactAnswer(Body):
    """An answer given in the panel."""

    value: bool | int | str | list[str] | None = None
    declined: Literal[True] | None = None
    dont_know: Literal[True] | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if len(self.model_fields_set) != 1 or self.model_dump(exclude_unset=True) == {"value": None}:
            raise ValueError("an answer is one of value, declined or dont_know")
        return self


class Share(Body):
    """Which kinds of facts an advisor may see."""

    basic: bool = False
    sensitive: bool = False
    health: bool = False


class Handoff(Body):
    """A wish for a human; without phone use a call-back comes in writing."""

    share: Share
    phone_ok: bool = True
    message: LongWords | None = None
    contact: ShortWords | None = None


class Development(Body):
    """Whether what the person writes may be used to make the assistant better."""

    agreed: bool


class Typing(Body):
    """The person is writing, or has stopped."""

    on: bool


class ServiceChoice(Body):
    """What the person thinks of one suggested service; null takes the choice back."""

    service: str = Field(max_length=128)
    choice: Literal["accept", "reject"] | None
    reason: LongWords | None = None


WRITTEN = frozenset({"goal", "noticing", "text", "who", "when"})


def cleaned(content: Any) -> Any:
    """Return a card as it came, its texts cleaned and without what stands for a person in a register."""
    if isinstance(content, list):
        return [cleaned(one) for one in content]
    if not isinstance(content, dict):
        return content
    return {key: mask(clean(one)).text if _written(key, one) else cleaned(one) for key, one in content.items()}


def _written(key: str, value: Any) -> bool:
    return key in WRITTEN and isinstance(value, str)


CardWords = Annotated[Card, BeforeValidator(cleaned)]


class PlanAnswer(Body):
    """The person's word on the suuntakortti: it is good as it is, or it reads like this."""

    version: int = Field(ge=0)
    accept: Literal[True] | None = None
    content: CardWords | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if (self.accept is None) == (self.content is None):
            raise ValueError("an answer is one of accept or content")
        return self


class Experience(Body):
    """The person's own experience of the conversation."""

    rating: int | None = Field(default=None, ge=1, le=5)
    text: LongWords | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.rating is None and not self.text:
            raise ValueError("feedback needs a rating or a text")
        return self


Json = dict[str, Any]
