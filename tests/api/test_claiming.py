"""One advisor per conversation, whatever happens at once, and a bot that is silent from the wish for a human on."""

import asyncio
from contextlib import AsyncExitStack

import pytest
from sqlalchemy import select

from actions.ports import Dialogue, Learned, Outcome
from api.advisor import leases
from api.db.models.conversation import Turn
from api.db.models.staff import Audit
from api.settings import Settings
from domain.facts import Known
from tests.api.house import House, Visitor, eventually, open_house
from tests.api.learner import Learner
from tests.api.queueing import claimed, lose, put, row, staff_id, waiting, waits, write
from tests.api.rasa import FakeRasa

pytestmark = pytest.mark.anyio
ROUNDS = 500


@pytest.mark.slow
async def test_two_advisors_claim_the_same_conversation_500_times_at_once(settings: Settings, rasa: FakeRasa) -> None:
    """Each has a server process of their own, so nothing but the database decides."""
    async with AsyncExitStack() as running:
        houses = [await running.enter_async_context(open_house(settings, rasa)) for _ in range(2)]
        workers = [await house.advisor(name) for house, name in zip(houses, ("Aino", "Pekka"), strict=True)]
        ids = [await staff_id(houses[0], name) for name in ("Aino", "Pekka")]
        visitor = await waiting(houses[0])
        for number in range(ROUNDS):
            path = f"/conversations/{visitor.id}/claim"
            order = workers if number % 2 else workers[::-1]
            answers = await asyncio.gather(*(worker.post(path) for worker in order))
            assert sorted(answer.status_code for answer in answers) == [204, 409], number
            winner = order[[answer.status_code for answer in answers].index(204)]
            holder = await row(houses[0], visitor)
            assert (holder.state, holder.advisor) == ("advisor", ids[winner is workers[1]])
            assert (await winner.post(f"/conversations/{visitor.id}/release")).status_code == 204
        said = [m for m in await visitor.messages() if (m["payload"] or {}).get("state") == "joined"]
        assert len(said) == ROUNDS


async def test_taking_ones_own_case_again_changes_nothing(house: House) -> None:
    visitor = await waiting(house)
    worker = await claimed(house, visitor)
    before = await visitor.messages()
    assert (await worker.post(f"/conversations/{visitor.id}/claim")).status_code == 204
    assert await visitor.messages() == before


async def test_more_than_one_wanted_is_taken_only_knowingly(house: House) -> None:
    worker = await house.advisor("Aino")
    assert (await put(worker, "/presence", {"state": "available", "capacity": 1})).status_code == 204
    first, second = await waiting(house), await waiting(house)
    assert (await worker.post(f"/conversations/{first.id}/claim")).status_code == 204
    warned = await worker.post(f"/conversations/{second.id}/claim")
    assert (warned.status_code, warned.json()["code"]) == (409, "over_capacity")
    assert (await worker.post(f"/conversations/{second.id}/claim", {"anyway": True})).status_code == 204


async def test_a_message_on_its_way_to_rasa_is_not_answered_after_the_claim(house: House) -> None:
    visitor, worker = await house.visitor(), await house.advisor("Aino")
    house.rasa.gate = asyncio.Event()
    await visitor.say("eka")
    await visitor.say("toka")
    await house.rasa.called.wait()
    await visitor.call("POST", "/handoff", json={"share": {"basic": True}})
    await worker.post(f"/conversations/{visitor.id}/claim")
    house.rasa.gate.set()
    await visitor.say("kolmas")
    await _no_turn_is_open(house, visitor)
    assert await visitor.texts("bot") == []
    assert "eka" in house.rasa.texts
    assert "kolmas" not in house.rasa.texts


async def test_the_bot_stays_silent_while_a_lost_case_waits_again(house: House) -> None:
    visitor = await waiting(house)
    await claimed(house, visitor)
    await lose(house, visitor)
    await leases.bring_back(house.product)
    await visitor.say("hei")
    await _no_turn_is_open(house, visitor)
    assert house.rasa.turns == []


async def test_what_was_learned_on_the_way_is_kept_though_the_answer_is_dropped(
    settings: Settings, rasa: FakeRasa
) -> None:
    told = Outcome(dialogue=Dialogue(), learned=(Learned("ika", Known(value=44), "44"),))
    learner = Learner(settings, rasa, told)
    async with open_house(settings, rasa, learner.build) as learner.house:
        visitor = await learner.house.visitor()
        rasa.gate = asyncio.Event()
        await visitor.say("oon 44")
        await rasa.called.wait()
        await visitor.call("POST", "/handoff", json={"share": {"basic": True}})
        rasa.gate.set()
        await _no_turn_is_open(learner.house, visitor)

        async def learned() -> bool | None:
            items = (await visitor.call("GET", "/facts")).json()["items"]
            return True if items else None

        await eventually(learned)
        assert await visitor.texts("bot") == []


async def test_a_lost_advisor_s_case_returns_to_its_place_with_its_history(house: House) -> None:
    first = await waiting(house)
    second = await waiting(house)
    worker = await claimed(house, first)
    await write(worker, first, "Hei, olen Aino.")
    await lose(house, first)
    await leases.bring_back(house.product)
    other = await house.advisor("Pekka")
    assert await waits(other) == [first.id, second.id]
    lost = (await first.messages())[-1]
    assert (lost["payload"], lost["from"]) == ({"kind": "handoff", "state": "waiting", "position": 1}, "system")
    assert (await write(worker, first, "vieläkö")).json()["code"] == "not_yours"
    assert (await other.post(f"/conversations/{first.id}/claim")).status_code == 204
    seen = (await other.get(f"/conversations/{first.id}")).json()
    assert "Hei, olen Aino." in [m["text"] for m in seen["messages"]]
    async with house.product.database.read() as db:
        acts = list(await db.scalars(select(Audit.action).where(Audit.conversation == first.id).order_by(Audit.id)))
    assert acts == ["claim", "write", "lease_ended", "claim", "look"]


async def test_two_watches_bring_a_case_back_once(house: House) -> None:
    visitor = await waiting(house)
    await claimed(house, visitor)
    await lose(house, visitor)
    before = len(await visitor.messages())
    await asyncio.gather(*(leases.bring_back(house.product) for _ in range(4)))
    assert len(await visitor.messages()) == before + 1


async def test_the_watch_brings_a_case_back_within_the_lease_of_a_console_that_is_gone(
    settings: Settings, rasa: FakeRasa
) -> None:
    async with open_house(settings.model_copy(update={"lease": 0.6}), rasa) as house:
        visitor = await waiting(house)
        await claimed(house, visitor)

        async def is_back() -> bool | None:
            return True if (await row(house, visitor)).state == "waiting" else None

        await eventually(is_back, seconds=3)


async def test_an_act_keeps_the_case(settings: Settings, rasa: FakeRasa) -> None:
    async with open_house(settings.model_copy(update={"lease": 30.0}), rasa) as house:
        visitor = await waiting(house)
        worker = await claimed(house, visitor)
        first = (await row(house, visitor)).lease_until
        await write(worker, visitor, "hei")
        later = (await row(house, visitor)).lease_until
        assert first is not None
        assert later is not None
        assert later > first


async def _no_turn_is_open(house: House, visitor: Visitor) -> None:
    async def look() -> bool | None:
        async with house.product.database.read() as db:
            query = select(Turn.seq).where(Turn.conversation == visitor.id, Turn.state.in_(("queued", "running")))
            return True if (await db.scalars(query)).first() is None else None

    await eventually(look)
    await asyncio.sleep(0.05)
