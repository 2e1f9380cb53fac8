"""What an advisor sees of their own cases: whose turn it is, and that taking one means being there."""

from uuid import uuid4

import pytest

from tests.api.house import House, Visitor, Worker
from tests.api.queueing import claimed, put, waiting

pytestmark = pytest.mark.anyio


async def own(worker: Worker) -> list[tuple[str, int, bool]]:
    """Return the advisor's cases in their order: which, how many unseen messages, whether an answer is waited for."""
    mine = (await worker.get("/queue")).json()["mine"]
    return [(one["id"], one["unread"], one["waiting_since"] is not None) for one in mine]


async def answer(worker: Worker, visitor: Visitor) -> None:
    body = {"client_id": str(uuid4()), "text": "Katsotaan."}
    assert (await worker.post(f"/conversations/{visitor.id}/messages", body)).status_code == 202


async def test_who_waits_for_an_answer_comes_first_and_the_longest_wait_first_of_all(house: House) -> None:
    one, two, three = [await waiting(house) for _ in range(3)]
    worker = await claimed(house, one)
    for visitor in (two, three):
        assert (await worker.post(f"/conversations/{visitor.id}/claim")).status_code == 204
    await two.say("moi")
    await one.say("hei")
    await two.say("oletko siellä")
    assert (await own(worker))[:2] == [(two.id, 2, True), (one.id, 1, True)]
    await worker.get(f"/conversations/{two.id}")
    assert (await own(worker))[0] == (two.id, 0, True)
    await answer(worker, two)
    assert [case for case in await own(worker) if case[2]] == [(one.id, 1, True)]


async def test_danger_comes_before_a_longer_wait(house: House) -> None:
    calm, urgent = [await waiting(house) for _ in range(2)]
    worker = await claimed(house, calm)
    assert (await worker.post(f"/conversations/{urgent.id}/claim")).status_code == 204
    await calm.say("hei")
    await urgent.say("mies hakkas mut eilen ja pelkään mennä kotiin")
    assert [case[0] for case in await own(worker)] == [urgent.id, calm.id]


async def test_what_the_assistant_has_answered_before_is_nothing_to_answer(house: House) -> None:
    visitor = await house.visitor()
    await visitor.say("moi")
    await visitor.answered("moi")
    await visitor.call("POST", "/handoff", json={"share": {"basic": True}})
    worker = await claimed(house, visitor)
    assert [case[2] for case in await own(worker)] == [False]


@pytest.mark.parametrize(("said", "then"), [("away", "available"), ("busy", "busy")])
async def test_who_takes_a_case_while_away_is_there_again(house: House, said: str, then: str) -> None:
    visitor = await waiting(house)
    worker = await house.advisor("Aino")
    await put(worker, "/presence", {"state": said, "reason": "Lounas", "capacity": 4})
    assert (await worker.post(f"/conversations/{visitor.id}/claim")).status_code == 204
    presence = (await worker.get("/queue")).json()["presence"]
    assert presence == {"state": then, "reason": None if said == "away" else "Lounas"}
