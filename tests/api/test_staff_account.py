"""One's own account: password, second factor, open log-ins."""

import httpx
import pytest

from api.staff.strength import weakness
from tests.api.house import PASSWORD, House, Worker
from tests.api.test_staff_login import ME, code, enrolled, log_in, next_code

pytestmark = pytest.mark.anyio
NEW = "sade lauloi kolme lyhtyä"


async def another_page(house: House) -> Worker:
    http = httpx.AsyncClient(transport=httpx.ASGITransport(house.app), base_url="http://test")
    await house.pages.enter_async_context(http)
    await log_in(http)
    return Worker(http)


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("lyhyt", "password_too_short"),
        ("a" * 257, "password_too_long"),
        ("Virtanen-kahvi-pilvi", "password_holds_name"),
        ("kahvi.toimisto.pilvi", "password_holds_name"),
        ("salasana1234", "password_guessable"),
        ("Palvelupolku2026", "password_guessable"),
        ("työllisyys2026", "password_guessable"),
        ("aaaaaaaaaaaaaaaa", "password_guessable"),
        ("qwertyuiop123", "password_guessable"),
        (NEW, None),
        ("oikein pitkä salasana", None),
        ("ŝŭĉĝ kuutamo ja viisi saapasta", None),
    ],
)
def test_a_password_is_measured_by_how_it_would_be_guessed(password: str, expected: str | None) -> None:
    assert weakness(password, "Aino Virtanen", "toimisto@example.org") == expected


class TestPassword:
    async def change(self, worker: Worker, **body: str) -> httpx.Response:
        return await worker.http.post(f"{ME}/password", json={"current": PASSWORD, "new": NEW} | body)

    async def test_the_new_one_opens_and_other_log_ins_end(self, house: House) -> None:
        worker = await house.advisor("Aino")
        other = await another_page(house)
        assert (await self.change(worker)).status_code == 204
        assert (await worker.http.get(ME)).status_code == 200
        assert (await other.http.get(ME)).status_code == 401
        assert (await log_in(other.http)).status_code == 401
        assert (await log_in(other.http, password=NEW)).status_code == 200

    async def test_a_weak_one_is_refused_with_its_reason(self, house: House) -> None:
        refused = await self.change(await house.advisor("Aino"), new="salasana1234")
        assert refused.status_code == 422
        assert refused.json()["problems"] == [{"place": "new", "code": "password_guessable", "detail": ""}]

    async def test_the_old_one_must_be_right_and_is_not_guessed(self, house: House) -> None:
        worker = await house.advisor("Aino")
        answers = [(await self.change(worker, current=f"arvaus {n}")).status_code for n in range(6)]
        assert answers == [403] * 5 + [429]
        assert (await worker.http.get(ME)).status_code == 200


class TestSecondFactor:
    async def test_a_wrong_first_code_switches_nothing_on(self, house: House) -> None:
        worker = await house.advisor("Aino")
        await worker.http.post(f"{ME}/totp/enrol")
        assert (await worker.http.post(f"{ME}/totp/confirm", json={"code": "000000"})).status_code == 403
        assert (await worker.http.get(ME)).json()["totp"] is False
        assert (await log_in(worker.http)).json()["second_factor"] == "none"

    async def test_the_address_is_what_an_authenticator_reads(self, house: House) -> None:
        proposed = (await (await house.advisor("Aino Ä")).http.post(f"{ME}/totp/enrol")).json()
        assert proposed["uri"].startswith("otpauth://totp/Palvelupolku:Aino%20%C3%84?secret=" + proposed["secret"])

    async def test_setting_it_up_ends_log_ins_without_it(self, house: House) -> None:
        worker = await house.advisor("Aino")
        other = await another_page(house)
        await enrolled(worker)
        assert (await worker.http.get(ME)).json()["totp"] is True
        assert (await other.http.get(ME)).status_code == 401

    async def test_both_factors_take_it_away(self, house: House) -> None:
        worker = await house.advisor("Aino")
        secret, codes = await enrolled(worker)
        for wrong in ({"password": "väärä", "code": codes[0]}, {"password": PASSWORD, "code": "000000"}):
            assert (await worker.http.request("DELETE", f"{ME}/totp", json=wrong)).status_code == 403
        await next_code(house)
        right = {"password": PASSWORD, "code": code(secret)}
        assert (await worker.http.request("DELETE", f"{ME}/totp", json=right)).status_code == 204
        assert (await log_in(worker.http)).json()["second_factor"] == "none"


class TestSessions:
    async def test_one_sees_and_ends_ones_own_alone(self, house: House) -> None:
        worker, stranger = await house.advisor("Aino"), await house.advisor("Bertta")
        other = await another_page(house)
        listed = (await worker.http.get(f"{ME}/sessions")).json()
        assert sorted(one["current"] for one in listed) == [False, True]
        away = next(one["id"] for one in listed if not one["current"])
        assert (await stranger.http.delete(f"{ME}/sessions/{away}")).status_code == 404
        assert (await other.http.get(ME)).status_code == 200
        assert (await worker.http.delete(f"{ME}/sessions/{away}")).status_code == 204
        assert (await other.http.get(ME)).status_code == 401
        assert (await worker.http.delete(f"{ME}/sessions/{away}")).status_code == 404
