"""Which of the staff is calling: a cookie says who, and for every change a second token that only the page knows."""

import hmac
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import Cookie, Depends, Header, Request

from api.chat.access import TheProduct, hashed
from api.clock import now
from api.db import sessions
from api.db.models.staff import StaffSession
from api.problems import Denied, Forbidden
from api.product import Product
from api.staff.roles import Role

COOKIE = "palvelupolku_session"
LASTS = timedelta(hours=12)
IDLE = timedelta(minutes=60)
HALF_WAY = timedelta(minutes=10)  # for finding the second factor
SEEN_EVERY = timedelta(minutes=1)
SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Person:
    """One of the staff; `session` is the stored form of the log-in they call with."""

    id: int
    name: str
    role: str
    csrf: str
    teams: frozenset[str]
    session: str
    verified: bool


async def recognised(
    request: Request,
    product: TheProduct,
    palvelupolku_session: Annotated[str, Cookie()] = "",
    x_csrf_token: Annotated[str, Header()] = "",
) -> Person:
    """Return who is calling, also before the second factor. Raises Denied, Forbidden without the second token."""
    moment = now()
    async with product.database.read() as db:
        found = await sessions.find(db, hashed(palvelupolku_session))
    if found is None or over(found.session):
        raise Denied("not_logged_in")
    session, person = found.session, found.person
    if request.method not in SAFE and not hmac.compare_digest(session.csrf.encode(), x_csrf_token.encode()):
        raise Forbidden("csrf_token_missing")
    if session.seen < moment - SEEN_EVERY:
        async with product.database.write() as db:
            if (again := await sessions.find(db, session.token_hash)) is not None:
                again.session.seen = moment
    return Person(
        person.id, person.name, person.role, session.csrf, found.teams, session.token_hash, verified=session.verified
    )


Recognised = Annotated[Person, Depends(recognised)]


async def logged_in(person: Recognised) -> Person:
    """Return who is calling. Raises Denied while the second factor is missing."""
    if not person.verified:
        raise Denied("second_factor_missing")
    return person


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


async def lasts(product: Product, person: Person) -> bool:
    """Tell whether the log-in is still open; what stays connected for long asks now and then."""
    async with product.database.read() as db:
        found = await sessions.find(db, person.session)
    return found is not None and not over(found.session)


def over(session: StaffSession) -> bool:
    """Tell whether a log-in has lasted or been idle too long."""
    moment = now()
    lasts_for = LASTS if session.verified else HALF_WAY
    return session.created < moment - lasts_for or session.seen < moment - IDLE
