"""What the staff's pages send and are told about themselves."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, AliasChoices, BaseModel, ConfigDict, Field

from api.chat.access import ID
from api.words import ShortWords, encodable

Password = Annotated[str, Field(max_length=1_000), AfterValidator(encodable)]
Code = Annotated[str, Field(max_length=64)]
SESSION_ID = 16
LONGEST_ID = 2**31 - 1


class Missing(StrEnum):
    """What a person still has to show or to set up before the log-in opens anything."""

    NONE = "none"
    ENROL = "enrol"
    CODE = "code"


class _Given(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Login(_Given):
    """A name and a password."""

    name: Annotated[ShortWords, Field(validation_alias=AliasChoices("name", "username"))]
    password: Password


class OneCode(_Given):
    """A code of the authenticator, or a recovery code."""

    code: Code


class PasswordAndCode(_Given):
    """Both factors, for taking the second one away."""

    password: Password
    code: Code


class NewPassword(_Given):
    """The old password and the new one."""

    current: Password
    new: Password


class Me(BaseModel):
    """Who is logged in. `user` is `name`, for callers of the first version."""

    csrf: str
    name: str
    user: str
    role: str
    teams: list[str]
    second_factor: Missing
    totp: bool


class Ways(BaseModel):
    """How one can log in here."""

    oidc: bool


class Proposed(BaseModel):
    """A secret for the authenticator, to be confirmed."""

    secret: str
    uri: str


class Confirmed(BaseModel):
    """The recovery codes, shown this once, and the new token for changes."""

    recovery_codes: list[str]
    csrf: str


class OpenSession(BaseModel):
    """One open log-in."""

    id: str
    created: datetime
    seen: datetime
    current: bool


class AuditQuestion(_Given):
    """Which rows: of one person, one conversation, one day in Finland; all of it may be left out."""

    staff: ShortWords | None = None
    conversation: Annotated[str, Field(pattern=f"^{ID.pattern}$")] | None = None
    day: Annotated[date, Field(ge=date(2000, 1, 1), le=date(2999, 12, 31))] | None = None
    before: Annotated[int, Field(ge=1, le=LONGEST_ID)] | None = None
    limit: Annotated[int, Field(ge=1, le=500)] = 100


class AuditRow(BaseModel):
    """Who did or looked at what."""

    id: int
    at: datetime
    staff: str
    action: str
    conversation: str | None
    detail: str | None


class AuditPage(BaseModel):
    """Some rows of the audit log, and where the next ones begin."""

    items: list[AuditRow]
    next: int | None
