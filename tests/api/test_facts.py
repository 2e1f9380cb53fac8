"""What the assistant has understood: shown with its source, corrected, taken back, and learned only with the turn."""

from collections.abc import Callable
from typing import Any

import pytest

from actions.ports import Dialogue, Learned, Outcome, Pending
from api.settings import Settings
from domain.facts import DECLINED, Known
from tests.api.house import House, Visitor, open_house
from tests.api.learner import Learner, act
from tests.api.rasa import FakeRasa

pytestmark = pytest.mark.anyio
AFTER = Dialogue(pending=Pending(asked=("ika",)), recent=("ika",))


Learning = Callable[[Outcome], Learner]


@pytest.fixture
def learning(settings: Settings, rasa: FakeRasa) -> Learning:
    return lambda outcome: Learner(settings, rasa, outcome)


AGE = Outcome(dialogue=AFTER, learned=(Learned("ika", Known(52), "oon 52"), Learned("velkaongelma", DECLINED)))


async def items(visitor: Visitor) -> dict[str, dict[str, Any]]:
    response = await visitor.call("GET", "/facts")
    assert response.status_code == 200, response.text
    return {item["fact"]: item for item in response.json()["items"]}


async def test_a_turn_teaches_facts_with_the_persons_words_and_their_message(learning: Learning) -> None:
    learner = learning(AGE)
    async with open_house(learner.settings, learner.rasa, learner.build) as learner.house:
        visitor = await learner.house.visitor()
        seq = await visitor.say("oon 52")
        await visitor.answered("oon 52")
        known = (await items(visitor))["ika"]
        assert known["value"] == 52
        assert known["value_label"] == "52 vuotta"
        assert known["words"] == "oon 52"
        assert known["source_seq"] == seq
        assert (known["control"], known["min"], known["max"]) == ("number", 13, 100)


async def test_the_next_turn_knows_what_was_asked_and_learned(learning: Learning) -> None:
    learner = learning(AGE)
    async with open_house(learner.settings, learner.rasa, learner.build) as learner.house:
        visitor = await learner.house.visitor()
        for text in ("oon 52", "siis 52"):
            await visitor.say(text)
            await visitor.answered(text)
        first, second = learner.seen
        assert first.facts.known() == {}
        assert second.facts.known() == {"ika": 52}
        assert second.dialogue == AFTER
        assert learner.rasa.turns[1]["metadata"]["asked"] == ["ika"]
        assert [turn["metadata"]["told"] for turn in learner.rasa.turns] == [[], ["ika"]]


async def test_a_failed_turn_teaches_nothing_until_it_is_answered(learning: Learning) -> None:
    learner = learning(AGE)
    learner.rasa.broken = 1
    async with open_house(learner.settings, learner.rasa, learner.build) as learner.house:
        visitor = await learner.house.visitor()
        await visitor.say("oon 52")
        await visitor.answered("oon 52")
        assert [case.facts.known() for case in learner.seen] == [{}, {}]
        assert (await items(visitor))["ika"]["value"] == 52


async def test_what_was_forgotten_is_gone(learning: Learning) -> None:
    learner = learning(Outcome(dialogue=Dialogue(), forgotten=("ika",)))
    async with open_house(learner.settings, learner.rasa, learner.build) as learner.house:
        visitor = await learner.house.visitor()
        await visitor.call("PUT", "/facts/ika", json={"value": 52})
        await visitor.say("alusta")
        await visitor.answered("alusta")
        assert await items(visitor) == {}


async def test_an_answer_in_the_panel_settles_the_pending_question(learning: Learning) -> None:
    learner = learning(AGE)
    async with open_house(learner.settings, learner.rasa, learner.build) as learner.house:
        visitor = await learner.house.visitor()
        await visitor.say("oon 52")
        await visitor.answered("oon 52")
        await visitor.call("PUT", "/facts/ika", json={"value": 53})
        await visitor.say("hei")
        await visitor.answered("hei")
        assert learner.rasa.turns[1]["metadata"]["asked"] == []


async def test_an_action_call_needs_the_token(learning: Learning) -> None:
    learner = learning(AGE)
    async with open_house(learner.settings, learner.rasa, learner.build) as house:
        talk = {"conversation": "c", "text": "t", "metadata": {"turn": "c:1"}}
        assert (await act(house, "action_learn", talk, token="wrong")).status_code == 401
        assert (await act(house, "action_unknown", talk)).status_code == 404
        gone = await act(house, "action_learn", talk)
        assert (gone.status_code, gone.json()["code"]) == (404, "turn_not_found")


async def test_a_fact_is_corrected_and_taken_back_by_hand(house: House) -> None:
    visitor = await house.visitor()
    assert (await visitor.call("PUT", "/facts/ika", json={"value": 40})).status_code == 204
    assert (await visitor.call("PUT", "/facts/velkaongelma", json={"declined": True})).status_code == 204
    found = await items(visitor)
    assert (found["ika"]["value"], found["ika"]["source_seq"]) == (40, None)
    assert (found["velkaongelma"]["status"], found["velkaongelma"]["value"]) == ("declined", None)
    assert (await visitor.call("DELETE", "/facts/ika")).status_code == 204
    assert "ika" not in await items(visitor)
    again = await visitor.call("DELETE", "/facts/ika")
    assert (again.status_code, again.json()["code"]) == (404, "fact_not_found")


@pytest.mark.parametrize(
    ("fact", "body", "status", "code"),
    [
        ("ika", {"value": "vanha"}, 422, "invalid_value"),
        ("ika", {"value": 900}, 422, "invalid_value"),
        ("ika", {"value": True}, 422, "invalid_value"),
        ("ika", {}, 422, "invalid_request"),
        ("ika", {"value": 40, "declined": True}, 422, "invalid_request"),
        ("kotikunta", {"value": "Ankkalinna"}, 422, "invalid_value"),
        ("ei_ole", {"value": 1}, 404, "fact_not_found"),
    ],
)
async def test_a_wrong_answer_changes_nothing(house: House, fact: str, body: Any, status: int, code: str) -> None:
    visitor = await house.visitor()
    response = await visitor.call("PUT", f"/facts/{fact}", json=body)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert await items(visitor) == {}


async def test_the_suggestion_follows_the_facts_and_is_kept_with_the_version_of_its_rules(house: House) -> None:
    visitor = await house.visitor()
    await visitor.call("PUT", "/facts/ika", json={"value": 40})
    shown = (await visitor.call("GET", "/suggestion")).json()
    assert shown["version"] == 1
    service = next(iter((await house.product.rulebooks.version(1)).services)).id
    choice = {"service": service, "choice": "reject", "reason": "liian kaukana"}
    assert (await visitor.call("PUT", "/suggestion/choices", json=choice)).status_code == 204
    assert (await visitor.call("GET", "/suggestion")).json()["choices"] == [choice]
    export = (await visitor.call("GET", "/export")).json()
    assert [one["rulebook"] for one in export["suggestions"]] == [1]
    unknown = await visitor.call("PUT", "/suggestion/choices", json={**choice, "service": "ei_ole"})
    assert (unknown.status_code, unknown.json()["code"]) == (422, "unknown_service")
