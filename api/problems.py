"""Every failure as one shape: RFC 9457 problem details with a stable code and the places of what is wrong."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from domain.errors import Invalid, NotFound, PalvelupolkuError, Place, Refused

MEDIA_TYPE = "application/problem+json"
CODES = {400: "bad_request", 401: "not_logged_in", 403: "forbidden", 404: "not_found", 405: "method_not_allowed"}

log = structlog.get_logger(__name__)


class Denied(PalvelupolkuError):
    """The caller has not shown who they are."""


class Forbidden(PalvelupolkuError):
    """The caller may not do this."""


class Unavailable(PalvelupolkuError):
    """It cannot be done just now; trying later may help."""


class Stale(Refused):
    """It has been changed meanwhile; `newest` is how it is now, for the caller to look at and try again."""

    def __init__(self, code: str, newest: Mapping[str, Any]) -> None:
        super().__init__(code)
        self.newest = newest


class TooMany(PalvelupolkuError):
    """Too many calls; `retry_after` is whole seconds."""

    def __init__(self, code: str, retry_after: int) -> None:
        super().__init__(code)
        self.retry_after = retry_after


class TooLarge(PalvelupolkuError):
    """The body is longer than this call takes."""


class NotJson(PalvelupolkuError):
    """The body is of another media type than JSON."""


STATUS: Mapping[type[PalvelupolkuError], int] = {
    NotFound: 404,
    Refused: 409,
    Invalid: 422,
    Denied: 401,
    Forbidden: 403,
    Unavailable: 503,
    TooMany: 429,
    TooLarge: 413,
    NotJson: 415,
}


def problem(
    status: int,
    code: str,
    *,
    problems: Sequence[Place] = (),
    headers: Mapping[str, str] | None = None,
    newest: Mapping[str, Any] | None = None,
) -> JSONResponse:
    """Return one failure as a response."""
    content: dict[str, Any] = {
        "type": f"urn:palvelupolku:problem:{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
    }
    if problems:
        content["problems"] = [{"place": p.place, "code": p.code, "detail": p.detail} for p in problems]
    if newest is not None:
        content["newest"] = dict(newest)
    return JSONResponse(content, status, headers=dict(headers or {}), media_type=MEDIA_TYPE)


def respond(error: PalvelupolkuError) -> JSONResponse:
    """Return an error of the product as a response."""
    status = next(code for kind, code in STATUS.items() if isinstance(error, kind))
    headers = {"Retry-After": str(error.retry_after)} if isinstance(error, TooMany) else None
    newest = error.newest if isinstance(error, Stale) else None
    problems = error.problems if isinstance(error, Invalid) else ()
    return problem(status, error.code, problems=problems, headers=headers, newest=newest)


def install(app: FastAPI) -> None:
    """Let the application answer every failure in this shape."""

    @app.exception_handler(PalvelupolkuError)
    async def known(_: Request, error: PalvelupolkuError) -> JSONResponse:
        return respond(error)

    @app.exception_handler(RequestValidationError)
    async def malformed(_: Request, error: RequestValidationError) -> JSONResponse:
        found = error.errors()
        if any(item["type"] == "json_invalid" for item in found):
            return problem(400, "broken_json")
        return problem(422, "invalid_request", problems=[_Wrong(item) for item in found])

    @app.exception_handler(HTTPException)
    async def plain(_: Request, error: HTTPException) -> JSONResponse:
        # FastAPI wraps what happens while it reads a body.
        if isinstance(error.__cause__, PalvelupolkuError):
            return respond(error.__cause__)
        code = CODES.get(error.status_code, "failed")
        return problem(error.status_code, code, headers=error.headers)

    @app.exception_handler(OperationalError)
    async def away(_: Request, error: OperationalError) -> JSONResponse:
        log.warning("database_away", error=type(error.orig).__name__)
        return problem(503, "database_away")

    @app.exception_handler(Exception)
    async def unforeseen(request: Request, error: Exception) -> JSONResponse:
        log.error(
            "unforeseen",
            path=request.scope["route"].path if "route" in request.scope else None,
            error=type(error).__name__,
        )
        return problem(500, "internal_error")


class _Wrong:
    """One complaint of the request's validation; the value itself is not repeated."""

    def __init__(self, item: Mapping[str, Any]) -> None:
        self.place = ".".join(str(step) for step in item["loc"])
        self.code = str(item["type"])
        self.detail = str(item["msg"])
