"""The way to a human: the queue, one advisor per conversation, and nothing that was not shared."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import select

from actions.ports import Dialogue, Learned, Outcome
from api.db.models.staff import Audit
from api.settings import Settings
from domain.facts import Known
from tests.api.house import House, Visitor, Worker, open_house
from tests.api.learner import Learner
from tests.api.rasa import FakeRasa

pytestmark = pytest.mark.anyio
ALL = {"basic": True, "sensitive": True, "health": True}


async def waiting(house: House, share: dict[str, bool] | None = None) -> Visitor:
    visitor = await house.visitor()
    response = await visitor.call("POST", "/handoff", json={"share": ALL if share is None else share})
    assert response.status_code == 202, response.text
    return visitor


async def claimed(house: House, visitor: Visitor, name: str = "Aino") -> Worker:
    worker = await house.advisor(name)
    response = await worker.post(f"/conversations/{visitor.id}/claim")
    assert response.status_code == 204, response.text
    return worker


async def test_the_person_hears_the_place_in_the_queue(house: House) -> None:
    first, second = await waiting(house), await house.visitor()
    response = await second.call("POST", "/handoff", json={"share": {"basic": True}, "message": "apua hakemukseen"})
    assert response.json() == {"state": "waiting", "position": 2}
    assert await second.texts("visitor") == ["apua hakemukseen"]
    assert (await second.messages())[-1]["payload"] == {"kind": "handoff", "state": "waiting", "position": 2}
    again = await second.call("POST", "/handoff", json={"share": ALL})
    assert again.json() == {"state": "waiting", "position": 2}
    assert len(await second.messages()) == 3
    assert len(await first.messages()) == 2


async def test_while_somebody_waits_the_bot_is_silent(house: House) -> None:
    visitor = await waiting(house)
    await visitor.say("hei")
    await asyncio.sleep(0.1)
    assert house.rasa.turns == []
    assert (await visitor.texts())[-1] == "hei"


async def test_of_many_advisors_exactly_one_gets_the_conversation(house: House) -> None:
    visitor = await waiting(house)
    workers = [await house.advisor(f"neuvoja {i}") for i in range(8)]
    claims = await asyncio.gather(*(one.post(f"/conversations/{visitor.id}/claim") for one in workers))
    assert sorted(claim.status_code for claim in claims) == [204] + [409] * 7
    assert {claim.json()["code"] for claim in claims if claim.status_code == 409} == {"already_claimed"}
    assert sum(m["from"] == "system" for m in await visitor.messages()) == 2


async def test_an_answer_of_the_bot_that_comes_after_the_claim_is_dropped(house: House) -> None:
    visitor, worker = await house.visitor(), await house.advisor("Aino")
    house.rasa.gate = asyncio.Event()
    await visitor.say("hei")
    await asyncio.sleep(0.05)
    await visitor.call("POST", "/handoff", json={"share": ALL})
    await worker.post(f"/conversations/{visitor.id}/claim")
    house.rasa.gate.set()
    await asyncio.sleep(0.1)
    assert not any(text.startswith("re:") for text in await visitor.texts())
    assert house.rasa.texts == ["hei"]


async def test_the_advisor_and_the_person_talk_in_the_same_chat(house: House) -> None:
    visitor = await waiting(house)
    worker = await claimed(house, visitor)
    body = {"client_id": "6f0f2f8e-6a0f-4f4b-9a53-2c6b1f9f8a11", "text": "Hei, olen Aino."}
    numbers = {(await worker.post(f"/conversations/{visitor.id}/messages", body)).json()["seq"] for _ in range(2)}
    assert len(numbers) == 1
    await visitor.say("moi")
    last = (await visitor.messages())[-2:]
    assert [(m["from"], m.get("name"), m["text"]) for m in last] == [
        ("advisor", "Aino", "Hei, olen Aino."),
        ("visitor", None, "moi"),
    ]
    (mine,) = (await worker.get("/queue")).json()["mine"]
    assert (mine["id"], mine["unread"], mine["last_text"], mine["state"]) == (visitor.id, 1, "moi", "advisor")
    await worker.get(f"/conversations/{visitor.id}")
    assert (await worker.get("/queue")).json()["mine"][0]["unread"] == 0


async def test_a_closed_talk_goes_on_with_the_bot_when_the_person_writes(house: House) -> None:
    visitor = await waiting(house)
    worker = await claimed(house, visitor)
    assert (await worker.post(f"/conversations/{visitor.id}/close", {})).status_code == 204
    assert (await visitor.messages())[-2]["payload"]["state"] == "closed"
    assert (await worker.get(f"/conversations/{visitor.id}")).status_code == 404
    await visitor.say("vielä yksi asia")
    await visitor.answered("vielä yksi asia")


async def test_a_conversation_given_back_waits_again(house: House) -> None:
    visitor = await waiting(house)
    worker = await claimed(house, visitor)
    assert (await worker.post(f"/conversations/{visitor.id}/release")).status_code == 204
    assert [one["id"] for one in (await worker.get("/queue")).json()["waiting"]] == [visitor.id]
    await claimed(house, visitor, "Pekka")
    late = await worker.post(
        f"/conversations/{visitor.id}/messages",
        {"client_id": "6f0f2f8e-6a0f-4f4b-9a53-2c6b1f9f8a11", "text": "hei"},
    )
    assert (late.status_code, late.json()["code"]) == (409, "not_yours")


async def test_facts_that_are_not_shared_never_leave_the_server(house: House) -> None:
    worker, basic = await house.advisor("Aino"), {"ika": 41, "kotikunta": "Lahti"}
    looks = []
    for more in ({}, {"velkaongelma": True, "tyokyky_0_10": 3}):
        visitor = await house.visitor()
        for fact, value in {**basic, **more}.items():
            await visitor.call("PUT", f"/facts/{fact}", json={"value": value})
        await visitor.call("POST", "/handoff", json={"share": {"basic": True}})
        await worker.post(f"/conversations/{visitor.id}/claim")
        looks.append((await worker.get(f"/conversations/{visitor.id}")).json())
    without, withheld = looks
    assert {fact["fact"] for fact in withheld["facts"]} == basic.keys()
    assert withheld["withheld"] == ["sensitive", "health"]
    assert withheld["suggestion"] == without["suggestion"]


async def test_a_message_that_tells_what_is_not_shared_stays_here_with_its_echo(
    settings: Settings, rasa: FakeRasa
) -> None:
    told = Outcome(dialogue=Dialogue(), learned=(Learned("velkaongelma", Known(value=True), "ulosotossa"),))
    learner = Learner(settings, rasa, told)
    async with open_house(settings, rasa, learner.build) as learner.house:
        visitor, worker = await learner.house.visitor(), await learner.house.advisor("Aino")
        await visitor.say("oon ulosotossa")
        await visitor.answered("oon ulosotossa")
        for share, shown in (({"basic": True}, False), (ALL, True)):
            await visitor.call("POST", "/handoff", json={"share": share})
            seen = (await worker.get(f"/conversations/{visitor.id}")).json()
            assert ("ulosotossa" in str(seen)) is shown
            numbers = [m["seq"] for m in seen["messages"]]
            assert numbers == list(range(1, len(numbers) + 1))


async def test_the_queue_shows_only_what_is_shared(house: House) -> None:
    visitor, worker = await house.visitor(), await house.advisor("Aino")
    await visitor.call("PUT", "/facts/kotikunta", json={"value": "Lahti"})
    for share, expected in (({}, None), ({"basic": True}, "Lahti")):
        await visitor.call("POST", "/handoff", json={"share": share})
        (one,) = (await worker.get("/queue")).json()["waiting"]
        assert one["municipality"] == expected
        assert ("Lahti" in one["summary"]) is (expected is not None)


async def test_every_look_is_written_down(house: House) -> None:
    visitor = await waiting(house)
    worker = await claimed(house, visitor)
    await worker.get(f"/conversations/{visitor.id}")
    async with house.product.database.read() as db:
        rows = (await db.execute(select(Audit.staff, Audit.action, Audit.conversation).order_by(Audit.id))).all()
    assert [tuple(row) for row in rows] == [
        ("Aino", "login", None),
        ("Aino", "claim", visitor.id),
        ("Aino", "look", visitor.id),
    ]


async def test_an_advisor_does_not_see_a_conversation_that_asked_for_nobody(house: House) -> None:
    visitor, worker = await house.visitor(), await house.advisor("Aino")
    for call in (worker.get(f"/conversations/{visitor.id}"), worker.get("/conversations/ei-ole")):
        response = await call
        assert (response.status_code, response.json()["code"]) == (404, "conversation_not_found")
    claim = await worker.post(f"/conversations/{visitor.id}/claim")
    assert (claim.status_code, claim.json()["code"]) == (409, "already_claimed")


async def test_outside_service_hours_a_call_back_is_kept_and_the_bot_goes_on(
    settings: Settings, rasa: FakeRasa, tmp_path: Path
) -> None:
    never = tmp_path / "never.json"
    never.write_text('{"timezone": "Europe/Helsinki", "week": {}, "text_fi": "arkisin"}', encoding="utf-8")
    async with open_house(settings.model_copy(update={"service_hours": never}), rasa) as house:
        visitor, worker = await house.visitor(), await house.advisor("Aino")
        body = {"share": ALL, "contact": "040 123 4567"}
        response = await visitor.call("POST", "/handoff", json=body)
        assert response.json()["state"] == "callback"
        assert "arkisin" in response.json()["text"]
        await visitor.say("hei")
        await visitor.answered("hei")
        (one,) = (await worker.get("/queue")).json()["waiting"]
        assert (one["id"], one["reason"]) == (visitor.id, "takaisinsoitto")
        await worker.post(f"/conversations/{visitor.id}/claim")
        assert (await worker.get(f"/conversations/{visitor.id}")).json()["contact"] == "040 123 4567"
        await worker.post(f"/conversations/{visitor.id}/close", {})
        assert (await visitor.call("GET", "/export")).json()["handoff"]["contact"] is None
