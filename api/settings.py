"""What differs between installations: read once from the environment, checked, passed on as a value."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr

PREFIX = "PALVELUPOLKU_"
PAGES = Path(__file__).parent / "web" / "dist"
# Run in the checkout, with the training file and the place of the model as further words.
TRAINER = "bot/.venv/bin/python -W ignore -m bot.tools.train"


class Rate(BaseModel):
    """A token bucket: `burst` at once, then `per_second`."""

    model_config = ConfigDict(frozen=True)

    burst: int = Field(ge=1)
    per_second: float = Field(gt=0)


class Settings(BaseModel):
    """All settings; times in seconds. Raises pydantic.ValidationError for a wrong value."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    data_dir: Path = Path("var")
    database_url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    rasa_url: str = "http://127.0.0.1:5005"
    rasa_token: SecretStr = SecretStr("")
    model: Path | None = None
    trainer: str = TRAINER
    service_hours: Path | None = None
    pages: Path = PAGES
    secure_cookies: bool = False
    four_eyes: bool = True
    rasa_patience: float = Field(default=30.0, gt=0)
    told_after: float = Field(default=4.0, gt=0)
    retry_after: float = Field(default=0.5, gt=0)
    rule_check_every: float = Field(default=2.0, ge=0)
    heartbeat: float = Field(default=15.0, gt=0)
    lease: float = Field(default=120.0, gt=0)
    long_wait: float = Field(default=900.0, gt=0)
    public_url: str = "http://127.0.0.1:8000"
    mail_server: str = ""
    mail_from: str = "palvelupolku@localhost"
    mail_user: str = ""
    mail_password: SecretStr = SecretStr("")
    messages: Rate = Rate(burst=40, per_second=2)
    conversations: Rate = Rate(burst=400, per_second=5)
    logins: Rate = Rate(burst=100, per_second=0.5)
    second_factor: Literal["optional", "required"] = "optional"
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: SecretStr = SecretStr("")

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Read PALVELUPOLKU_*; an empty variable counts as absent. A rate is written as "burst/per_second"."""
        given = {key.removeprefix(PREFIX).lower(): value for key, value in environ.items() if key.startswith(PREFIX)}
        values: dict[str, object] = {key: value for key, value in given.items() if value}
        for rate in values.keys() & {"messages", "conversations", "logins"}:
            values[rate] = dict(zip(("burst", "per_second"), str(values[rate]).split("/"), strict=False))
        return cls.model_validate(values)

    @property
    def database(self) -> str:
        """The SQLAlchemy address of the database; a file in the data folder unless another one is given."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir.resolve() / 'palvelupolku.db'}"
