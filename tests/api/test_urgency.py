"""Danger is answered before any model is asked, and also when there is none."""

import pytest

from tests.api.house import House

pytestmark = pytest.mark.anyio


async def test_danger_to_life_is_answered_at_once_and_stops_the_questions(house: House) -> None:
    visitor = await house.visitor()
    house.rasa.up = False
    seq = await visitor.say("otin kaikki tabletit")
    after = await visitor.messages(seq)
    assert [m["payload"]["kind"] for m in after] == ["urgent", "handoff"]
    assert after[0]["payload"]["label"] == "hengenvaara"
    assert after[0]["from"] == "bot"
    assert "112" in after[0]["text"]
    house.rasa.up = True
    await visitor.say("hei")
    await visitor.answered("hei")
    assert house.rasa.texts == ["hei"]


async def test_other_danger_is_answered_first_and_the_talk_goes_on(house: House) -> None:
    visitor = await house.visitor()
    text = "ei oo yöpaikkaa ens yöks"
    seq = await visitor.say(text)
    await visitor.answered(text)
    after = await visitor.messages(seq)
    assert after[0]["payload"]["label"] == "asunnoton_tanaan"
    assert after[1]["text"] == f"re: {text}"
    assert house.rasa.turns[0]["metadata"]["urgent"] == "asunnoton_tanaan"


async def test_danger_raises_the_place_in_the_queue(house: House) -> None:
    calm, hurt, worker = await house.visitor(), await house.visitor(), await house.advisor("Aino")
    await calm.call("POST", "/handoff", json={"share": {}})
    await hurt.say("mies hakkasi mut eilen")
    response = await hurt.call("POST", "/handoff", json={"share": {}})
    assert response.json() == {"state": "waiting", "position": 1}
    waiting = (await worker.get("/queue")).json()["waiting"]
    assert [one["id"] for one in waiting] == [hurt.id, calm.id]
    assert waiting[0]["urgent"] == "vakivalta"
    assert waiting[0]["reason"] == "vaara"
