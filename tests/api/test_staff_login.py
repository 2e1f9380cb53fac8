"""Logging in: what a wrong guess costs, the second factor, and how long a log-in lasts."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pyotp
import pytest
from sqlalchemy import select, update

from api.clock import now
from api.db.models.staff import Audit, LoginAttempt, Staff, StaffSession
from api.settings import Rate, Settings
from api.staff.access import HALF_WAY, IDLE, LASTS
from api.staff.lockout import closed_for
from tests.api.house import PASSWORD, House, Worker, open_house
from tests.api.rasa import FakeRasa

pytestmark = pytest.mark.anyio
LOGIN, TOTP, ME = "/api/v1/login", "/api/v1/login/totp", "/api/v1/me"


async def log_in(http: httpx.AsyncClient, name: str = "Aino", password: str = PASSWORD) -> httpx.Response:
    response = await http.post(LOGIN, json={"name": name, "password": password})
    if response.status_code == 200:
        http.headers["X-CSRF-Token"] = response.json()["csrf"]
    return response


def code(secret: str) -> str:
    return pyotp.TOTP(secret).now()


async def next_code(house: House) -> None:
    """Let half a minute pass: the code of this moment has not been used."""
    async with house.product.database.write() as db:
        await db.execute(update(Staff).values(totp_used=Staff.totp_used - 2))


async def enrolled(worker: Worker) -> tuple[str, list[str]]:
    """Give a person a second factor; return its secret and the recovery codes."""
    secret = (await worker.http.post(f"{ME}/totp/enrol")).json()["secret"]
    confirmed = await worker.http.post(f"{ME}/totp/confirm", json={"code": code(secret)})
    assert confirmed.status_code == 200, confirmed.text
    worker.http.headers["X-CSRF-Token"] = confirmed.json()["csrf"]
    return secret, confirmed.json()["recovery_codes"]


async def actions(house: House, name: str = "Aino") -> list[str]:
    async with house.product.database.read() as db:
        return list(await db.scalars(select(Audit.action).where(Audit.staff == name).order_by(Audit.id)))


async def aged(house: House, **ages: timedelta) -> None:
    async with house.product.database.write() as db:
        await db.execute(update(StaffSession).values({name: now() - age for name, age in ages.items()}))


class TestPassword:
    async def test_it_tells_who_one_is(self, house: House) -> None:
        worker = await house.advisor("Aino", role="supervisor", teams=["oulu", "kela"])
        expected = {"name": "Aino", "user": "Aino", "role": "supervisor", "teams": ["kela", "oulu"]}
        expected |= {"second_factor": "none", "totp": False}
        for answer in (await log_in(worker.http), await worker.http.get(ME)):
            assert answer.json().items() >= expected.items()

    async def test_the_first_version_called_the_name_username(self, house: House) -> None:
        await house.advisor("Aino")
        response = await house.http.post(LOGIN, json={"username": "Aino", "password": PASSWORD})
        assert response.json()["user"] == "Aino"

    async def test_an_unknown_name_a_wrong_password_and_a_locked_account_answer_the_same(self, house: House) -> None:
        await house.advisor("Aino")
        await house.advisor("Poissa")
        async with house.product.database.write() as db:
            await db.execute(update(Staff).where(Staff.name == "Poissa").values(active=False))
        tried = [("Aino", "väärä salasana"), ("Tuntematon", PASSWORD), ("Poissa", PASSWORD)]
        answers = [await log_in(house.http, *one) for one in tried]
        assert len({(one.status_code, one.text) for one in answers}) == 1
        assert answers[0].status_code == 401

    async def test_a_new_log_in_ends_the_one_whose_cookie_came_along(self, house: House) -> None:
        worker = await house.advisor("Aino")
        old = worker.http.cookies["palvelupolku_session"]
        await log_in(worker.http)
        assert worker.http.cookies["palvelupolku_session"] != old
        header = {"Cookie": f"palvelupolku_session={old}"}
        assert (await house.http.get(ME, headers=header)).status_code == 401

    async def test_what_is_typed_as_an_unknown_name_is_not_written_down(self, house: House) -> None:
        await log_in(house.http, "salaisuuteni")
        async with house.product.database.read() as db:
            assert list(await db.scalars(select(Audit.staff))) == ["-"]

    async def test_one_address_cannot_try_without_end(self, settings: Settings, rasa: FakeRasa) -> None:
        strict = settings.model_copy(update={"logins": Rate(burst=3, per_second=0.01)})
        async with open_house(strict, rasa) as house:
            answers = [await log_in(house.http, f"Nimi {n}") for n in range(4)]
        assert [one.status_code for one in answers] == [401, 401, 401, 429]


class TestClosing:
    @pytest.mark.parametrize(
        ("failures", "seconds"), [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (11, 1_920), (12, 3_600), (400, 3_600)]
    )
    def test_the_delay_grows_up_to_an_hour(self, failures: int, seconds: int) -> None:
        moment = now()
        assert closed_for(failures, moment, at=moment) == seconds
        assert closed_for(failures, moment - timedelta(seconds=seconds), at=moment) == 0

    async def test_guesses_at_once_count_as_much_as_guesses_in_turn(self, house: House) -> None:
        await house.advisor("Aino")
        answers = await asyncio.gather(*(log_in(house.http, password=f"arvaus {n}") for n in range(12)))
        codes = sorted(one.status_code for one in answers)
        assert codes == [401] * 5 + [429] * 7
        assert (await log_in(house.http)).status_code == 429

    async def test_closing_is_in_the_audit_log_and_ends_by_itself(self, house: House) -> None:
        await house.advisor("Aino")
        for _ in range(5):
            await log_in(house.http, password="arvaus")
        closed = await log_in(house.http)
        assert (closed.status_code, closed.json()["code"]) == (429, "name_closed")
        assert 25 <= int(closed.headers["retry-after"]) <= 30
        assert (await actions(house))[-2:] == ["login_failed", "login_closed"]
        async with house.product.database.write() as db:
            await db.execute(update(LoginAttempt).values(at=now() - timedelta(seconds=31)))
        assert (await log_in(house.http)).status_code == 200
        async with house.product.database.read() as db:
            assert list(await db.scalars(select(LoginAttempt))) == []

    async def test_another_name_stays_open(self, house: House) -> None:
        await house.advisor("Aino")
        await house.advisor("Bertta")
        for _ in range(5):
            await log_in(house.http, password="arvaus")
        assert (await log_in(house.http, "Bertta")).status_code == 200


class TestSecondFactor:
    async def test_who_has_one_is_always_asked_and_half_way_opens_nothing(self, house: House) -> None:
        worker = await house.advisor("Aino")
        secret, codes = await enrolled(worker)
        assert len(set(codes)) == 10
        answer = await log_in(worker.http)
        assert answer.json()["second_factor"] == "code"
        assert (await worker.http.get(ME)).json()["second_factor"] == "code"
        half = await worker.get("/queue")
        assert (half.status_code, half.json()["code"]) == (401, "second_factor_missing")
        await next_code(house)
        done = await worker.http.post(TOTP, json={"code": code(secret)})
        assert (done.status_code, done.json()["second_factor"]) == (200, "none")
        assert (await worker.get("/queue")).status_code == 200

    async def test_a_code_opens_once(self, house: House) -> None:
        worker = await house.advisor("Aino")
        secret, _ = await enrolled(worker)
        await log_in(worker.http)
        used = await worker.http.post(TOTP, json={"code": pyotp.TOTP(secret).at(now() - timedelta(seconds=30))})
        assert (used.status_code, used.json()["code"]) == (401, "wrong_code")
        await next_code(house)
        new = {"code": code(secret)}
        pages = [httpx.AsyncClient(transport=httpx.ASGITransport(house.app), base_url="http://test") for _ in range(3)]
        for page in pages:
            await log_in(page)
        answers = await asyncio.gather(*(page.post(TOTP, json=new) for page in pages))
        assert sorted(one.status_code for one in answers) == [200, 401, 401]
        for page in pages:
            await page.aclose()

    async def test_a_recovery_code_opens_once_however_it_is_typed(self, house: House) -> None:
        worker = await house.advisor("Aino")
        _, codes = await enrolled(worker)
        typed = codes[0].lower().replace("-", " ")
        await log_in(worker.http)
        assert (await worker.http.post(TOTP, json={"code": typed})).status_code == 200
        await log_in(worker.http)
        assert (await worker.http.post(TOTP, json={"code": typed})).status_code == 401
        assert "recovery_code_used" in await actions(house)

    async def test_guessing_codes_closes_the_name_although_the_password_is_right(self, house: House) -> None:
        worker = await house.advisor("Aino")
        await enrolled(worker)
        for _ in range(5):
            await log_in(worker.http)
            assert (await worker.http.post(TOTP, json={"code": "000000"})).status_code == 401
        assert (await log_in(worker.http)).status_code == 429

    async def test_where_it_is_required_one_sets_it_up_first(self, settings: Settings, rasa: FakeRasa) -> None:
        async with open_house(settings.model_copy(update={"second_factor": "required"}), rasa) as house:
            worker = await house.advisor("Aino")
            assert (await worker.http.get(ME)).json()["second_factor"] == "enrol"
            assert (await worker.get("/queue")).status_code == 401
            await enrolled(worker)
            assert (await worker.get("/queue")).status_code == 200

    async def test_half_way_one_cannot_set_up_another_second_factor(self, house: House) -> None:
        worker = await house.advisor("Aino")
        await enrolled(worker)
        await log_in(worker.http)
        again = await worker.http.post(f"{ME}/totp/enrol")
        assert (again.status_code, again.json()["code"]) == (409, "already_enrolled")
        for path, body in ((f"{ME}/password", {"current": PASSWORD, "new": "x"}), (f"{ME}/totp", None)):
            method = "POST" if body else "DELETE"
            assert (await worker.http.request(method, path, json=body or {})).status_code == 401


class TestLasting:
    @pytest.fixture
    async def worker(self, house: House) -> Worker:
        return await house.advisor("Aino")

    @pytest.mark.parametrize(("column", "age"), [("created", LASTS), ("seen", IDLE)])
    async def test_a_log_in_ends_by_age_and_by_idling(
        self, house: House, worker: Worker, column: str, age: timedelta
    ) -> None:
        minute = timedelta(minutes=1)
        await aged(house, **{column: age - minute})
        assert (await worker.http.get(ME)).status_code == 200
        await aged(house, **{column: age + minute})
        assert (await worker.http.get(ME)).status_code == 401

    async def test_half_way_lasts_only_minutes(self, house: House, worker: Worker) -> None:
        await enrolled(worker)
        await log_in(worker.http)
        await aged(house, created=HALF_WAY + timedelta(seconds=1))
        assert (await worker.http.get(ME)).status_code == 401


async def test_the_ways_in_are_told_before_one_is_in(house: House) -> None:
    ways: dict[str, Any] = (await house.http.get("/api/v1/login/ways")).json()
    assert ways == {"oidc": False}
