"""What may be learned from: nothing without the person's word, and gone with it."""

from typing import Any

import pytest

from actions.ports import Dialogue, Learned, Outcome
from api.settings import Settings
from domain.facts import Known
from tests.api.console import console
from tests.api.house import House, Visitor, open_house
from tests.api.learner import Learner
from tests.api.learning.teacher import WISH, Teacher
from tests.api.rasa import FakeRasa

pytestmark = pytest.mark.anyio
MISSED = Outcome(dialogue=Dialogue(misses=1), not_understood=True)
READ = Outcome(dialogue=Dialogue(), learned=(Learned("ika", Known(14), "14"),))


async def say(settings: Settings, rasa: FakeRasa, outcome: Outcome, text: str, then: Any) -> None:
    """Have a message answered with this outcome, and look at what may be learned from it."""
    learner = Learner(settings, rasa, outcome)
    async with open_house(settings, rasa, learner.build) as house:
        learner.house = house
        visitor = await house.visitor()
        await visitor.say(text)
        await visitor.answered(text)
        await then(house, visitor, Teacher(await console(house, "Eeva"), settings.data_dir))


async def agree(visitor: Visitor, agreed: bool) -> None:
    assert (await visitor.call("PUT", "/development", json={"agreed": agreed})).status_code == 204


async def test_without_consent_only_the_number_is_told(school: Settings, rasa: FakeRasa) -> None:
    async def then(_: House, visitor: Visitor, teacher: Teacher) -> None:
        assert (await visitor.call("GET", "/development")).json() == {"agreed": False}
        assert await teacher.page.get("/learning/messages") == {"items": [], "withheld": 1}
        source = {"conversation": visitor.id, "seq": 2}
        await teacher.page.post("/learning/examples", {"content": WISH, "source": source}, 409)

    await say(school, rasa, MISSED, "öhöm kränks", then)


async def test_with_consent_the_message_is_shown_with_the_question_before_it(school: Settings, rasa: FakeRasa) -> None:
    async def then(_: House, visitor: Visitor, teacher: Teacher) -> None:
        await agree(visitor, agreed=True)
        found = await teacher.page.get("/learning/messages")
        (item,) = found["items"]
        greeting = (await visitor.messages())[0]["text"]
        assert (item["kind"], item["text"], item["state"]) == ("not_understood", "öhöm kränks", None)
        assert (item["question"], found["withheld"]) == (greeting, 0)

    await say(school, rasa, MISSED, "öhöm kränks", then)


async def test_a_word_taken_back_takes_the_examples_with_it(school: Settings, rasa: FakeRasa) -> None:
    async def then(_: House, visitor: Visitor, teacher: Teacher) -> None:
        await agree(visitor, agreed=True)
        await teacher.teach(WISH, source={"conversation": visitor.id, "seq": 2})
        assert (await teacher.page.get("/learning/messages"))["items"][0]["state"] == "taught"
        assert len((await teacher.page.get("/learning/examples"))["items"]) == 1
        await agree(visitor, agreed=False)
        assert (await teacher.page.get("/learning/examples"))["items"] == []
        assert (await teacher.page.get("/learning/messages"))["items"] == []

    await say(school, rasa, MISSED, "öhöm kränks", then)


async def test_an_erased_talk_leaves_no_example(school: Settings, rasa: FakeRasa) -> None:
    async def then(_: House, visitor: Visitor, teacher: Teacher) -> None:
        await agree(visitor, agreed=True)
        await teacher.teach(WISH, source={"conversation": visitor.id, "seq": 2})
        assert (await visitor.call("DELETE")).status_code == 204
        assert (await teacher.page.get("/learning/examples"))["items"] == []

    await say(school, rasa, MISSED, "öhöm kränks", then)


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
async def test_a_fact_put_right_by_hand_shows_the_message_it_was_read_from(
    school: Settings, rasa: FakeRasa, method: str
) -> None:
    async def then(_: House, visitor: Visitor, teacher: Teacher) -> None:
        await agree(visitor, agreed=True)
        assert (await teacher.page.get("/learning/messages"))["items"] == []
        body = {"json": {"value": 41}} if method == "PUT" else {}
        await visitor.call(method, "/facts/ika", **body)
        (item,) = (await teacher.page.get("/learning/messages"))["items"]
        assert (item["kind"], item["fact"], item["text"]) == ("corrected", "ika", "oon 14 vuotta töissä")

    await say(school, rasa, READ, "oon 14 vuotta töissä", then)


async def test_the_same_answer_again_is_no_correction(school: Settings, rasa: FakeRasa) -> None:
    async def then(_: House, visitor: Visitor, teacher: Teacher) -> None:
        await agree(visitor, agreed=True)
        await visitor.call("PUT", "/facts/ika", json={"value": 14})
        assert (await teacher.page.get("/learning/messages"))["items"] == []

    await say(school, rasa, READ, "oon 14", then)


async def test_a_message_can_be_put_aside_and_taken_up(school: Settings, rasa: FakeRasa) -> None:
    async def then(_: House, visitor: Visitor, teacher: Teacher) -> None:
        await agree(visitor, agreed=True)
        path = f"/learning/messages/{visitor.id}/2"
        for state in ("dismissed", None):
            await teacher.page.ask("PUT", path, 204, json={"state": state})
            assert (await teacher.page.get("/learning/messages"))["items"][0]["state"] == state
        await teacher.page.ask("PUT", f"/learning/messages/{visitor.id}/99", 404, json={"state": None})

    await say(school, rasa, MISSED, "öhöm", then)
