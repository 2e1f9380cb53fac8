"""The calls about one's own account."""

from fastapi import APIRouter, Response

from api.chat.access import TheProduct
from api.staff import account
from api.staff.access import LoggedIn, Recognised
from api.staff.opening import set_cookie
from api.staff.schemas import Confirmed, NewPassword, OneCode, OpenSession, PasswordAndCode, Proposed

router = APIRouter(prefix="/me", tags=["staff"])


@router.post("/password", status_code=204)
async def change_password(person: LoggedIn, product: TheProduct, body: NewPassword) -> None:
    """Change your password; your other log-ins end."""
    await account.change_password(product, person, body)


@router.post("/totp/enrol")
async def enrol(person: Recognised, product: TheProduct) -> Proposed:
    """Get a secret for your authenticator."""
    return await account.propose_factor(product, person)


@router.post("/totp/confirm")
async def confirm(person: Recognised, product: TheProduct, body: OneCode, response: Response) -> Confirmed:
    """Switch the second factor on with its first code; your other log-ins end."""
    token, confirmed = await account.confirm_factor(product, person, body.code)
    if token is not None:
        set_cookie(response, product, token)
    return confirmed


@router.delete("/totp", status_code=204)
async def remove(person: LoggedIn, product: TheProduct, body: PasswordAndCode) -> None:
    """Take your second factor away."""
    await account.remove_factor(product, person, body)


@router.get("/sessions")
async def sessions(person: LoggedIn, product: TheProduct) -> list[OpenSession]:
    """List where you are logged in."""
    return await account.open_sessions(product, person)


@router.delete("/sessions/{session}", status_code=204)
async def end(session: str, person: LoggedIn, product: TheProduct) -> None:
    """End one of your log-ins."""
    await account.end_session(product, person, session)
