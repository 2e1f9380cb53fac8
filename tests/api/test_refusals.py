"""Bad input and strangers: a problem with a code and a place, nothing stored, no inner workings shown."""

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest

from api.settings import Rate, Settings
from tests.api.house import PASSWORD, House, open_house
from tests.api.rasa import FakeRasa

pytestmark = pytest.mark.anyio
ID = str(uuid4())


def is_problem(response: httpx.Response, status: int, code: str) -> None:
    assert response.headers["content-type"] == "application/problem+json", response.text
    body = response.json()
    assert (response.status_code, body["status"], body["code"]) == (status, status, code)
    assert body["type"].endswith(code)
    assert body["title"]
    assert "Traceback" not in response.text


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"client_id": ID}, "invalid_request"),
        ({"client_id": "x", "text": "hei"}, "invalid_request"),
        ({"client_id": ID, "text": 5}, "invalid_request"),
        ({"client_id": ID, "text": "hei", "command": "skip"}, "invalid_request"),
        ({"client_id": ID, "text": "hei", "extra": 1}, "invalid_request"),
        ({"client_id": ID, "command": "explode"}, "invalid_request"),
        ({"client_id": ID, "choice": {"fact": "ika"}}, "invalid_request"),
        ({"client_id": ID, "choice": {"fact": "ika", "value": 5, "declined": True}}, "invalid_request"),
        ({"client_id": ID, "choice": {"fact": "ei_ole", "value": 1}}, "invalid_choice"),
        ({"client_id": ID, "choice": {"fact": "ika", "value": "vanha"}}, "invalid_choice"),
        ({"client_id": ID, "choices": [], "seen_facts": ["ei_ole"]}, "invalid_choice"),
        ({"client_id": ID, "text": " \x00 "}, "text_empty"),
        ({"client_id": ID, "text": "a" * 4_001}, "text_too_long"),
        ([], "invalid_request"),
    ],
)
async def test_a_wrong_message_is_refused_and_not_stored(house: House, body: Any, code: str) -> None:
    visitor = await house.visitor()
    response = await visitor.call("POST", "/messages", json=body)
    is_problem(response, 422, code)
    assert response.json()["problems"][0]["place"]
    assert len(await visitor.messages()) == 1


async def test_broken_json_is_refused(house: House) -> None:
    visitor = await house.visitor()
    headers = {"Content-Type": "application/json"}
    is_problem(await visitor.call("POST", "/messages", content='{"text": ', headers=headers), 400, "broken_json")


async def test_only_json_is_read(house: House) -> None:
    visitor = await house.visitor()
    is_problem(await visitor.call("POST", "/messages", data={"text": "hei"}), 415, "json_only")


async def test_a_message_of_100_kb_is_refused_whether_its_length_is_told_or_not(house: House) -> None:
    visitor = await house.visitor()
    content = json.dumps({"client_id": ID, "text": "a" * 100_000}).encode()
    headers = {"Content-Type": "application/json"}

    async def in_pieces() -> Any:
        for start in range(0, len(content), 10_000):
            yield content[start : start + 10_000]

    is_problem(await visitor.call("POST", "/messages", content=content, headers=headers), 413, "too_large")
    is_problem(await visitor.call("POST", "/messages", content=in_pieces(), headers=headers), 413, "too_large")
    assert len(await visitor.messages()) == 1


async def test_half_a_character_does_not_break_the_store(house: House) -> None:
    visitor = await house.visitor()
    headers = {"Content-Type": "application/json"}
    content = f'{{"client_id": "{ID}", "text": "hei \\ud800 \\u0000"}}'
    assert (await visitor.call("POST", "/messages", content=content, headers=headers)).status_code == 202
    assert (await visitor.texts("visitor")) == ["hei"]


async def test_a_stranger_sees_nothing(house: House) -> None:
    visitor, other = await house.visitor(), await house.visitor()
    calls = [("GET", "/messages"), ("GET", "/facts"), ("GET", "/suggestion"), ("GET", "/export"), ("GET", "/events")]
    for method, path in [*calls, ("DELETE", "")]:
        address = f"/api/v1/conversations/{visitor.id}{path}"
        is_problem(await house.http.request(method, address), 401, "token_missing")
        is_problem(await house.http.request(method, address, headers=other.headers), 404, "conversation_not_found")
    assert len(await visitor.messages()) == 1


async def test_unknown_addresses_and_methods_are_problems_too(house: House) -> None:
    is_problem(await house.http.get("/api/v1/nothing"), 404, "not_found")
    is_problem(await house.http.delete("/api/v1/municipalities"), 405, "method_not_allowed")
    for name in ("none.js", "%00", "..%2findex.html", "a" * 3_000):
        is_problem(await house.http.get(f"/assets/{name}"), 404, "not_found")
    is_problem(await house.http.get("/"), 503, "pages_not_built")


