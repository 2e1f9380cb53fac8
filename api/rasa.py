"""The only client of Rasa. Whatever goes wrong there is one error here: the bot is not available."""

from dataclasses import dataclass
from typing import Any

import httpx
from pydantic import BaseModel, Field, ValidationError

ROOT = "/webhooks/palvelupolku"
CHECK_PATIENCE = 2.0
LOADING_PATIENCE = 120.0
# Rasa's server closes an idle connection after five seconds; one that it is just closing must not be used again.
KEPT_OPEN = 2.0


class BotUnavailable(Exception):
    """Rasa gave no usable answer; `reason` is for the log."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Reply(BaseModel):
    """One thing the bot says."""

    text: str
    payload: dict[str, Any] | None = None


class _Answer(BaseModel):
    replies: list[Reply] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Said:
    """One turn as Rasa gets it."""

    conversation: str
    text: str
    metadata: dict[str, Any]


class Rasa:
    """Talks to Rasa over HTTP; the client carries its address, token and patience."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def talk(self, said: Said) -> list[Reply]:
        """Return what the bot answers, at least one reply. Raises BotUnavailable."""
        body = {"conversation": said.conversation, "text": said.text, "metadata": said.metadata}
        response = await self._send("POST", "/turns", json=body)
        try:
            return _Answer.model_validate_json(response.content).replies
        except ValidationError:
            raise BotUnavailable("no_reply") from None

    async def forget(self, conversation: str) -> None:
        """Erase what Rasa holds of a conversation. Raises BotUnavailable."""
        await self._send("DELETE", f"/conversations/{conversation}")

    async def ready(self) -> bool:
        """Tell whether a message would be answered now."""
        try:
            await self._send("GET", "/health", timeout=CHECK_PATIENCE)
        except BotUnavailable:
            return False
        return True

    async def model(self) -> str:
        """Return the name of the model that reads, "" for the one that Rasa was started with. Raises BotUnavailable."""
        response = await self._send("GET", "/health", timeout=CHECK_PATIENCE)
        return str(response.json().get("model", ""))

    async def use(self, name: str, path: str) -> None:
        """Let another model read; messages are answered meanwhile. Raises BotUnavailable; the old one goes on then."""
        await self._send("PUT", "/model", json={"name": name, "path": path}, timeout=LOADING_PATIENCE)

    async def _send(self, method: str, path: str, **how: Any) -> httpx.Response:
        try:
            response = await self._client.request(method, ROOT + path, **how)
        except httpx.HTTPError as error:
            raise BotUnavailable(type(error).__name__) from None
        if not response.is_success:
            raise BotUnavailable(f"status_{response.status_code}")
        return response


def connect(url: str, token: str, *, patience: float, transport: httpx.AsyncBaseTransport | None) -> httpx.AsyncClient:
    """Return a client for Rasa; environment proxies are never used, Rasa is on this machine or its network."""
    return httpx.AsyncClient(
        base_url=url,
        headers={"Authorization": f"Bearer {token}"},
        timeout=patience,
        transport=transport,
        trust_env=False,
        limits=httpx.Limits(keepalive_expiry=KEPT_OPEN),
    )
