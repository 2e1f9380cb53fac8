"""Mail to staff: through a mail server, or as files where there is none."""

import asyncio
import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

import structlog

from api.settings import Settings

PATIENCE = 10.0
SMTP_PORT = 587

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Mail:
    """One letter; `key` tells it from every other one. It holds nothing about a person who is guided."""

    key: str
    to: Sequence[str]
    subject: str
    text: str


class Mailer(Protocol):
    """The way letters go out; a letter that cannot be sent is written to the log, never raised."""

    async def send(self, mail: Mail) -> None:
        """Send one letter."""
        ...


@dataclass(frozen=True, slots=True)
class FileMailer:
    """Writes each letter into a folder; the twin for installations without a mail server and for tests."""

    folder: Path
    sender: str

    async def send(self, mail: Mail) -> None:
        """Write one letter."""
        await asyncio.to_thread(self._write, mail)

    def _write(self, mail: Mail) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{mail.key}.eml").write_bytes(bytes(_message(mail, self.sender)))


@dataclass(frozen=True, slots=True)
class SmtpMailer:
    """Hands each letter to a mail server over an encrypted connection."""

    host: str
    port: int
    sender: str
    user: str
    password: str

    async def send(self, mail: Mail) -> None:
        """Send one letter."""
        try:
            await asyncio.to_thread(self._send, mail)
        except (OSError, smtplib.SMTPException) as error:
            log.warning("mail_not_sent", key=mail.key, reason=type(error).__name__)

    def _send(self, mail: Mail) -> None:
        with smtplib.SMTP(self.host, self.port, timeout=PATIENCE) as server:
            server.starttls()
            if self.user:
                server.login(self.user, self.password)
            server.send_message(_message(mail, self.sender))


def mailer_of(settings: Settings) -> Mailer:
    """Return the way that the settings name: "host" or "host:port", or the folder `mail` beside the data."""
    if not settings.mail_server:
        return FileMailer(settings.data_dir / "mail", settings.mail_from)
    host, _, port = settings.mail_server.partition(":")
    password = settings.mail_password.get_secret_value()
    return SmtpMailer(host, int(port or SMTP_PORT), settings.mail_from, settings.mail_user, password)


def _message(mail: Mail, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = ", ".join(mail.to)
    message["Subject"] = mail.subject
    message["Message-ID"] = f"<{mail.key}@palvelupolku>"
    message.set_content(mail.text)
    return message
