"""Which of the staff is calling: a cookie says who, and for every change a second token that only the page knows."""

import hmac
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import Cookie, Depends, Header, Request

from api.chat.access import TheProduct, hashed
from api.clock import now
from api.db import staff as stored
from api.problems import Denied, Forbidden

COOKIE = "palvelupolku_session"
LASTS = timedelta(hours=10)
IDLE = timedelta(minutes=60)
SEEN_EVERY = timedelta(minutes=1)
SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Person:
    """One of the staff."""

    id: int
    name: str
    role: str
    csrf: str


async def logged_in(
    request: Request,
    product: TheProduct,
    palvelupolku_session: Annotated[str, Cookie()] = "",
    x_csrf_token: Annotated[str, Header()] = "",
) -> Person:
    """Return who is calling. Raises Denied without a log-in, Forbidden without the second token."""
    moment = now()
    async with product.database.read() as db:
        found = await stored.session(db, hashed(palvelupolku_session))
    if found is None or found[0].created < moment - LASTS or found[0].seen < moment - IDLE:
        raise Denied("not_logged_in")
    session, person = found
    if request.method not in SAFE and not hmac.compare_digest(session.csrf.encode(), x_csrf_token.encode()):
        raise Forbidden("csrf_token_missing")
    if session.seen < moment - SEEN_EVERY:
        async with product.database.write() as db:
            if (again := await stored.session(db, session.token_hash)) is not None:
                again[0].seen = moment
    return Person(person.id, person.name, person.role, session.csrf)


LoggedIn = Annotated[Person, Depends(logged_in)]


async def advisor(person: LoggedIn) -> Person:
    """Return the calling advisor. Raises Forbidden for other roles."""
    if person.role != "advisor":
        raise Forbidden("role_missing")
    return person


Advisor = Annotated[Person, Depends(advisor)]
