"""The way to the organisation's own log-in and back. The browser is sent on, never shown a bare failure."""

from typing import Annotated

from fastapi import APIRouter, Cookie
from fastapi.responses import RedirectResponse

from api.chat.access import TheProduct, hashed
from api.problems import Denied
from api.product import Product
from api.staff.logging_in import by_subject
from api.staff.oidc import Page, Provider, Started
from api.staff.opening import set_cookie
from domain.errors import NotFound

router = APIRouter(prefix="/login/oidc", tags=["staff"])
COOKIE = "palvelupolku_oidc"
PATH = "/api/v1/login/oidc"
LASTS = 600


@router.get("", status_code=303, response_class=RedirectResponse)
async def go(product: TheProduct, page: Page = Page.DESK) -> RedirectResponse:
    """Send the browser to the provider. Raises NotFound when there is none."""
    provider = Provider(product.settings)
    if not provider.configured:
        raise NotFound("oidc_not_configured")
    started = Started.new(page)
    try:
        address = await provider.address(started, _redirect(product))
    except Denied as error:
        return _back(page, error.code)
    answer = RedirectResponse(address, 303)
    # The way back comes from another site, where a strict cookie would not be sent along.
    answer.set_cookie(
        COOKIE,
        started.written(),
        max_age=LASTS,
        path=PATH,
        secure=product.settings.secure_cookies,
        httponly=True,
        samesite="lax",
    )
    return answer


@router.get("/callback", status_code=303, response_class=RedirectResponse)
async def come_back(
    product: TheProduct,
    code: str = "",
    state: str = "",
    palvelupolku_oidc: Annotated[str, Cookie()] = "",
    palvelupolku_session: Annotated[str, Cookie()] = "",
) -> RedirectResponse:
    """Log in whoever the provider names, if they are linked to somebody here."""
    page = Page.DESK
    try:
        started = Started.read(palvelupolku_oidc, state)
        page = started.page
        subject = await Provider(product.settings).subject(code, started, _redirect(product))
    except Denied as error:
        return _back(page, error.code)
    token = await by_subject(product, subject, instead_of=hashed(palvelupolku_session))
    if token is None:
        return _back(page, "oidc_unknown")
    answer = _back(page)
    set_cookie(answer, product, token)
    return answer


def _redirect(product: Product) -> str:
    return product.settings.public_url.rstrip("/") + PATH + "/callback"


def _back(page: Page, problem: str = "") -> RedirectResponse:
    answer = RedirectResponse(f"/{page}?login={problem}" if problem else f"/{page}", 303)
    answer.delete_cookie(COOKIE, path=PATH)
    return answer
