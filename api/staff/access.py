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
from api.staff.roles import Role

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
    teams: frozenset[str]


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
    if found is None or found.session.created < moment - LASTS or found.session.seen < moment - IDLE:
        raise Denied("not_logged_in")
    session, person = found.session, found.person
    if request.method not in SAFE and not hmac.compare_digest(session.csrf.encode(), x_csrf_token.encode()):
        raise Forbidden("csrf_token_missing")
    if session.seen < moment - SEEN_EVERY:
        async with product.database.write() as db:
            if (again := await stored.session(db, session.token_hash)) is not None:
                again.session.seen = moment
    return Person(person.id, person.name, person.role, session.csrf, found.teams)


LoggedIn = Annotated[Person, Depends(logged_in)]


@dataclass(frozen=True, slots=True)
class Requires:
    """Lets only people of these roles in."""

    roles: frozenset[Role]

    async def __call__(self, person: LoggedIn) -> Person:
        """Return who is calling. Raises Forbidden for other roles."""
        if person.role not in self.roles:
            raise Forbidden("role_missing")
        return person


Advisor = Annotated[Person, Depends(Requires(frozenset({Role.ADVISOR, Role.SUPERVISOR})))]
Supervisor = Annotated[Person, Depends(Requires(frozenset({Role.SUPERVISOR})))]
Admin = Annotated[Person, Depends(Requires(frozenset({Role.ADMIN})))]
Auditor = Annotated[Person, Depends(Requires(frozenset({Role.AUDITOR})))]
