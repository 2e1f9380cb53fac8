"""Opening a log-in: a new cookie every time somebody has shown more of who they are."""

import secrets

from fastapi import Response
from sqlalchemy.ext.asyncio import AsyncSession

from api.chat.access import hashed, new_token
from api.clock import now
from api.db import sessions, staff
from api.db.models.staff import Staff, StaffSession
from api.live.hub import Hint, desk_of
from api.product import Product
from api.staff.access import COOKIE, IDLE, LASTS, Person

PATH = "/api/v1"
LOG_IN = "log_in"


async def opened(db: AsyncSession, person: Staff, *, verified: bool, instead_of: str) -> tuple[str, Person]:
    """Store a new log-in in place of the one that was sent along; return its cookie and who it is."""
    token, csrf, moment = new_token(), secrets.token_urlsafe(32), now()
    await sessions.end_old(db, created_before=moment - LASTS, seen_before=moment - IDLE)
    await sessions.end(db, instead_of)
    if verified:
        await sessions.forget_failures(db, person.name)
        staff.audit(db, person.name, "login", None, at=moment)
    key = hashed(token)
    db.add(StaffSession(token_hash=key, staff=person.id, csrf=csrf, verified=verified, created=moment, seen=moment))
    teams = await staff.teams(db, person.id)
    return token, Person(person.id, person.name, person.role, csrf, teams, key, verified=verified)


def set_cookie(response: Response, product: Product, token: str) -> None:
    """Hand the log-in to the browser."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(LASTS.total_seconds()),
        path=PATH,
        secure=product.settings.secure_cookies,
        httponly=True,
        samesite="strict",
    )


def drop_cookie(response: Response) -> None:
    """Take the log-in from the browser."""
    response.delete_cookie(COOKIE, path=PATH)


def tell_ended(product: Product, person: Person) -> None:
    """Whatever is open for this person's log-ins looks again whether it may stay."""
    product.live.tell(Hint(desk_of(person.id), LOG_IN))
