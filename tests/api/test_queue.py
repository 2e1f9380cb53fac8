"""The queue: whose case it is, in which order, what the person sees of it and how they leave it."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from api.advisor import leases
from api.clock import now
from api.db.models.conversation import Conversation
from api.db.models.desk import Closing, FollowUp, Handover
from api.settings import Settings
from domain.routing import COMMON
from tests.api.house import House, Visitor, open_house
from tests.api.queueing import ALL, change, claimed, handoff, put, queue, row, staff_id, there, waiting, waits
from tests.api.rasa import FakeRasa

pytestmark = pytest.mark.anyio
WORK, CARE = "tyollisyys-pirkanmaa", "hyvinvointi-pirkanmaa"
TAMPERE = {"kotikunta": "Tampere", "ika": 44}
DEBTS = TAMPERE | {"velkaongelma": True}


@pytest.fixture
def closed(settings: Settings, tmp_path: Path) -> Settings:
    """Service hours that never come: no day is open."""
    file = tmp_path / "never.json"
    file.write_text('{"timezone": "Europe/Helsinki", "week": {}, "text_fi": "arkisin"}', encoding="utf-8")
    return settings.model_copy(update={"service_hours": file})


async def test_a_case_goes_to_the_team_of_its_home_and_needs(house: House) -> None:
    work = await house.advisor("Aino", teams=[WORK])
    care = await house.advisor("Pekka", teams=[CARE])
    plain, debts = await waiting(house, facts=TAMPERE), await waiting(house, facts=DEBTS)
    assert (await waits(work), await waits(care)) == ([plain.id], [debts.id])
    (one,) = (await queue(work))["waiting"]
    assert (one["team"], one["team_name"], one["reason_label"]) == (
        WORK,
        "Työllisyyspalvelut, Pirkanmaa",
        "Pyysi ihmistä",
    )


async def test_the_team_is_chosen_by_what_is_shared_alone(house: House) -> None:
    work = await house.advisor("Aino", teams=[WORK])
    await house.advisor("Pekka", teams=[CARE])
    visitor = await waiting(house, {"basic": True}, DEBTS)
    assert await waits(work) == [visitor.id]
    (one,) = (await queue(work))["waiting"]
    assert one["missing_consent"] == ["sensitive", "health"]


async def test_nobody_waits_in_a_queue_that_nobody_reads(house: House) -> None:
    """Only teams of Pirkanmaa work here: a case from Oulu goes to the common queue, which somebody has to keep."""
    work = await house.advisor("Aino", teams=[WORK])
    visitor = await waiting(house, facts={"kotikunta": "Oulu"})
    assert (await row(house, visitor)).team == COMMON
    assert await waits(work) == [visitor.id]
    supervisor = await house.advisor("Päivi", role="supervisor", teams=[CARE])
    assert (await waits(work), await waits(supervisor)) == ([], [visitor.id])


async def test_another_team_s_case_is_not_there(house: House) -> None:
    visitor = await waiting_for_care(house)
    work = await house.advisor("Aino", teams=[WORK])
    assert await waits(work) == []
    path = f"/conversations/{visitor.id}"
    body = {"client_id": "6f0f2f8e-6a0f-4f4b-9a53-2c6b1f9f8a11", "text": "hei"}
    for response in (
        await work.get(path),
        await work.post(f"{path}/claim"),
        await work.post(f"{path}/release"),
        await work.post(f"{path}/messages", body),
        await work.post(f"{path}/typing", {"on": True}),
        await work.post(f"{path}/transfer", {"client_id": body["client_id"], "to_team": WORK, "note": "minulle"}),
    ):
        assert (response.status_code, response.json()["code"]) == (404, "conversation_not_found")
    await house.advisor("Päivi", role="supervisor")
    assert [one["id"] for one in (await work.get(f"/queue?team={CARE}")).json()["waiting"]] == []


async def test_a_teammate_s_case_is_not_there_after_the_claim_either(house: House) -> None:
    visitor = await waiting_for_care(house)
    await claimed(house, visitor, "Pekka 2", [CARE])
    mate = await house.advisor("Sari", teams=[CARE])
    assert (await mate.get(f"/conversations/{visitor.id}")).status_code == 404
    supervisor = await house.advisor("Päivi", role="supervisor", teams=[CARE])
    assert (await supervisor.get(f"/conversations/{visitor.id}")).status_code == 200


async def test_danger_is_on_top_and_a_call_back_behind_those_who_are_there(house: House) -> None:
    worker = await house.advisor("Aino")
    later, plain, danger = await waiting(house), await waiting(house), await waiting(house)
    await later.call("POST", "/handoff/callback", json={})
    await danger.say("haluan kuolla, en jaksa enää elää")
    first, *_ = (await queue(worker))["waiting"]
    assert (first["id"], first["reason"], first["priority"]) == (danger.id, "vaara", 3)
    assert await waits(worker) == [danger.id, plain.id, later.id]
    assert (await handoff(plain))["position"] == 2


async def test_the_person_s_own_worker_is_asked_first(house: House) -> None:
    known, other = await house.advisor("Aino"), await house.advisor("Pekka")
    await there(known)
    visitor = await known_to_aino(house)
    await visitor.call("POST", "/handoff", json={"share": ALL})
    (one,) = (await queue(known))["waiting"]
    assert one["for_me"]
    assert await waits(other) == []
    assert (await other.post(f"/conversations/{visitor.id}/claim")).status_code == 409
    await change(house, visitor, queued_at=now() - timedelta(minutes=11))
    assert await waits(other) == [visitor.id]


async def test_an_own_worker_who_is_away_is_not_waited_for(house: House) -> None:
    await house.advisor("Aino")
    other = await house.advisor("Pekka")
    visitor = await known_to_aino(house)
    await visitor.call("POST", "/handoff", json={"share": ALL})
    assert await waits(other) == [visitor.id]


async def test_an_estimate_is_given_only_when_it_is_known(house: House) -> None:
    worker = await house.advisor("Aino")
    visitor = await waiting(house)
    assert (await handoff(visitor))["estimate_min"] is None
    await served(house, visitor, minutes=4, number=6)
    assert (await handoff(visitor))["estimate_min"] is None, "nobody is there"
    await there(worker)
    seen = await handoff(visitor)
    assert (seen["position"], seen["estimate_min"]) == (1, 4)
    second = await waiting(house)
    assert (await handoff(second))["estimate_min"] == 8
    await put(worker, "/presence", {"state": "away", "reason": "tauko", "capacity": 4})
    assert (await handoff(second))["estimate_min"] is None


async def test_the_preview_names_what_each_kind_would_show(house: House) -> None:
    visitor = await waiting(house, {"basic": True}, DEBTS)
    seen = await handoff(visitor)
    assert {one["fact"] for one in seen["preview"]["basic"]} == {"kotikunta", "ika"}
    assert [(one["fact"], one["value_label"]) for one in seen["preview"]["sensitive"]] == [("velkaongelma", "kyllä")]
    assert seen["share"] == {"basic": True, "sensitive": False, "health": False}


async def test_sharing_is_changed_and_withdrawn_while_an_advisor_answers(house: House) -> None:
    visitor = await waiting(house, facts=DEBTS)
    worker = await claimed(house, visitor)
    path = f"/conversations/{visitor.id}"
    assert "velkaongelma" in (await worker.get(path)).text
    taken_back = {"share": {"basic": True, "sensitive": False, "health": False}, "contact": ""}
    assert (await visitor.call("PUT", "/handoff/share", json=taken_back)).status_code == 204
    seen = (await worker.get(path)).json()
    assert "velkaongelma" not in str(seen["facts"])
    assert "velat" not in str(seen["suggestion"])
    assert seen["withheld"] == ["sensitive", "health"]
    await visitor.call("PUT", "/handoff/share", json={"share": ALL})
    assert "velkaongelma" in str((await worker.get(path)).json()["facts"])


async def test_nothing_is_shared_with_nobody(house: House) -> None:
    visitor = await house.visitor()
    response = await visitor.call("PUT", "/handoff/share", json={"share": ALL})
    assert (response.status_code, response.json()["code"]) == (409, "not_now")


async def test_leaving_the_queue_gives_the_conversation_back_to_the_bot(house: House) -> None:
    worker, visitor = await house.advisor("Aino"), await waiting(house)
    for _ in range(2):
        assert (await visitor.call("DELETE", "/handoff")).status_code == 204
    assert await waits(worker) == []
    assert (await visitor.messages())[-1]["payload"]["state"] == "left"
    assert (await row(house, visitor)).share is None
    await visitor.say("jatketaan")
    await visitor.answered("jatketaan")
    async with house.product.database.read() as db:
        assert list(await db.scalars(select(Handover.ended))) == ["left"]


async def test_one_cannot_leave_a_talk_that_goes_on(house: House) -> None:
    visitor = await waiting(house)
    await claimed(house, visitor)
    assert (await visitor.call("DELETE", "/handoff")).json()["code"] == "not_now"


async def test_a_call_back_instead_of_waiting_is_a_task_of_the_team(house: House) -> None:
    worker, visitor = await house.advisor("Aino"), await waiting(house)
    response = await visitor.call("POST", "/handoff/callback", json={"contact": "aino@esimerkki.fi", "phone_ok": False})
    assert (response.status_code, response.json()["state"]) == (202, "callback")
    await visitor.say("hei")
    await visitor.answered("hei")
    seen = await queue(worker)
    assert ([one["callback"] for one in seen["waiting"]], seen["follow_ups_due"]) == ([True], 1)
    (task,) = await tasks(house)
    assert (task.kind, task.staff, "ei käytä puhelinta" in task.text) == ("callback", None, True)
    await worker.post(f"/conversations/{visitor.id}/claim")
    (task,) = await tasks(house)
    assert task.staff == await staff_id(house, "Aino")


async def test_a_call_back_is_cancelled_like_a_wait(house: House) -> None:
    worker, visitor = await house.advisor("Aino"), await waiting(house)
    await visitor.call("POST", "/handoff/callback", json={})
    await visitor.call("DELETE", "/handoff")
    assert await waits(worker) == []
    assert [task.done_at is not None for task in await tasks(house)] == [True]


async def test_outside_hours_only_the_call_back_is_promised(closed: Settings, rasa: FakeRasa) -> None:
    async with open_house(closed, rasa) as house:
        visitor = await waiting(house)
        seen = await handoff(visitor)
        assert (seen["state"], seen["callback"], seen["open"], seen["position"]) == ("bot", True, False, None)
        assert len(await tasks(house)) == 1
        said = (await visitor.messages())[-1]["text"]
        assert "tässä keskustelussa" in said
        assert "jonossa" not in said


async def test_who_still_waits_at_closing_time_is_promised_a_call_back(closed: Settings, rasa: FakeRasa) -> None:
    async with open_house(closed, rasa) as house:
        visitor = await house.visitor()
        await change(house, visitor, state="waiting", queued_at=now(), team=COMMON)
        await leases.close_for_today(house.product)
        changed = await row(house, visitor)
        assert (changed.state, changed.callback) == ("bot", True)
        assert len(await tasks(house)) == 1


async def test_reasons_of_a_wish(house: House) -> None:
    worker = await house.advisor("Aino")
    lost, violence = await house.visitor(), await house.visitor()
    await change(house, lost, dialogue={"misses": 2})
    await violence.call("PUT", "/facts/vakivalta_tai_uhka", json={"value": True})
    for share, expected in (({"basic": True}, "pyynto"), (ALL, "vaara")):
        await violence.call("POST", "/handoff", json={"share": share})
        seen = (await queue(worker))["waiting"]
        assert [one["reason"] for one in seen] == [expected], "what is not shared has no weight"
        await violence.call("DELETE", "/handoff")
    await lost.call("POST", "/handoff", json={"share": {}})
    (one,) = (await queue(worker))["waiting"]
    assert (one["reason"], one["priority"]) == ("ei_ymmarretty", 1)


async def known_to_aino(house: House) -> Visitor:
    """A new conversation of a person whose earlier one Aino ended."""
    earlier, visitor = await house.visitor(), await house.visitor()
    for one in (earlier, visitor):
        await change(house, one, person="sama")
    async with house.product.database.write() as db:
        aino = await staff_id(house, "Aino")
        db.add(Closing(conversation=earlier.id, staff=aino, outcome="sovittu", agreed=None, at=now()))
    return visitor


async def waiting_for_care(house: House) -> Visitor:
    await house.advisor("Pekka", teams=[CARE])
    visitor = await waiting(house, facts=DEBTS)
    assert (await row(house, visitor)).team == CARE
    return visitor


async def served(house: House, visitor: Visitor, *, minutes: int, number: int) -> None:
    """Let others have waited so long, one after the other."""
    async with house.product.database.write() as db:
        team = (await db.get_one(Conversation, visitor.id)).team
        for ago in range(number):
            began = now() - timedelta(hours=ago + 1)
            ended = began + timedelta(minutes=minutes)
            db.add(
                Handover(
                    conversation=visitor.id,
                    reason="pyynto",
                    priority=0,
                    team=team,
                    callback=False,
                    at=began,
                    claimed_at=ended,
                    ended_at=ended,
                )
            )
        await db.execute(update(Conversation).where(Conversation.id == visitor.id).values(queued_at=now()))


async def tasks(house: House) -> list[FollowUp]:
    async with house.product.database.read() as db:
        return list(await db.scalars(select(FollowUp)))
