"""The first thing a request meets: JSON only, a limit on the body, and the headers of every answer."""

import re
from collections.abc import Sequence
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import NotJson, TooLarge, respond

BODY_LIMIT = 64 * 1024
# Rasa posts its tracker and domain with every action call.
INTERNAL = "/internal/"
INTERNAL_LIMIT = 4 * 1024 * 1024
# An entry of the catalogue, or several in a preview.
ADMIN = "/api/v1/admin/"
ADMIN_LIMIT = 1024 * 1024
# A whole catalogue, as JSON or as a spreadsheet.
IMPORT = re.compile(r"/api/v1/admin/drafts/\d+/import")
IMPORT_LIMIT = 16 * 1024 * 1024
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

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
        limit = _limit(scope["path"])
        headers = Headers(scope=scope)
        if _says_too_long(headers, limit):
            await respond(TooLarge("too_large"))(scope, receive, out)
        elif _has_body(headers) and _media_type(headers) not in _taken(scope["path"]):
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


def _media_type(headers: Headers) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def _taken(path: str) -> Sequence[str]:
    return ("application/json", SPREADSHEET) if IMPORT.fullmatch(path) else ("application/json",)


def _limit(path: str) -> int:
    if path.startswith(INTERNAL):
        return INTERNAL_LIMIT
    if IMPORT.fullmatch(path):
        return IMPORT_LIMIT
    return ADMIN_LIMIT if path.startswith(ADMIN) else BODY_LIMIT


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
