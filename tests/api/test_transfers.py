"""A case goes on to a colleague: kept by the giver until it is taken, and told to the person."""

import asyncio
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select

from api.advisor import leases
from api.db.models.desk import Note
from tests.api.house import House, Visitor, Worker
from tests.api.queueing import claimed, lose, put, queue, row, staff_id, there, waiting, write

pytestmark = pytest.mark.anyio
WORK, CARE = "tyollisyys-pirkanmaa", "hyvinvointi-pirkanmaa"


async def offer(worker: Worker, visitor: Visitor, **to: Any) -> httpx.Response:
    body = {"client_id": str(uuid4()), "note": "Kysyi velkaneuvontaa.", **to}
    return await worker.post(f"/conversations/{visitor.id}/transfer", body)


async def offers(worker: Worker) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await queue(worker))["offers"]
    return found


async def delete(worker: Worker, path: str) -> httpx.Response:
    return await worker.http.delete(f"/api/v1/advisor{path}")


async def test_a_case_is_the_giver_s_until_it_is_accepted(house: House) -> None:
    visitor = await waiting(house, facts={"kotikunta": "Tampere", "ika": 44})
    giver, taker = await claimed(house, visitor), await house.advisor("Pekka", teams=[CARE])
    made = await offer(giver, visitor, to_staff=await staff_id(house, "Pekka"))
    assert made.status_code == 201, made.text
    (one,) = await offers(taker)
    assert (one["conversation"], one["by"], one["note"]) == (visitor.id, "Aino", "Kysyi velkaneuvontaa.")
    assert "44" in one["summary"]
    assert (await taker.get(f"/conversations/{visitor.id}")).status_code == 404
    assert (await write(giver, visitor, "Pieni hetki.")).status_code == 202
    taken = await taker.post(f"/transfers/{one['id']}/accept")
    assert taken.json() == {"conversation": visitor.id}
    assert (await write(giver, visitor, "hei")).status_code == 404
    assert (await write(taker, visitor, "Hei, olen Pekka.")).status_code == 202
    told = [m for m in await visitor.messages() if (m["payload"] or {}).get("state") == "joined"]
    assert [m["payload"]["advisor"] for m in told] == ["Aino", "Pekka"]
    assert (await row(house, visitor)).team == CARE
    assert (await taker.post(f"/transfers/{one['id']}/accept")).status_code == 200, "the first answer was lost"


async def test_the_note_is_never_the_person_s_to_read(house: House) -> None:
    visitor = await waiting(house)
    giver = await claimed(house, visitor)
    await house.advisor("Pekka")
    await offer(giver, visitor, to_staff=await staff_id(house, "Pekka"))
    async with house.product.database.read() as db:
        assert list(await db.scalars(select(Note.text))) == ["Kysyi velkaneuvontaa."]
    for path in ("/messages", "/export", "/handoff"):
        assert "velkaneuvontaa" not in (await visitor.call("GET", path)).text


async def test_a_no_is_told_to_the_giver_with_its_reason(house: House) -> None:
    visitor = await waiting(house)
    giver, asked = await claimed(house, visitor), await house.advisor("Pekka")
    pekka = await staff_id(house, "Pekka")
    await offer(giver, visitor, to_staff=pekka)
    (one,) = await offers(asked)
    assert (await asked.post(f"/transfers/{one['id']}/decline", {"reason": "Olen lähdössä."})).status_code == 204
    (mine,) = (await queue(giver))["mine"]
    assert (mine["transfer"]["state"], mine["transfer"]["answer"], mine["transfer"]["to"]) == (
        "declined",
        "Olen lähdössä.",
        "Pekka",
    )
    assert (await asked.post(f"/transfers/{one['id']}/accept")).json()["code"] == "transfer_gone"
    assert (await offer(giver, visitor, to_staff=pekka)).status_code == 201


