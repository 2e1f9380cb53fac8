"""Log-in and log-out."""

import secrets
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Cookie, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api.chat.access import TheProduct, hashed, new_token
from api.clock import now
from api.db import staff as stored
from api.db.models import LoginAttempt, StaffSession
from api.problems import Denied, TooMany
from api.product import Product
from api.staff import passwords
from api.staff.access import COOKIE, IDLE, LASTS, LoggedIn
from api.staff.schemas import Login

router = APIRouter(prefix="/api/v1", tags=["staff"])
FAILURES = 5
CLOSED_FOR = timedelta(minutes=5)


@router.post("/login")
async def login(product: TheProduct, body: Login, response: Response) -> dict[str, str]:
    """Log in; five failures close the name for five minutes."""
    async with product.database.read() as db:
        person = await stored.by_name(db, body.username)
        failed = await stored.failures(db, body.username, since=now() - CLOSED_FOR)
    if failed >= FAILURES:
        raise TooMany("name_closed", int(CLOSED_FOR.total_seconds()))
    right = await passwords.matches(person.password_hash if person else None, body.password)
    if person is None or not right or not person.active:
        async with product.database.write() as db:
            db.add(LoginAttempt(name=body.username[:64], at=now()))
        raise Denied("wrong_name_or_password")
    async with product.database.write() as db:
        token, csrf = await _begin(db, person.id, person.name)
    _set_cookie(response, product, token)
    return {"user": person.name, "role": person.role, "csrf": csrf}


@router.get("/me")
async def me(person: LoggedIn) -> dict[str, str]:
    """Tell who is logged in, and the token for changes."""
    return {"user": person.name, "role": person.role, "csrf": person.csrf}


@router.post("/logout", status_code=204)
async def logout(
    person: LoggedIn, product: TheProduct, response: Response, palvelupolku_session: Annotated[str, Cookie()] = ""
) -> None:
    """End the log-in."""
    async with product.database.write() as db:
        await stored.end_session(db, hashed(palvelupolku_session))
        stored.audit(db, person.name, "logout", None, at=now())
    response.delete_cookie(COOKIE, path="/api/v1")


async def _begin(db: AsyncSession, staff: int, name: str) -> tuple[str, str]:
    token, csrf, moment = new_token(), secrets.token_urlsafe(32), now()
    await stored.end_old_sessions(db, created_before=moment - LASTS, seen_before=moment - IDLE)
    await stored.forget_failures(db, name)
    db.add(StaffSession(token_hash=hashed(token), staff=staff, csrf=csrf, verified=True, created=moment, seen=moment))
    stored.audit(db, name, "login", None, at=moment)
    return token, csrf


def _set_cookie(response: Response, product: Product, token: str) -> None:
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(LASTS.total_seconds()),
        path="/api/v1",
        secure=product.settings.secure_cookies,
        httponly=True,
        samesite="strict",
    )
