"""Rasa down, broken or slow, and the product stopped in the middle: told once, nothing lost, nothing twice."""

import asyncio

import pytest
from sqlalchemy import update

from api.clock import now
from api.db.models.conversation import Turn
from api.db.turns import RUNNING
from api.settings import Settings
from domain.texts import Texts
from tests.api.house import House, open_house
from tests.api.rasa import FakeRasa

pytestmark = pytest.mark.anyio
SORRY = Texts.load().say("bot_unavailable")
GAVE_UP = Texts.load().say("bot_gave_up")


async def test_while_rasa_is_down_the_person_is_told_once_and_answered_later_in_order(house: House) -> None:
    visitor = await house.visitor()
    house.rasa.up = False
    for text in ("yksi", "kaksi", "kolme"):
        await visitor.say(text)
    found = await visitor.until(lambda messages: any(m["text"] == SORRY for m in messages))
    sorry = next(m for m in found if m["text"] == SORRY)
    assert sorry["payload"] == {"kind": "handoff", "state": "offered", "position": None}
    house.rasa.up = True
    await visitor.answered("kolme")
    assert await visitor.texts("bot") == [SORRY, "re: yksi", "re: kaksi", "re: kolme"]


async def test_the_next_outage_is_told_again(house: House) -> None:
    visitor = await house.visitor()
    for text in ("yksi", "kaksi"):
        house.rasa.up = False
        await visitor.say(text)
        await visitor.until(lambda messages: messages[-1]["text"] == SORRY)
        house.rasa.up = True
        await visitor.answered(text)
    assert await visitor.texts("bot") == [SORRY, "re: yksi", SORRY, "re: kaksi"]


async def test_a_slow_answer_is_announced_and_still_comes(house: House) -> None:
    visitor = await house.visitor()
    house.rasa.gate = asyncio.Event()
    await visitor.say("hei")
    await visitor.until(lambda messages: messages[-1]["text"] == SORRY)
    house.rasa.gate.set()
    await visitor.answered("hei")
    assert house.rasa.texts == ["hei"]


async def test_an_empty_answer_is_a_failure_and_is_tried_again(house: House) -> None:
    visitor = await house.visitor()
    house.rasa.broken = 2
    await visitor.say("hei")
    await visitor.answered("hei")
    assert await visitor.texts() == ["hei", SORRY, "re: hei"]
    assert house.rasa.texts == ["hei"] * 3


async def test_a_message_that_rasa_can_never_answer_does_not_stop_the_next_one(house: House) -> None:
    visitor = await house.visitor()
    house.rasa.broken = 4
    await visitor.say("mahdoton")
    await visitor.until(lambda messages: messages[-1]["text"] == GAVE_UP)
    await visitor.say("hei")
    await visitor.answered("hei")
    assert await visitor.texts("bot") == [SORRY, GAVE_UP, "re: hei"]


async def test_a_human_is_offered_by_button_while_rasa_is_down(house: House) -> None:
    visitor = await house.visitor()
    house.rasa.up = False
    await visitor.post(command="human")
    found = await visitor.until(lambda messages: len(messages) == 3)
    assert found[-1]["payload"]["kind"] == "handoff"


async def test_a_turn_that_was_under_way_when_the_product_died_is_answered_once_after_the_restart(
    settings: Settings, rasa: FakeRasa
) -> None:
    rasa.gate = asyncio.Event()
    async with open_house(settings, rasa) as house:
        visitor = await house.visitor()
        await visitor.say("yksi")
        await visitor.say("kaksi")
        await rasa.called.wait()
        # As kill -9 would: the turn stays marked as running, and nobody says goodbye to the database.
        house.product.worker._held.clear()
    rasa.gate.set()
    async with open_house(settings, rasa) as house:
        visitor.http = house.http
        if not house.product.database.is_sqlite:
            await lease_runs_out(house, visitor.id)
        await visitor.answered("kaksi")
        assert await visitor.texts() == ["yksi", "kaksi", "re: yksi", "re: kaksi"]


async def test_an_orderly_stop_frees_the_turn_for_the_next_process(settings: Settings, rasa: FakeRasa) -> None:
    rasa.gate = asyncio.Event()
    async with open_house(settings, rasa) as house:
        visitor = await house.visitor()
        await visitor.say("yksi")
        await rasa.called.wait()
    rasa.gate.set()
    async with open_house(settings, rasa) as house:
        visitor.http = house.http
        await visitor.answered("yksi")
        assert await visitor.texts() == ["yksi", "re: yksi"]


async def lease_runs_out(house: House, conversation: str) -> None:
    """Several processes share PostgreSQL, so a dead one's turn is free only after its lease."""
    async with house.product.database.write() as db:
        await db.execute(update(Turn).where(Turn.state == RUNNING).values(lease_until=now()))
    house.product.worker.wake(conversation)
