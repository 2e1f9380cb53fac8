"""Logging in through the organisation's own identity provider."""

import time
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from joserfc.jwk import RSAKey
from sqlalchemy import update

from api.db.models.staff import Staff
from api.settings import Settings
from tests.api.house import INSIDE, House, open_house
from tests.api.identity import CLIENT, SECRET, Identity, identity_provider
from tests.api.rasa import FakeRasa
from tests.api.test_staff_login import ME, enrolled

pytestmark = pytest.mark.anyio
GO = "/api/v1/login/oidc"


@pytest.fixture
async def identity() -> AsyncIterator[Identity]:
    async with identity_provider() as provider:
        yield provider


@pytest.fixture
async def linked(settings: Settings, rasa: FakeRasa, identity: Identity) -> AsyncIterator[House]:
    """A product that knows the provider, and Aino who is linked to it."""
    given = {"oidc_issuer": identity.issuer, "oidc_client_id": CLIENT, "oidc_client_secret": SECRET}
    configured = Settings.model_validate(settings.model_dump() | given | {"public_url": INSIDE})
    async with open_house(configured, rasa) as house:
        await house.advisor("Aino")
        async with house.product.database.write() as db:
            await db.execute(update(Staff).where(Staff.name == "Aino").values(oidc_subject="aino@kunta"))
        yield house


async def sent_back(http: httpx.AsyncClient, page: str = "neuvoja") -> str:
    """Go to the provider as a browser would; return the address it sends the browser back to."""
    there = await http.get(GO, params={"page": page})
    assert there.status_code == 303
    async with httpx.AsyncClient() as browser:
        return (await browser.get(there.headers["location"])).headers["location"]


async def come_back(http: httpx.AsyncClient) -> httpx.Response:
    return await http.get(await sent_back(http))


def refused(response: httpx.Response, problem: str = "oidc_failed") -> None:
    assert (response.status_code, response.headers["location"]) == (303, f"/neuvoja?login={problem}")
    assert "palvelupolku_session" not in response.headers.get("set-cookie", "")


async def test_who_is_linked_gets_in(linked: House) -> None:
    assert (await linked.http.get("/api/v1/login/ways")).json() == {"oidc": True}
    back = await come_back(linked.http)
    assert (back.status_code, back.headers["location"]) == (303, "/neuvoja")
    me = (await linked.http.get(ME)).json()
    assert (me["name"], me["second_factor"]) == ("Aino", "none")


async def test_who_came_from_the_rules_goes_back_to_them(linked: House) -> None:
    back = await sent_back(linked.http, "yllapito")
    assert (await linked.http.get(back)).headers["location"] == "/yllapito"
    assert (await linked.http.get(GO, params={"page": "//muualla.example"})).status_code == 422


async def test_a_page_that_is_not_ours_is_never_gone_to(linked: House) -> None:
    back = await sent_back(linked.http)
    *secret, _ = linked.http.cookies["palvelupolku_oidc"].split(".")
    linked.http.cookies.clear()
    refused(await linked.http.get(back, headers={"Cookie": f"palvelupolku_oidc={'.'.join([*secret, 'muualla'])}"}))


async def test_the_cookies_are_kept_from_scripts_and_other_sites(linked: House) -> None:
    there = (await linked.http.get(GO)).headers["set-cookie"].lower()
    assert "httponly" in there
    assert "samesite=lax" in there
    back = (await come_back(linked.http)).headers.get_list("set-cookie")
    session = next(one.lower() for one in back if one.startswith("palvelupolku_session"))
    assert "httponly" in session
    assert "samesite=strict" in session


async def test_nobody_is_made_an_account(linked: House, identity: Identity) -> None:
    identity.subject = "tuntematon@kunta"
    refused(await come_back(linked.http), "oidc_unknown")
    assert (await linked.http.get(ME)).status_code == 401


async def test_a_locked_account_stays_closed(linked: House) -> None:
    async with linked.product.database.write() as db:
        await db.execute(update(Staff).values(active=False))
    refused(await come_back(linked.http), "oidc_unknown")


async def test_a_second_factor_of_ones_own_is_still_asked(linked: House) -> None:
    worker = await linked.advisor("Bertta")
    await enrolled(worker)
    async with linked.product.database.write() as db:
        await db.execute(update(Staff).where(Staff.name == "Aino").values(oidc_subject=None))
        await db.execute(update(Staff).where(Staff.name == "Bertta").values(oidc_subject="aino@kunta"))
    await come_back(linked.http)
    assert (await linked.http.get(ME)).json()["second_factor"] == "code"
    assert (await linked.http.get("/api/v1/advisor/queue")).status_code == 401


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "toinen"},
        {"nonce": None},
        {"aud": "toinen palvelu"},
        {"aud": [CLIENT, "toinen"], "azp": "toinen"},
        {"iss": "https://toinen.example"},
        {"exp": int(time.time()) - 600},
        {"sub": None},
    ],
)
async def test_a_token_that_is_not_for_this_log_in_is_refused(
    linked: House, identity: Identity, claims: dict[str, Any]
) -> None:
    identity.claims = claims
    refused(await come_back(linked.http))


@pytest.mark.parametrize("published", [[RSAKey.generate_key(2048, {"kid": "1"})], []], ids=["another", "none"])
async def test_a_token_whose_key_is_not_published_is_refused(
    linked: House, identity: Identity, published: list[RSAKey]
) -> None:
    identity.published = published
    refused(await come_back(linked.http))


async def test_a_way_back_that_did_not_begin_here_is_refused(linked: House) -> None:
    back = await sent_back(linked.http)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(linked.app), base_url=INSIDE) as victim:
        refused(await victim.get(back))
    refused(await linked.http.get(back.partition("&state=")[0] + "&state=toinen"))


async def test_a_code_opens_once(linked: House) -> None:
    back = await sent_back(linked.http)
    cookie = {"Cookie": f"palvelupolku_oidc={linked.http.cookies['palvelupolku_oidc']}"}
    assert (await linked.http.get(back)).headers["location"] == "/neuvoja"
    linked.http.cookies.clear()
    refused(await linked.http.get(back, headers=cookie))


async def test_a_provider_that_does_not_answer_is_told_calmly(linked: House, identity: Identity) -> None:
    identity.issuer = "http://127.0.0.1:9"
    refused(await linked.http.get(GO))


async def test_without_a_provider_there_is_no_such_way(house: House) -> None:
    answer = await house.http.get(GO)
    assert (answer.status_code, answer.json()["code"]) == (404, "oidc_not_configured")
