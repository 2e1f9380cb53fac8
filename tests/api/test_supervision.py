"""What a supervisor sees and may do, and the mail that goes to a team."""

from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from api.advisor import notifying
from api.clock import now
from api.db import staff
from api.db.models.desk import Handover
from api.settings import Settings
from api.staff.passwords import hashed
from tests.api.house import PASSWORD, House
from tests.api.queueing import claimed, queue, row, waiting, waits

pytestmark = pytest.mark.anyio
WORK, CARE = "tyollisyys-pirkanmaa", "hyvinvointi-pirkanmaa"
TAMPERE = {"kotikunta": "Tampere", "ika": 44}
DEBTS = TAMPERE | {"velkaongelma": True}


async def test_a_supervisor_sees_queues_people_and_reasons_of_their_teams(house: House) -> None:
    await house.advisor("Aino", teams=[WORK])
    supervisor = await house.advisor("Päivi", role="supervisor", teams=[WORK])
    await house.advisor("Muu", teams=[CARE])
    visitor = await waiting(house, facts=TAMPERE)
    await claimed(house, await waiting(house, facts=TAMPERE), "Pekka", [WORK])
    seen = (await supervisor.get("/supervision")).json()
    work = next(team for team in seen["teams"] if team["id"] == WORK)
    assert (work["waiting"], work["urgent"], work["callbacks"]) == (1, 0, 0)
    assert work["longest_since"] == (await queue(supervisor))["waiting"][0]["waiting_since"]
    assert {one["name"]: one["load"] for one in seen["advisors"]} == {"Aino": 0, "Pekka": 1, "Päivi": 0}
    assert seen["today"] == [{"reason": "pyynto", "label": "Pyysi ihmistä", "count": 2}]
    assert visitor.id in str(await queue(supervisor))


async def test_only_a_supervisor_supervises(house: House) -> None:
    worker, visitor = await house.advisor("Aino"), await waiting(house)
    for response in (
        await worker.get("/supervision"),
        await worker.post(f"/conversations/{visitor.id}/team", {"team": "yhteinen"}),
    ):
        assert (response.status_code, response.json()["code"]) == (403, "role_missing")


async def test_a_supervisor_moves_a_waiting_case_to_another_team(house: House) -> None:
    work, care = await house.advisor("Aino", teams=[WORK]), await house.advisor("Sari", teams=[CARE])
    supervisor = await house.advisor("Päivi", role="supervisor", teams=[WORK])
    visitor, other = await waiting(house, facts=TAMPERE), await waiting(house, facts=DEBTS)
    assert (await supervisor.post(f"/conversations/{visitor.id}/team", {"team": CARE})).status_code == 204
    assert (await waits(work), await waits(care)) == ([], [visitor.id, other.id])
    for conversation, team, code in (
        (other, WORK, "conversation_not_found"),
        (await waiting(house, facts=TAMPERE), "kela", "no_such_receiver"),
    ):
        answer = await supervisor.post(f"/conversations/{conversation.id}/team", {"team": team})
        assert answer.json()["code"] == code


async def test_a_supervisor_gives_another_s_case_back_to_the_queue(house: House) -> None:
    await house.advisor("Aino", teams=[WORK])
    supervisor = await house.advisor("Päivi", role="supervisor", teams=[WORK])
    stranger = await house.advisor("Outi", role="supervisor", teams=[CARE])
    visitor = await waiting(house, facts=TAMPERE)
    mate = await claimed(house, visitor, "Pekka", [WORK])
    assert (await stranger.post(f"/conversations/{visitor.id}/release")).status_code == 404
    assert (await supervisor.post(f"/conversations/{visitor.id}/release")).status_code == 204
    assert await waits(mate) == [visitor.id]


async def test_danger_is_mailed_once_and_names_nobody(house: House, settings: Settings) -> None:
    await wishes_mail(house, "Pekka", "pekka@esimerkki.fi", CARE)
    await wishes_mail(house, "Aino", "aino@esimerkki.fi", WORK)
    visitor = await waiting(house, facts=DEBTS | {"tavoite_omin_sanoin": "haluan rauhaa"})
    await notifying.mail(house.product)
    assert letters(settings) == []
    await visitor.say("haluan kuolla, en jaksa enää elää")
    for _ in range(3):
        await notifying.mail(house.product)
    ((to, text),) = letters(settings)
    assert to == "pekka@esimerkki.fi"
    assert "kiireellinen" in text
    for secret in ("kuolla", "Tampere", "44", "rauhaa", visitor.id):
        assert secret not in text


async def test_a_long_wait_is_mailed(house: House, settings: Settings) -> None:
    await wishes_mail(house, "Aino", "aino@esimerkki.fi", WORK)
    visitor = await waiting(house, facts=TAMPERE)
    assert (await row(house, visitor)).team == WORK
    async with house.product.database.write() as db:
        handover = await db.get_one(Handover, 1)
        handover.at = now() - timedelta(minutes=20)
    await notifying.mail(house.product)
    ((_, text),) = letters(settings)
    assert "yli 15 minuuttia" in text


async def wishes_mail(house: House, name: str, email: str, team: str) -> None:
    async with house.product.database.write() as db:
        await staff.add(db, name, "advisor", hashed(PASSWORD), at=now(), teams=[team], email=email)


def letters(settings: Settings) -> list[tuple[str, str]]:
    folder: Path = settings.data_dir / "mail"
    found = [message_from_bytes(file.read_bytes(), policy=default) for file in sorted(folder.glob("*.eml"))]
    return [(str(one["To"]), one.get_content()) for one in found]
