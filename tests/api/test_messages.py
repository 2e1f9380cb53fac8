"""Messages: numbered without gaps, stored once, answered in order."""

import asyncio
from uuid import uuid4

import pytest

from tests.api.house import House

pytestmark = pytest.mark.anyio


async def test_the_greeting_is_message_one_and_says_what_it_is(house: House) -> None:
    visitor = await house.visitor()
    (greeting,) = await visitor.messages()
    assert greeting["seq"] == 1
    assert greeting["from"] == "bot"
    for told in ("automaatti", "tallennetaan", "Puhu ihmiselle"):
        assert told in greeting["text"]


async def test_a_message_is_stored_and_answered(house: House) -> None:
    visitor = await house.visitor()
    assert await visitor.say("oon 52") == 2
    found = await visitor.answered("oon 52")
    assert [(m["seq"], m["from"], m["text"]) for m in found[1:]] == [
        (2, "visitor", "oon 52"),
        (3, "bot", "re: oon 52"),
    ]


async def test_posting_the_same_message_again_gives_the_same_number_and_nothing_twice(house: House) -> None:
    visitor = await house.visitor()
    client_id = str(uuid4())
    numbers = {await visitor.say("hei", client_id) for _ in range(3)}
    await visitor.answered("hei")
    numbers |= set(await asyncio.gather(*(visitor.say("hei", client_id) for _ in range(5))))
    assert numbers == {2}
    assert [m["text"] for m in await visitor.messages(1)] == ["hei", "re: hei"]
    assert house.rasa.texts == ["hei"]


async def test_fifty_messages_at_once_are_numbered_without_gaps(house: House) -> None:
    visitors = [await house.visitor() for _ in range(2)]
    numbers = await asyncio.gather(*(visitors[i % 2].say(f"viesti {i}") for i in range(50)))
    for one, visitor in enumerate(visitors):
        found = await visitor.until(lambda messages: len(messages) == 51, seconds=20)
        assert [m["seq"] for m in found] == list(range(1, 52))
        assert sorted(numbers[one::2]) == sorted(m["seq"] for m in found if m["from"] == "visitor")


async def test_quick_messages_are_answered_one_at_a_time_and_in_order(house: House) -> None:
    visitor = await house.visitor()
    house.rasa.delay = 0.01
    for i in range(5):
        await visitor.say(f"viesti {i}")
    await visitor.until(lambda found: len(found) == 11)
    assert house.rasa.texts == [f"viesti {i}" for i in range(5)]


async def test_rasa_is_called_with_the_token_and_what_the_turn_needs(house: House) -> None:
    visitor = await house.visitor()
    await visitor.say("hei")
    await visitor.answered("hei")
    (turn,) = house.rasa.turns
    assert house.rasa.tokens == {"Bearer secret"}
    assert turn["conversation"] == visitor.id
    assert turn["metadata"]["turn"] == f"{visitor.id}:2"
    assert turn["metadata"]["seq"] == 2
    assert turn["metadata"]["asked"] == []
    assert turn["metadata"]["confirm"] is None


async def test_an_identity_code_is_masked_before_it_is_stored_or_sent(house: House) -> None:
    visitor = await house.visitor()
    await visitor.say("hetu on 010190-123A ok")
    await visitor.until(lambda found: len(found) == 3)
    assert "010190" not in str(await visitor.messages())
    assert "010190" not in str(house.rasa.turns)


async def test_a_button_is_stored_in_words_and_sent_as_a_choice(house: House) -> None:
    visitor = await house.visitor()
    response = await visitor.post(choice={"fact": "ika", "value": 52})
    assert response.status_code == 202
    await visitor.until(lambda found: found[-1]["from"] == "bot" and len(found) > 2)
    assert (await visitor.texts("visitor"))[-1] == "52 vuotta"
    assert house.rasa.turns[-1]["text"] == "/choose"
    assert house.rasa.turns[-1]["metadata"]["choices"] == [{"fact": "ika", "value": 52}]


async def test_a_command_is_stored_in_words_and_sent_as_a_command(house: House) -> None:
    visitor = await house.visitor()
    assert (await visitor.post(command="skip")).status_code == 202
    await visitor.until(lambda found: len(found) == 3)
    assert await visitor.texts("visitor") == ["Ohita"]
    assert house.rasa.turns[0]["text"] == "/command_skip"
    assert house.rasa.turns[0]["metadata"]["command"] == "skip"


async def test_what_came_after_a_number(house: House) -> None:
    visitor = await house.visitor()
    await visitor.say("yksi")
    await visitor.answered("yksi")
    assert [m["seq"] for m in await visitor.messages(after=2)] == [3]
    assert await visitor.messages(after=3) == []
