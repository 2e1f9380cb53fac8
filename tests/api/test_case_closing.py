"""The end of a talk: outcome, what was agreed, the assistant that knows it, and the list of what was promised."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from actions.ports import Dialogue, Outcome
from api.clock import today
from api.settings import Settings
from tests.api.desk import ALL, BASIC, Desk, at_desk
from tests.api.house import House, Visitor, open_house
from tests.api.learner import Learner
from tests.api.rasa import FakeRasa
from tests.api.test_case import YOUNG

pytestmark = pytest.mark.anyio
KEY = "a" * 43


def in_days(days: int) -> str:
    return (today() + timedelta(days=days)).isoformat()


async def to_do(desk: Desk) -> list[dict]:
    items: list[dict] = (await desk.worker.get("/follow-ups")).json()["items"]
    return items


async def test_the_person_hears_what_was_agreed_and_is_asked_how_it_was(house: House) -> None:
    desk = await at_desk(house, **YOUNG)
    day = today() + timedelta(days=7)
    await desk.close(agreed="Soitat velkaneuvontaan.", follow_up_on=day.isoformat())
    ended, asked = (await desk.visitor.messages())[-2:]
    assert "Sovitte: Soitat velkaneuvontaan." in ended["text"]
    assert f"{day.day}.{day.month}.{day.year}" in ended["text"]
    assert ended["payload"]["state"] == "closed"
    assert asked["payload"] == {"kind": "experience"}
    assert (await desk.visitor.call("POST", "/feedback", json={"rating": 4})).status_code == 204
    export = (await desk.visitor.call("GET", "/export")).json()
    assert [(one["outcome"], one["agreed"]) for one in export["talks"]] == [("neuvottu", "Soitat velkaneuvontaan.")]


async def test_closing_twice_with_the_same_id_is_one_closing(house: House) -> None:
    desk = await at_desk(house)
    body = {"client_id": str(uuid4()), "outcome": "neuvottu"}
    assert [(await desk.act("POST", "/close", body)).status_code for _ in range(2)] == [204, 204]
    assert len((await desk.visitor.call("GET", "/export")).json()["talks"]) == 1
    assert (await desk.act("POST", "/close", {"outcome": "neuvottu"})).status_code in {404, 409}


@pytest.mark.parametrize("body", [{"outcome": "ei_ole"}, {"follow_up_on": "2020-01-01"}, {"to": "colleague"}])
async def test_a_closing_that_makes_no_sense_is_refused(house: House, body: dict) -> None:
    desk = await at_desk(house)
    assert (await desk.act("POST", "/close", body)).status_code == 422
    assert (await desk.look())["state"] == "advisor"


async def test_outcomes_are_codes_with_words(house: House) -> None:
    desk = await at_desk(house)
    items = (await desk.worker.get("/outcomes")).json()["items"]
    assert {"id", "label"} == items[0].keys()
    assert len({one["id"] for one in items}) == len(items) >= 5


async def test_handed_back_the_assistant_goes_on_and_knows_what_was_agreed(settings: Settings, rasa: FakeRasa) -> None:
    learner = Learner(settings, rasa, Outcome(dialogue=Dialogue()))
    async with open_house(settings, rasa, learner.build) as learner.house:
        desk = await at_desk(learner.house, **YOUNG)
        await desk.close(agreed="Aino varaa ajan terveystarkastukseen.", to="assistant")
        await asyncio.sleep(0.05)
        assert rasa.turns == []
        assert (await desk.visitor.messages())[-2]["payload"]["state"] == "closed"
        await desk.visitor.say("mitä seuraavaksi")
        await desk.visitor.answered("mitä seuraavaksi")
        (seen,) = learner.seen
        assert seen.agreed == "Aino varaa ajan terveystarkastukseen."
        assert seen.dialogue.recalled is False
        assert (await desk.act("GET")).status_code == 404


async def test_what_was_promised_is_a_list_with_the_first_due_on_top(house: House) -> None:
    later = await at_desk(house, **YOUNG)
    await later.close(agreed="myöhemmin", follow_up_on=in_days(9))
    sooner = await at_desk(house, name="Pekka", **YOUNG)
    await sooner.close(agreed="pian", follow_up_on=in_days(0))
    items = await to_do(later)
    assert [one["text"] for one in items] == ["pian", "myöhemmin"]
    assert [one["mine"] for one in items] == [False, True]
    assert items[0]["municipality"] == "Lahti"
    path = f"/follow-ups/{items[0]['id']}"
    assert (await later.worker.post(path, {"due": in_days(20)})).status_code == 204
    assert [one["text"] for one in await to_do(later)] == ["myöhemmin", "pian"]
    assert (await later.worker.post(path, {"due": "2020-01-01"})).status_code == 422
    for _ in range(2):
        done = await later.worker.post(f"{path}/done")
        assert done.status_code == 204
    assert [one["text"] for one in await to_do(later)] == ["myöhemmin"]


async def test_a_promise_is_of_ones_own_team(house: House) -> None:
    desk = await at_desk(house, **YOUNG)
    await desk.close(follow_up_on=in_days(3))
    (item,) = await to_do(desk)
    other = Desk(house, desk.visitor, await house.advisor("Kaisa", teams=["kela"]))
    assert item["team"] == "yhteinen"
    assert await to_do(other) == []
    assert (await other.worker.post(f"/follow-ups/{item['id']}/done")).status_code == 404


async def test_the_promised_talk_goes_on_in_the_same_chat(house: House) -> None:
    desk = await at_desk(house, BASIC, **YOUNG)
    await desk.close(agreed="katsotaan", follow_up_on=in_days(0))
    (item,) = await to_do(desk)
    taken = await desk.worker.post(f"/follow-ups/{item['id']}/take")
    assert taken.json() == {"conversation": desk.visitor.id}
    view = await desk.look()
    assert view["state"] == "advisor"
    assert view["withheld"] == ["sensitive", "health"]
    assert (await desk.visitor.messages())[-1]["payload"]["state"] == "joined"
    again = await desk.worker.post(f"/follow-ups/{item['id']}/take")
    assert again.status_code == 200
    second = await house.advisor("Pekka")
    theirs = await second.post(f"/follow-ups/{item['id']}/take")
    assert theirs.json()["code"] == "already_claimed"


async def test_sharing_ends_with_the_talk_unless_a_day_was_agreed(house: House) -> None:
    desk = await at_desk(house, ALL)
    await desk.close()
    assert (await desk.visitor.call("GET", "/export")).json()["handoff"]["share"] is None
    assert await to_do(desk) == []


async def again(house: House, first: Desk, person: str | None) -> dict:
    """Let somebody talk with the advisor once more; return what the advisor sees."""
    body = {"language": "fi", **({"person": person} if person else {})}
    made = (await house.http.post("/api/v1/conversations", json=body)).json()
    visitor = Visitor(house.http, made["id"], made["token"])
    await visitor.call("POST", "/handoff", json={"share": ALL})
    await first.worker.post(f"/conversations/{visitor.id}/claim")
    return await Desk(house, visitor, first.worker).look()


async def test_earlier_talks_are_seen_only_with_consent(house: House) -> None:
    desk = await at_desk(house)
    assert (await desk.visitor.call("PUT", "/person", json={"person": KEY})).status_code == 204
    await desk.close(agreed="ensimmäinen")
    assert (await again(house, desk, None))["earlier"] == []
    assert [one["agreed"] for one in (await again(house, desk, KEY))["earlier"]] == ["ensimmäinen"]
    await desk.visitor.call("PUT", "/person", json={"person": None})
    assert (await again(house, desk, KEY))["earlier"] == []


async def test_the_persons_key_is_stored_as_a_hash_alone(house: House) -> None:
    made = (await house.http.post("/api/v1/conversations", json={"language": "fi", "person": KEY})).json()
    visitor = Visitor(house.http, made["id"], made["token"])
    export = (await visitor.call("GET", "/export")).text
    assert KEY not in export
    assert (await visitor.call("PUT", "/person", json={"person": "lyhyt"})).status_code == 422
