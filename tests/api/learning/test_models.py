"""Training, comparing and activating, with the program at the other end of the pipe played by the test."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from api.db.models.learning import LanguageModel
from api.db.models.staff import Audit
from api.settings import Settings
from tests.api.console import console
from tests.api.house import House, eventually, open_house
from tests.api.learning.teacher import WISH, Teacher
from tests.api.rasa import FakeRasa

pytestmark = pytest.mark.anyio


async def audited(house: House, action: str) -> list[str]:
    async with house.product.database.read() as db:
        found = await db.scalars(select(Audit.detail).where(Audit.action == action).order_by(Audit.id))
        return [detail or "" for detail in found]


async def reads(rasa: FakeRasa, name: str) -> None:
    async def look() -> bool | None:
        return rasa.model == name or None

    await eventually(look)


async def test_nothing_is_trained_without_an_example(teacher: Teacher) -> None:
    refused = await teacher.page.post("/learning/models", {}, 409)
    assert refused["code"] == "no_examples"


async def test_a_training_takes_all_examples_and_is_scored_beside_the_base(teacher: Teacher, tmp_path: Path) -> None:
    await teacher.teach()
    await teacher.teach(WISH)
    model = await teacher.trained()
    assert (model["progress"], model["lower"], model["outdated"]) == (100, False, False)
    assert [one["author"] for one in model["provenance"]] == ["Eeva", "Eeva"]
    assert "vouvossa" not in str(model["provenance"])
    assert model["comparison"]["acts"][0]["id"] == "*"
    assert {row["label"] for row in model["comparison"]["facts"] if row["id"] == "ika"} == {"Ikä"}
    assert len(model["wrong"]) == 1
    learned = (tmp_path / "learned" / f"{model['id']}.tar.gz").read_text("utf-8")
    assert '- synonym: "ulosotossa"' in learned
    assert WISH["text"] in learned
    assert not list((tmp_path / "learned").glob("*.yml"))


async def test_only_one_training_at_a_time_and_it_can_be_cancelled(house: House, teacher: Teacher) -> None:
    await teacher.teach()
    model = await teacher.begin(hangs=True)
    refused = await teacher.page.post("/learning/models", {}, 409)
    assert refused["code"] == "training_under_way"
    await teacher.page.post(f"/learning/models/{model}/cancellation", status=204)
    await teacher.until(model, "cancelled")
    assert (await teacher.page.post(f"/learning/models/{model}/cancellation", status=409))["code"] == "not_training"
    await teacher.trained()
    assert await audited(house, "training_cancelled") == [f"model {model}"]


@pytest.mark.parametrize("given", [{"breaks": True}, {"says": "no json"}])
async def test_a_training_that_breaks_leaves_no_model(teacher: Teacher, tmp_path: Path, given: dict[str, Any]) -> None:
    await teacher.teach()
    model = await teacher.until(await teacher.begin(**given), "failed")
    assert model["failure"] == "stopped"
    assert not (tmp_path / "learned" / f"{model['id']}.tar.gz").exists()
    assert (await teacher.activate(model["id"], "kokeillaan", 409))["code"] == "model_not_ready"


async def test_a_training_program_that_is_not_there_is_a_failure(school: Settings, rasa: FakeRasa) -> None:
    async with open_house(school.model_copy(update={"trainer": "/nowhere/python"}), rasa) as house:
        teacher = Teacher(await console(house, "Eeva"), school.data_dir)
        await teacher.teach()
        await teacher.until(await teacher.begin(), "failed")


async def test_a_training_does_not_outlive_the_product(school: Settings, rasa: FakeRasa) -> None:
    async with open_house(school, rasa) as house:
        teacher = Teacher(await console(house, "Eeva"), school.data_dir)
        await teacher.teach()
        model = await teacher.begin(hangs=True)
    async with open_house(school, rasa) as house:
        teacher = Teacher(await console(house, "Eino"), school.data_dir)
        assert (await teacher.until(model, "failed"))["failure"] == "interrupted"
        await teacher.trained()


async def test_an_activated_model_reads_without_a_restart_and_is_put_back_after_one(
    house: House, teacher: Teacher, rasa: FakeRasa
) -> None:
    await teacher.teach()
    model = await teacher.trained()
    await teacher.activate(model["id"])
    await reads(rasa, str(model["id"]))
    assert rasa.models == [str(house.product.settings.data_dir.resolve() / "learned" / f"{model['id']}.tar.gz")]
    assert (await teacher.activate(model["id"], status=409))["code"] == "already_active"
    rasa.model = ""
    await reads(rasa, str(model["id"]))
    assert next(one for one in await teacher.listed() if one["id"] == model["id"])["reads"]


async def test_rolling_back_puts_the_base_in_its_place(teacher: Teacher, rasa: FakeRasa, school: Settings) -> None:
    await teacher.teach()
    model = await teacher.trained()
    await teacher.activate(model["id"])
    await reads(rasa, str(model["id"]))
    base = next(one for one in await teacher.listed() if one["kind"] == "base")
    await teacher.activate(base["id"])
    await reads(rasa, "")
    assert rasa.models[-1] == str(school.model)


async def test_a_model_that_scores_lower_needs_a_reason(house: House, teacher: Teacher, rasa: FakeRasa) -> None:
    await teacher.teach()
    model = await teacher.trained(act="deny")
    assert (model["lower"], model["comparison"]["lower"]) == (True, True)
    assert (await teacher.activate(model["id"], status=409))["code"] == "scores_lower"
    assert (await teacher.activate(model["id"], "  ", 409))["code"] == "scores_lower"
    assert rasa.models == []
    active = await teacher.activate(model["id"], "uusi murre tärkeämpi")
    assert active["reason"] == "uusi murre tärkeämpi"
    await reads(rasa, str(model["id"]))
    assert await audited(house, "model_activated") == [f"model {model['id']}, scores lower: uusi murre tärkeämpi"]


async def test_a_model_that_rasa_cannot_load_is_shown_as_such(teacher: Teacher, rasa: FakeRasa) -> None:
    await teacher.teach()
    model = await teacher.trained()
    rasa.unreadable.add(str(model["id"]))
    await teacher.activate(model["id"])

    async def look() -> bool | None:
        return next(one for one in await teacher.listed() if one["id"] == model["id"])["refused"] or None

    await eventually(look)
    assert rasa.model == ""


async def test_only_the_last_five_and_the_one_that_reads_are_kept(
    house: House, teacher: Teacher, tmp_path: Path
) -> None:
    await teacher.teach()
    first = await teacher.trained()
    await teacher.activate(first["id"])
    for _ in range(6):
        last = await teacher.trained()
    kept = {one["id"] for one in await teacher.listed() if one["state"] == "ready" and one["kind"] == "trained"}
    assert kept == {first["id"], *range(last["id"] - 4, last["id"] + 1)}
    assert {int(file.name.partition(".")[0]) for file in (tmp_path / "learned").iterdir()} == kept


async def test_a_model_of_an_older_base_gives_way_to_the_new_base(school: Settings, rasa: FakeRasa) -> None:
    async with open_house(school, rasa) as house:
        teacher = Teacher(await console(house, "Eeva"), school.data_dir)
        await teacher.teach()
        model = await teacher.trained()
        await teacher.activate(model["id"])
    newer = school.data_dir / "palvelupolku-def.tar.gz"
    newer.write_text("newer", encoding="utf-8")
    async with open_house(school.model_copy(update={"model": newer}), rasa) as house:
        teacher = Teacher(await console(house, "Eino"), school.data_dir)
        assert [one["kind"] for one in await teacher.listed() if one["active"]] == ["base"]
        assert (await teacher.activate(model["id"], "vanha", 409))["code"] == "model_outdated"
        async with house.product.database.read() as db:
            assert len(list(await db.scalars(select(LanguageModel).where(LanguageModel.active)))) == 1
