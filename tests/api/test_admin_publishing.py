"""From a draft to rules in force: a second person, a day to come, undo, and the history of it all."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from api.admin import seeding
from api.clock import now, today
from api.db import rulebooks
from api.db.models.staff import Audit, Staff
from api.settings import Settings
from domain.editions import with_changes
from domain.facts import Facts
from domain.matching import assess
from domain.rules import Verdict
from tests.api.console import TODAY, TOMORROW, Console, console, older
from tests.api.house import House, open_house
from tests.api.rasa import FakeRasa

pytestmark = pytest.mark.anyio
SERVICE = "etsiva-nuorisotyo"


async def edited(editor: Console, age: int = 22) -> int:
    draft = int((await editor.draft())["id"])
    await editor.save(draft, SERVICE, older(await editor.content(draft, SERVICE), age), 0)
    await editor.submit(draft)
    return draft


async def verdict(house: House, on: date) -> Verdict:
    """What the rules in force on a day say of somebody of 25."""
    book = await house.product.rulebooks.published(on)
    facts = Facts.of(book.vocabulary, {"ika": 25})
    return assess(book, facts, on=on).services[SERVICE].verdict


async def test_a_second_person_approves_and_the_day_decides(house: House) -> None:
    editor, approver = await console(house, "Eeva"), await console(house, "Anu", "approver")
    before = await verdict(house, today())
    draft = await edited(editor)
    assert (await approver.get(f"/drafts/{draft}"))["state"] == "submitted"
    published = await approver.publish(draft, on=TOMORROW)
    assert published == {"version": 2, "effective_from": TOMORROW}
    assert before != Verdict.NO
    assert await verdict(house, today()) == before
    assert await verdict(house, today() + timedelta(days=1)) == Verdict.NO
    undone = await approver.post("/versions/1/restoration", {"effective_from": TOMORROW, "note": "liian tiukka"}, 201)
    assert undone["version"] == 3
    house.product.rulebooks._in_force.clear()
    assert await verdict(house, today() + timedelta(days=1)) == before
    found = (await editor.get("/versions"))["items"]
    assert [(one["version"], one["kind"], one["author"], one["approver"], one["in_force"]) for one in found] == [
        (3, "undo", "Anu", "Anu", False),
        (2, "edit", "Eeva", "Anu", False),
        (1, "seed", "seed", None, True),
    ]
    async with house.product.database.read() as db:
        assert (await rulebooks.content(db, 3)).services == (await rulebooks.content(db, 1)).services
        actions = list(await db.scalars(select(Audit.action).where(Audit.staff.in_(["Eeva", "Anu"]))))
    assert {"draft_begun", "draft_saved", "draft_submitted", "rules_published", "rules_restored"} <= set(actions)


async def test_an_editor_cannot_approve_their_own_draft(house: House) -> None:
    editor, approver = await console(house, "Eeva"), await console(house, "Anu", "approver")
    draft = await edited(editor)
    assert (await editor.publish(draft, 403))["code"] == "second_person_needed"
    assert (await editor.post("/versions/1/restoration", {"effective_from": TODAY}, 403))["code"] == (
        "second_person_needed"
    )
    async with house.product.database.write() as db:
        await db.execute(update(Staff).where(Staff.name == "Eeva").values(role="approver"))
    assert (await editor.publish(draft, 403))["code"] == "own_draft"
    assert (await approver.publish(draft))["version"] == 2


async def test_with_the_setting_off_one_person_publishes_and_the_log_says_so(
    settings: Settings, rasa: FakeRasa
) -> None:
    async with open_house(settings.model_copy(update={"four_eyes": False}), rasa) as house:
        editor = await console(house, "Eeva")
        draft = (await editor.draft())["id"]
        await editor.change(draft, SERVICE, name_fi="Uusi nimi")
        assert (await editor.publish(draft))["version"] == 2
        assert await editor.get("/rules-settings") == {"four_eyes": False}
        async with house.product.database.read() as db:
            told = await db.scalar(select(Audit.detail).where(Audit.action == "rules_published"))
        assert told is not None
        assert told.endswith("one person")


async def test_what_may_not_be_published(house: House) -> None:
    editor, approver = await console(house, "Eeva"), await console(house, "Anu", "approver")
    draft = (await editor.draft())["id"]
    assert (await editor.submit(draft, 409))["code"] == "nothing_changed"
    assert (await approver.publish(draft, 409))["code"] == "nothing_changed"
    await editor.change(draft, SERVICE, name_fi="Toinen")
    assert (await approver.publish(draft, 409))["code"] == "not_submitted"
    await editor.submit(draft)
    yesterday = (today() - timedelta(days=1)).isoformat()
    assert (await approver.publish(draft, 422, on=yesterday))["problems"][0]["code"] == "in_the_past"
    stale = {"revision": 0, "effective_from": TODAY}
    assert (await approver.post(f"/drafts/{draft}/publication", stale, 409))["code"] == "stale_revision"
    await approver.publish(draft, on=TOMORROW)
    again = await edited(editor)
    assert (await approver.publish(again, 409, on=TODAY))["code"] == "before_newest"
    assert (await approver.publish(draft, 409))["code"] == "stale_draft"


async def test_a_draft_is_given_back_with_a_reason_or_taken_back(house: House) -> None:
    editor, approver = await console(house, "Eeva"), await console(house, "Anu", "approver")
    draft = await edited(editor)
    content = await editor.content(draft, SERVICE)
    assert (await editor.save(draft, SERVICE, content, 1, status=409))["code"] == "draft_not_open"
    given = await approver.post(f"/drafts/{draft}/return", {"note": "Tarkista lähde."})
    assert (given["state"], given["returned_note"]) == ("open", "Tarkista lähde.")
    await editor.submit(draft)
    assert (await editor.ask("DELETE", f"/drafts/{draft}/submission"))["state"] == "open"
    assert (await approver.post(f"/drafts/{draft}/return", {"note": ""}, 409))["code"] == "not_submitted"


async def test_two_approvers_at_once_publish_one_version(house: House) -> None:
    editor = await console(house, "Eeva")
    approvers = [await console(house, name, "approver") for name in ("Anu", "Arto")]
    drafts = [await edited(editor, age) for age in (22, 24)]

    async def publish(approver: Console, draft: int) -> int:
        body = {"revision": 1, "effective_from": TODAY}
        path = f"/api/v1/admin/drafts/{draft}/publication"
        return (await approver.http.post(path, json=body)).status_code

    pairs = zip(approvers, drafts, strict=True)
    statuses = await asyncio.gather(*(publish(approver, draft) for approver, draft in pairs))
    assert sorted(statuses) == [201, 409]
    async with house.product.database.read() as db:
        assert await rulebooks.newest(db) == 2


async def test_new_rules_and_texts_reach_a_running_conversation(house: House) -> None:
    editor, approver = await console(house, "Eeva"), await console(house, "Anu", "approver")
    draft = (await editor.draft())["id"]
    text = await editor.content(draft, "greeting", "texts")
    await editor.save(draft, "greeting", {**text, "fi": "Hei. Tervetuloa."}, 0, collection="texts")
    await editor.submit(draft)
    await approver.publish(draft)
    house.product.rulebooks._in_force.clear()
    await house.product.rulebooks.published(today())
    visitor = await house.visitor()
    assert (await visitor.messages())[0]["text"].startswith("Hei. Tervetuloa.")
    other = await (await console(house, "Eino")).content(draft, "greeting", "texts")
    assert other["fi"] == "Hei. Tervetuloa."


async def test_the_history_of_a_service_and_of_one_of_its_lines(house: House) -> None:
    editor, approver = await console(house, "Eeva"), await console(house, "Anu", "approver")
    await approver.publish(await edited(editor, 25))
    moved = (await editor.draft())["id"]
    lines = (await editor.content(moved, SERVICE))["ways"][0]["lines"]
    await editor.change(moved, SERVICE, ways=[{"lines": [*lines[1:], lines[0]]}])
    await editor.submit(moved)
    await approver.publish(moved)
    await approver.publish(await edited(editor, 23))
    found = (await editor.get(f"/history/services/{SERVICE}"))["items"]
    assert [(one["version"], one["change"]) for one in found] == [
        (4, "changed"),
        (3, "changed"),
        (2, "changed"),
        (1, "added"),
    ]
    assert found[0]["approver"] == "Anu"
    line = (await editor.get(f"/history/services/{SERVICE}/line?path=ways.0.lines.{len(lines) - 1}"))["items"]
    assert [(one["version"], one["text_fi"]) for one in line] == [
        (4, "Ikä: enintään 23 vuotta"),
        (2, "Ikä: enintään 25 vuotta"),
        (1, "Ikä: enintään 28 vuotta"),
    ]
    one = await editor.get("/versions/2")
    assert [(c["id"], c["change"]) for c in one["changed"]] == [(SERVICE, "changed")]
    both = await editor.get("/versions/4/comparison?against=1")
    assert both["items"][0]["id"] == SERVICE
    assert (await editor.get("/versions/99", 404))["code"] == "version_not_found"
    assert (await editor.get("/history/services/ei-ole", 404))["code"] == "entry_not_found"
    assert (await editor.get(f"/history/services/{SERVICE}/line?path=ways.7.lines.x", 404))["code"] == "line_not_found"


async def test_an_older_version_can_be_the_start_of_a_draft(house: House) -> None:
    editor, approver = await console(house, "Eeva"), await console(house, "Anu", "approver")
    await approver.publish(await edited(editor))
    draft = await editor.draft("Takaisin", from_version=1)
    assert [one["id"] for one in draft["changed"]] == [SERVICE]
    comparison = await editor.get(f"/drafts/{draft['id']}/comparison")
    assert "Ikä: enintään 28 vuotta" in comparison["items"][0]["lines"][0]["text_fi"]


async def test_a_newer_default_catalogue_waits_as_a_draft_beside_what_editors_published(house: House) -> None:
    editor, approver = await console(house, "Eeva"), await console(house, "Anu", "approver")
    draft = (await editor.draft())["id"]
    await editor.change(draft, SERVICE, name_fi="Editorin nimi")
    await editor.submit(draft)
    await approver.publish(draft)
    seed = await house.product.editions.version(1)
    content = {**(seed.plain("services", SERVICE) or {}), "name_fi": "Oletuksen nimi", "summary_fi": "Uutta."}
    newer = with_changes(seed, {"services": {SERVICE: content}}).book
    async with house.product.database.write() as db:
        assert await rulebooks.publish_seed(db, newer, today=today(), at=now()) is None
        assert await rulebooks.newest(db) == 2
    offered = await seeding.offer(house.product.database, house.product.editions, lambda: newer)
    assert offered is not None
    found = await editor.content(offered, SERVICE)
    assert (found["name_fi"], found["summary_fi"]) == ("Editorin nimi", "Uutta.")
    assert await seeding.offer(house.product.database, house.product.editions, lambda: newer) is None