async def test_what_cannot_be_an_id_is_not_looked_up(house: House) -> None:
    worker = await house.advisor("Aino")
    visitor = await house.visitor()
    for id_ in ("%00", "x" * 3_000, "1"):
        response = await house.http.get(f"/api/v1/conversations/{id_}/facts", headers=visitor.headers)
        is_problem(response, 404, "conversation_not_found")
        is_problem(await worker.post(f"/conversations/{id_}/claim"), 404, "conversation_not_found")


async def test_half_a_character_in_a_password_is_refused(house: House) -> None:
    content = '{"username": "Aino", "password": "\\ud800"}'
    headers = {"Content-Type": "application/json"}
    is_problem(await house.http.post("/api/v1/login", content=content, headers=headers), 422, "invalid_request")


async def test_a_broken_action_call_is_refused(house: House) -> None:
    headers = {"Content-Type": "application/json", "Authorization": "Bearer secret"}
    for content in ("{", "[]"):
        response = await house.http.post("/internal/rasa/action", content=content, headers=headers)
        is_problem(response, 422, "invalid_request")


async def test_a_wrong_number_is_refused(house: House) -> None:
    visitor = await house.visitor()
    for after in ("-1", "x", str(2**70)):
        is_problem(await visitor.call("GET", f"/messages?after={after}"), 422, "invalid_request")


async def test_too_many_messages_are_told_when_to_come_back(settings: Settings, rasa: FakeRasa) -> None:
    strict = settings.model_copy(update={"messages": Rate(burst=5, per_second=0.01)})
    async with open_house(strict, rasa) as house:
        visitor = await house.visitor()
        answers = [await visitor.post(text="hei") for _ in range(6)]
        assert [one.status_code for one in answers[:5]] == [202] * 5
        is_problem(answers[-1], 429, "too_many")
        assert int(answers[-1].headers["retry-after"]) >= 60
        other = await house.visitor()
        assert (await other.post(text="hei")).status_code == 202


async def test_staff_calls_need_a_log_in_a_role_and_the_second_token(house: House) -> None:
    is_problem(await house.http.get("/api/v1/advisor/queue"), 401, "not_logged_in")
    is_problem(await house.http.get("/api/v1/me"), 401, "not_logged_in")
    editor = await house.advisor("Eero", role="admin")
    is_problem(await editor.get("/queue"), 403, "role_missing")
    worker = await house.advisor("Aino")
    me = (await worker.http.get("/api/v1/me")).json()
    assert (me["user"], me["role"]) == ("Aino", "advisor")
    del worker.http.headers["X-CSRF-Token"]
    is_problem(await worker.post(f"/conversations/{ID}/claim"), 403, "csrf_token_missing")
    wrong = {"X-CSRF-Token": "wrong"}
    is_problem(await worker.post(f"/conversations/{ID}/claim", headers=wrong), 403, "csrf_token_missing")


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(house: House) -> None:
    await house.advisor("Aino")
    body = {"username": "Aino", "password": PASSWORD}
    cookie = (await house.http.post("/api/v1/login", json=body)).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


async def test_after_log_out_the_cookie_opens_nothing(house: House) -> None:
    worker = await house.advisor("Aino")
    cookies = dict(worker.http.cookies)
    assert (await worker.http.post("/api/v1/logout")).status_code == 204
    header = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    is_problem(await house.http.get("/api/v1/me", headers=header), 401, "not_logged_in")


async def test_guessing_closes_the_name_for_a_while_even_for_the_right_password(house: House) -> None:
    await house.advisor("Aino")
    for _ in range(5):
        wrong = await house.http.post("/api/v1/login", json={"username": "Aino", "password": "arvaus"})
        is_problem(wrong, 401, "wrong_name_or_password")
    right = await house.http.post("/api/v1/login", json={"username": "Aino", "password": PASSWORD})
    is_problem(right, 429, "name_closed")


async def test_every_answer_carries_the_security_headers(house: House) -> None:
    for path in ("/healthz", "/api/v1/nothing"):
        headers = (await house.http.get(path)).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


async def test_readiness_depends_on_rasa_and_life_does_not(house: House) -> None:
    assert (await house.http.get("/readyz")).status_code == 200
    house.rasa.up = False
    is_problem(await house.http.get("/readyz"), 503, "bot_away")
    assert (await house.http.get("/healthz")).status_code == 200


async def test_the_figures_tell_nothing_of_a_person(house: House) -> None:
    visitor = await house.visitor()
    await visitor.say("salaisuus")
    await visitor.answered("salaisuus")
    figures = (await house.http.get("/metrics")).text
    assert 'palvelupolku_messages_total{author="visitor"} 1.0' in figures
    assert "salaisuus" not in figures
    assert visitor.id not in figures


async def test_the_municipalities_are_all_there(house: House) -> None:
    listed = (await house.http.get("/api/v1/municipalities")).json()
    assert len(listed) > 300
    assert {"name_fi", "name_sv"} <= listed[0].keys()
