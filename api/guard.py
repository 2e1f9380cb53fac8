"""The first thing a request meets: JSON only, a limit on the body, and the headers of every answer."""

from collections.abc import Sequence
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import NotJson, TooLarge, respond

BODY_LIMIT = 64 * 1024
# Rasa posts its tracker and domain with every action call.
INTERNAL = "/internal/"
INTERNAL_LIMIT = 4 * 1024 * 1024

# The hash is that of an empty style element: the pages fill it through the style sheet's own interface.
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'self'"
)
HEADERS: Sequence[tuple[str, str]] = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Content-Security-Policy", CONTENT_POLICY),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)


class Guard:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request in, or answer it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        out = _with_headers(scope, send)
        limit = INTERNAL_LIMIT if scope["path"].startswith(INTERNAL) else BODY_LIMIT
        headers = Headers(scope=scope)
        if _says_too_long(headers, limit):
            await respond(TooLarge("too_large"))(scope, receive, out)
        elif _has_body(headers) and not _is_json(headers):
            await respond(NotJson("json_only"))(scope, receive, out)
        else:
            await self.app(scope, _Counted(receive, limit), out)


class _Counted:
    """Counts a body whose length was not told."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._left = limit

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise TooLarge("too_large")
        return message


def _says_too_long(headers: Headers, limit: int) -> bool:
    told = headers.get("content-length", "0")
    return told.isdecimal() and int(told) > limit


def _has_body(headers: Headers) -> bool:
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers


def _is_json(headers: Headers) -> bool:
    return headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json"


def _with_headers(scope: Scope, send: Send) -> Send:
    async def sending(message: Any) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS:
                headers[name] = value
            if scope["path"].startswith(("/api/", "/internal/")):
                headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sending
