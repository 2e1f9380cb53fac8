"""The language of a conversation: chosen at its start or in its middle, and nothing is lost on the way."""

from typing import Any

import pytest

from domain.texts import Texts
from tests.api.desk import at_desk
from tests.api.house import House, Visitor

pytestmark = pytest.mark.anyio
EASY = Texts.load().spoken("fi-selko")
AGAIN = "re: /command_repeat"


async def easy_visitor(house: House) -> Visitor:
    response = await house.http.post("/api/v1/conversations", json={"language": "fi-selko"})
    assert response.status_code == 201
    return Visitor(house.http, response.json()["id"], response.json()["token"])


async def speak(visitor: Visitor, language: str) -> None:
    response = await visitor.call("PUT", "/language", json={"language": language})
    assert response.status_code == 204, response.text


async def test_a_conversation_begins_in_the_language_that_is_asked_for(house: House) -> None:
    visitor = await easy_visitor(house)
    assert (await visitor.messages())[0]["text"].startswith(EASY.say("greeting"))
    await visitor.post(command="skip")
    await visitor.until(lambda found: found[-1]["from"] == "bot" and len(found) > 2)
    assert await visitor.texts("visitor") == [EASY.say("said_skip")]


async def test_a_change_is_told_and_starts_an_ordinary_turn(house: House) -> None:
    visitor = await house.visitor()
    await speak(visitor, "fi-selko")
    found = await visitor.until(lambda found: found[-1]["text"] == AGAIN)
    assert [(one["seq"], one["from"], one["text"]) for one in found[1:]] == [
        (2, "system", EASY.say("spoken_selko")),
        (3, "bot", AGAIN),
    ]
    assert house.rasa.turns[0]["metadata"]["seq"] == 2
    await speak(visitor, "fi")
    found = await visitor.until(lambda found: len(found) == 5)
    assert found[3]["text"] == Texts.load().say("spoken_fi")


async def test_the_language_in_which_one_talks_already_changes_nothing(house: House) -> None:
    visitor = await easy_visitor(house)
    await speak(visitor, "fi-selko")
    assert len(await visitor.messages()) == 1
    assert house.rasa.turns == []


async def test_a_turn_knows_the_language_and_what_is_open_when_its_time_comes(house: House) -> None:
    visitor, seen = await house.visitor(), list[Any]()

    async def look(talk: dict[str, Any]) -> None:
        cases = house.product.executor.actions["action_take"].__self__.desk.cases
        seen.append(await cases.open(talk["conversation"], talk["metadata"]["turn"]))

    house.rasa.act = look
    await visitor.say("moi")
    await speak(visitor, "fi-selko")
    await visitor.until(lambda found: found[-1]["text"] == AGAIN)
    assert seen[-1].language == "fi-selko"
    assert [talk["text"] for talk in house.rasa.turns] == ["moi", "/command_repeat"]


async def test_while_rasa_is_away_the_question_waits_and_nothing_is_lost(house: House) -> None:
    visitor = await house.visitor()
    house.rasa.up = False
    await speak(visitor, "fi-selko")
    found = await visitor.until(lambda found: found[-1]["payload"] is not None and len(found) == 3)
    assert found[-1]["text"] == EASY.say("bot_unavailable")
    house.rasa.up = True
    await visitor.until(lambda found: found[-1]["text"] == AGAIN)


async def test_what_is_beside_the_chat_is_in_the_language_too(house: House) -> None:
    visitor = await house.visitor()
    book = await house.product.rulebooks.version(1)
    await visitor.call("PUT", "/facts/ika", json={"value": 24})
    await visitor.call("PUT", "/facts/tyollisyystilanne", json={"value": "tyoton"})
    plain = (await visitor.call("GET", "/suggestion")).json()["suggested"]
    await speak(visitor, "fi-selko")
    shown = (await visitor.call("GET", "/suggestion")).json()["suggested"]
    assert [one["service"] for one in shown] == [one["service"] for one in plain]
    assert shown
    for one in shown:
        assert one["summary"] == book.service(one["service"]).summary_selko
    drafted = (await visitor.call("GET", "/plan")).json()["draft"]["steps"]
    assert [step["text"] for step in drafted] == [one["first_step"] for one in shown][: len(drafted)]
    assert (await visitor.call("GET", "/export")).json()["language"] == "fi-selko"


async def test_an_advisor_is_told_and_no_turn_of_the_bot_begins(house: House) -> None:
    visitor, worker = await house.visitor(), await house.advisor("Aino")
    await visitor.call("POST", "/handoff", json={"share": {"basic": True}})
    await worker.post(f"/conversations/{visitor.id}/claim")
    await speak(visitor, "fi-selko")
    assert (await visitor.messages())[-1]["text"] == EASY.say("spoken_selko")
    assert house.rasa.turns == []


async def test_what_an_advisor_sends_is_in_the_persons_language_and_the_desk_is_not(house: House) -> None:
    desk = await at_desk(house, tyollisyystilanne="tyoton", velkaongelma=True)
    book = await house.product.rulebooks.version(1)
    await speak(desk.visitor, "fi-selko")
    await desk.send("service", service="talous-ja-velkaneuvonta")
    await desk.send("question", fact="ika")
    card, question = (await desk.visitor.messages())[-2:]
    assert card["payload"]["summary"] == book.service("talous-ja-velkaneuvonta").summary_selko
    assert question["text"] == book.fact("ika").question_selko
    shown = (await desk.look())["suggestion"]["suggested"]
    assert shown
    assert all(one["summary"] == book.service(one["service"]).summary_fi for one in shown)


@pytest.mark.parametrize("body", [{}, {"language": "sv"}, {"language": None}, {"language": "fi", "x": 1}])
async def test_another_language_is_refused(house: House, body: dict[str, Any]) -> None:
    visitor = await house.visitor()
    response = await visitor.call("PUT", "/language", json=body)
    assert (response.status_code, response.json()["code"]) == (422, "invalid_request")
    assert len(await visitor.messages()) == 1


async def test_the_language_is_the_persons_own_to_choose(house: House) -> None:
    visitor, other = await house.visitor(), await house.visitor()
    response = await visitor.call("PUT", "/language", json={"language": "fi-selko"}, headers=other.headers)
    assert (response.status_code, response.json()["code"]) == (404, "conversation_not_found")
