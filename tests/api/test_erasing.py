"""Export and erasure: the person's own copy, and then nothing left anywhere."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import func, select

from api.db.models.conversation import Erasure, FactRow, Message, Turn
from tests.api.house import House, eventually

pytestmark = pytest.mark.anyio
CANARY = "kanarialintu"


def files_with(text: str, folder: Path) -> list[str]:
    """The files of the database that still hold the text; PostgreSQL's are not here."""
    return [file.name for file in folder.glob("palvelupolku.db*") if text.encode() in file.read_bytes()]


async def test_the_export_holds_the_whole_conversation(house: House) -> None:
    visitor = await house.visitor()
    await visitor.say("oon 52")
    await visitor.answered("oon 52")
    await visitor.call("PUT", "/facts/ika", json={"value": 52})
    assert (await visitor.call("POST", "/feedback", json={"rating": 4, "text": "hyvä"})).status_code == 204
    response = await visitor.call("GET", "/export")
    assert "attachment" in response.headers["content-disposition"]
    copy = response.json()
    assert [m["text"] for m in copy["messages"][1:]] == ["oon 52", "re: oon 52"]
    assert [fact["fact"] for fact in copy["facts"]] == ["ika"]
    assert copy["feedback"] == [{"rating": 4, "text": "hyvä"}]


async def test_erasure_leaves_nothing_here_and_nothing_in_rasa(house: House, tmp_path: Path) -> None:
    visitor, other = await house.visitor(), await house.visitor()
    await visitor.say(CANARY)
    await visitor.answered(CANARY)
    await visitor.call("PUT", "/facts/tavoite_omin_sanoin", json={"value": CANARY})
    assert (await visitor.call("DELETE")).status_code == 204
    assert house.rasa.forgotten == [visitor.id]
    for method, path in (("GET", "/messages"), ("GET", "/facts"), ("GET", "/suggestion"), ("GET", "/export")):
        assert (await visitor.call(method, path)).status_code == 404
    assert (await visitor.post(text="hei")).status_code == 404
    assert (await other.call("GET", "/messages")).status_code == 200
    async with house.product.database.read() as db:
        for table in (Message, FactRow, Turn):
            assert await db.scalar(select(func.count()).where(table.conversation == visitor.id)) == 0
        assert await db.scalar(select(func.count()).select_from(Erasure)) == 0
    assert files_with(CANARY, tmp_path) == []


async def test_what_rasa_could_not_forget_is_forgotten_when_it_is_back(house: House) -> None:
    visitor = await house.visitor()
    house.rasa.up = False
    assert (await visitor.call("DELETE")).status_code == 204
    house.rasa.up = True
    await house.product.eraser.stop()
    await house.product.eraser.start()

    async def forgotten() -> bool | None:
        return house.rasa.forgotten == [visitor.id] or None

    assert await eventually(forgotten)


async def test_a_turn_under_way_does_not_bring_an_erased_conversation_back(house: House) -> None:
    visitor = await house.visitor()
    house.rasa.gate = asyncio.Event()
    await visitor.say("hei")
    await asyncio.sleep(0.05)
    assert (await visitor.call("DELETE")).status_code == 204
    house.rasa.gate.set()

    async def forgotten_again() -> bool | None:
        return len(house.rasa.forgotten) >= 2 or None

    assert await eventually(forgotten_again)
    assert (await visitor.call("GET", "/messages")).status_code == 404
