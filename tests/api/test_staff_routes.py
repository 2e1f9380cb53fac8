"""Every call of the staff, one by one: who must not get in does not."""

import re
from collections.abc import Iterable
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import update

from api.db.models.staff import StaffSession
from api.main import create_app
from api.settings import Settings
from api.staff.roles import Role
from tests.api.house import House, Worker

pytestmark = pytest.mark.anyio
UNSAFE = frozenset({"post", "put", "patch", "delete"})
EVERYBODY = frozenset(Role)
RULES = frozenset({Role.ADMIN, Role.APPROVER, Role.AUDITOR})
DESK = frozenset({Role.ADVISOR, Role.SUPERVISOR})
# The first fitting line says who may call; a new call that fits none fails the test until it stands here.
WHO = [
    (r"\w+ /advisor/supervision", {Role.SUPERVISOR}),
    (r"\w+ /advisor/conversations/\{id\}/team", {Role.SUPERVISOR}),
    (r"\w+ /advisor/.*", DESK),
    (r"post /admin/(drafts/\{draft\}/publication|versions/\{version\}/restoration)", {Role.ADMIN, Role.APPROVER}),
    (r"post /admin/learning/models/\{model\}/activation", {Role.ADMIN, Role.APPROVER}),
    (r"get /admin/learning/.*", RULES),
    (r"post /admin/drafts/\{draft\}/return", {Role.APPROVER}),
    (r"get /admin/(rules-settings|catalogue|drafts|vocabulary|freshness|history|versions|export|statistics).*", RULES),
    (r"\w+ /admin/.*", {Role.ADMIN}),
    (r"\w+ /audit", {Role.AUDITOR}),
    (r"\w+ /(me|me/.*|logout|login/totp)", EVERYBODY),
]
# Open to visitors, or to whoever has no log-in yet. A visitor's own calls are walked in test_refusals.py.
OPEN = re.compile(r"/conversations(/.*)?|/municipalities|/login|/login/ways|/login/oidc(/callback)?")
ROOT = "/api/v1"
Call = tuple[str, str]


def calls() -> list[Call]:
    paths: dict[str, dict[str, Any]] = create_app(Settings()).openapi()["paths"]
    found = [(method, path) for path, methods in paths.items() for method in methods if path.startswith(ROOT)]
    return [(method, path) for method, path in found if not OPEN.fullmatch(path.removeprefix(ROOT))]


def allowed(call: Call) -> Iterable[Role]:
    method, path = call
    for pattern, roles in WHO:
        if re.fullmatch(pattern, f"{method} {path.removeprefix(ROOT)}"):
            return roles
    pytest.fail(f"nobody has said who may {method} {path}")


def filled(path: str) -> str:
    return re.sub(r"\{[^}]*\}", str(uuid4()), path)


async def ask(http: httpx.AsyncClient, call: Call) -> tuple[int, str]:
    """Call with an empty body; a stream that opens is not listened to."""
    method, path = call
    body = {"json": {}} if method in UNSAFE else {}
    response = await http.request(method.upper(), filled(path), **body)
    is_problem = response.headers.get("content-type") == "application/problem+json"
    return response.status_code, response.json()["code"] if is_problem else ""


def test_there_are_calls_to_walk() -> None:
    assert len(calls()) > 15


async def test_without_a_log_in_no_call_answers(house: House) -> None:
    answers = {call: await ask(house.http, call) for call in calls()}
    assert set(answers.values()) == {(401, "not_logged_in")}, answers


async def test_the_wrong_role_is_refused_everywhere(house: House) -> None:
    people = {role: await house.advisor(role.value, role=role.value) for role in Role}
    for call in calls():
        refused = {role: await ask(people[role].http, call) for role in EVERYBODY - set(allowed(call))}
        assert set(refused.values()) <= {(403, "role_missing")}, (call, refused)


async def test_the_right_role_gets_in_everywhere(house: House) -> None:
    people = {role: await house.advisor(role.value, role=role.value) for role in Role}
    walked = [call for call in calls() if not call[1].endswith(("/events", "/logout"))]
    for call in walked:
        for role in allowed(call):
            status, code = await ask(people[role].http, call)
            assert code not in {"role_missing", "not_logged_in", "csrf_token_missing"}, (call, role, status)


async def test_a_change_needs_the_second_token(house: House) -> None:
    people = {role: await house.advisor(role.value, role=role.value) for role in Role}
    for person in people.values():
        del person.http.headers["X-CSRF-Token"]
    for call in calls():
        if call[0] in UNSAFE:
            role = next(iter(allowed(call)))
            assert await ask(people[role].http, call) == (403, "csrf_token_missing"), call


async def test_half_way_through_the_log_in_only_the_rest_of_it_answers(house: House) -> None:
    half: Worker = await house.advisor("Aino")
    mine = [call for call in calls() if Role.ADVISOR in allowed(call)]
    walked = sorted(mine, key=lambda call: call[1].endswith("/logout"))
    async with house.product.database.write() as db:
        await db.execute(update(StaffSession).values(verified=False))
    answered = {call for call in walked if (await ask(half.http, call)) != (401, "second_factor_missing")}
    assert answered == {
        ("get", f"{ROOT}/me"),
        ("post", f"{ROOT}/me/totp/enrol"),
        ("post", f"{ROOT}/me/totp/confirm"),
        ("post", f"{ROOT}/login/totp"),
        ("post", f"{ROOT}/logout"),
    }
