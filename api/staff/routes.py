"""Log-in and log-out."""

from typing import Annotated

from fastapi import APIRouter, Cookie, Request, Response

from api.chat.access import TheProduct, hashed
from api.clock import now
from api.db import sessions, staff
from api.db.models.staff import Staff
from api.staff import account_routes, audit_routes, logging_in, oidc_routes, second_factor
from api.staff.access import Recognised
from api.staff.oidc import Provider
from api.staff.opening import drop_cookie, set_cookie, tell_ended
from api.staff.schemas import Login, Me, Missing, OneCode, Ways

router = APIRouter(prefix="/api/v1", tags=["staff"])


@router.post("/login")
async def login(
    product: TheProduct,
    request: Request,
    body: Login,
    response: Response,
    palvelupolku_session: Annotated[str, Cookie()] = "",
) -> Me:
    """Log in; `second_factor` tells what is still missing. Wrong attempts close the name for longer and longer."""
    product.logins.take(request.client.host if request.client else "")
    token, me = await logging_in.by_password(product, body, instead_of=hashed(palvelupolku_session))
    set_cookie(response, product, token)
    return me


@router.post("/login/totp")
async def second(person: Recognised, product: TheProduct, body: OneCode, response: Response) -> Me:
    """Show the second factor: a code of the authenticator, or a recovery code."""
    token, me = await logging_in.by_code(product, person, body.code)
    set_cookie(response, product, token)
    return me


@router.get("/login/ways")
async def ways(product: TheProduct) -> Ways:
    """Tell how one can log in here."""
    return Ways(oidc=Provider(product.settings).configured)


@router.get("/me")
async def me(person: Recognised, product: TheProduct) -> Me:
    """Tell who is logged in, what is still missing, and the token for changes."""
    async with product.database.read() as db:
        row = await db.get_one(Staff, person.id)
    missing = Missing.NONE if person.verified else second_factor.missing(row, product.settings)
    return logging_in.view(person, row, missing)


@router.post("/logout", status_code=204)
async def logout(person: Recognised, product: TheProduct, response: Response) -> None:
    """End the log-in."""
    async with product.database.write() as db:
        await sessions.end(db, person.session)
        staff.audit(db, person.name, "logout", None, at=now())
    tell_ended(product, person)
    drop_cookie(response)


for part in (oidc_routes.router, account_routes.router, audit_routes.router):
    router.include_router(part)