async def test_an_offer_is_taken_back(house: House) -> None:
    visitor = await waiting(house)
    giver, asked = await claimed(house, visitor), await house.advisor("Pekka")
    made = (await offer(giver, visitor, to_staff=await staff_id(house, "Pekka"))).json()
    assert (await delete(asked, f"/transfers/{made['id']}")).status_code == 404
    assert (await delete(giver, f"/transfers/{made['id']}")).status_code == 204
    assert await offers(asked) == []
    assert (await delete(giver, f"/transfers/{made['id']}")).json()["code"] == "transfer_gone"


async def test_of_a_team_exactly_one_takes_the_case(house: House) -> None:
    visitor = await waiting(house)
    giver = await claimed(house, visitor)
    team = [await house.advisor(f"neuvoja {number}", teams=[CARE]) for number in range(4)]
    outsider = await house.advisor("Sari", teams=[WORK])
    made = (await offer(giver, visitor, to_team=CARE)).json()
    assert await offers(outsider) == []
    assert (await outsider.post(f"/transfers/{made['id']}/accept")).status_code == 404
    answers = await asyncio.gather(*(one.post(f"/transfers/{made['id']}/accept") for one in team))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]
    assert [len((await queue(one))["mine"]) for one in team].count(1) == 1


async def test_the_same_offer_twice_is_one(house: House) -> None:
    visitor = await waiting(house)
    giver = await claimed(house, visitor)
    await house.advisor("Pekka")
    key, pekka = str(uuid4()), await staff_id(house, "Pekka")
    answers = [(await offer(giver, visitor, to_staff=pekka, client_id=key)).json() for _ in range(2)]
    assert answers[0] == answers[1]
    assert (await offer(giver, visitor, to_staff=pekka)).json()["code"] == "transfer_open"


async def test_a_case_is_offered_only_where_somebody_can_take_it(house: House) -> None:
    visitor = await waiting(house)
    giver = await claimed(house, visitor)
    await house.advisor("Valvoja", role="auditor")
    for to in (
        {"to_staff": await staff_id(house, "Aino")},
        {"to_staff": await staff_id(house, "Valvoja")},
        {"to_staff": 4711},
        {"to_team": CARE},
    ):
        assert (await offer(giver, visitor, **to)).json()["code"] == "no_such_receiver"
    for wrong in ({}, {"to_team": CARE, "to_staff": 1}, {"to_staff": 1, "note": " "}):
        assert (await offer(giver, visitor, **wrong)).status_code == 422


async def test_an_offer_ends_with_the_case(house: House) -> None:
    visitor = await waiting(house)
    giver, asked = await claimed(house, visitor), await house.advisor("Pekka")
    made = (await offer(giver, visitor, to_staff=await staff_id(house, "Pekka"))).json()
    await lose(house, visitor)
    await leases.bring_back(house.product)
    assert await offers(asked) == []
    assert (await asked.post(f"/transfers/{made['id']}/accept")).json()["code"] == "transfer_gone"
    assert (await row(house, visitor)).state == "waiting"


async def test_colleagues_are_told_with_presence_and_load(house: House) -> None:
    visitor = await waiting(house)
    await claimed(house, visitor, "Pekka", [CARE])
    worker = await house.advisor("Aino")
    busy = await house.advisor("Sari")
    await put(busy, "/presence", {"state": "busy", "reason": "tapaaminen", "capacity": 2})
    sari, pekka = (await worker.get("/colleagues")).json()
    assert (sari["name"], sari["presence"], sari["reason"], sari["capacity"]) == ("Sari", "busy", "tapaaminen", 2)
    assert (pekka["name"], pekka["presence"], pekka["load"]) == ("Pekka", "away", 1)
    assert pekka["teams"] == [{"id": CARE, "name": "Pirkanmaan hyvinvointialue"}]
    assert [team["id"] for team in (await worker.get("/teams")).json()] == [CARE]


async def test_who_is_not_heard_of_is_away(house: House) -> None:
    worker, other = await house.advisor("Aino"), await house.advisor("Pekka")
    await there(other)
    (pekka,) = (await worker.get("/colleagues")).json()
    assert pekka["presence"] == "available"
    object.__setattr__(house.product, "settings", house.product.settings.model_copy(update={"lease": 1e-6}))
    (pekka,) = (await worker.get("/colleagues")).json()
    assert pekka["presence"] == "away"
