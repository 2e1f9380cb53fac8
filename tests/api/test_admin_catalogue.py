"""The catalogue as a table: searched and sorted, fresh or not, used by what; and counts over stored cases."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from api.admin import previewing
from api.clock import now, today
from api.db import facts
from api.db.models.conversation import Conversation
from domain.facts import Known, plain
from tests.api.console import console, older
from tests.api.house import House

pytestmark = pytest.mark.anyio
SERVICE = "etsiva-nuorisotyo"


async def test_a_collection_is_searched_filtered_and_sorted(house: House) -> None:
    reader = await console(house, "Auli", "auditor")
    whole = await reader.get("/catalogue/services?sort=name&limit=200")
    labels = [one["label"].casefold() for one in whole["items"]]
    assert labels == sorted(labels)
    assert whole["total"] == len(labels) == sum(whole["facets"]["groups"].values())
    found = await reader.get("/catalogue/services?q=nuoriso&group=sosiaali")
    assert SERVICE in {one["id"] for one in found["items"]}
    assert {one["group"] for one in found["items"]} == {"sosiaali"}
    page = await reader.get("/catalogue/services?sort=id&limit=2&offset=1")
    assert (len(page["items"]), page["total"]) == (2, whole["total"])
    age = next(one for one in (await reader.get("/catalogue/facts?limit=200"))["items"] if one["id"] == "ika")
    assert age["used_in"] > 20
    for collection in ("needs", "escalation", "interview", "texts", "sentences", "people", "order"):
        assert (await reader.get(f"/catalogue/{collection}"))["total"] > 0
    assert [one["label"] for one in (await reader.get("/catalogue/hours"))["items"]] == ["Palveluaika"]
    await reader.get("/catalogue/ei-ole", 404)
    await reader.get("/catalogue/services/ei-ole", 404)
    assert (await reader.get("/catalogue/services?limit=1000", 422))["code"] == "invalid_request"


async def test_an_entry_has_the_same_problems_once_the_whole_catalogue_has_been_looked_through(house: House) -> None:
    reader = await console(house, "Auli", "auditor")
    places = [f"services/{SERVICE}", "services/oppisopimus", "facts/ika", "texts/greeting", "people/hitsaajaksi-25"]
    before = {place: (await reader.get(f"/catalogue/{place}"))["problems"] for place in places}
    assert any(before.values())
    listed = await reader.get("/catalogue/services?limit=200")
    while listed["items"][0]["problems"] is None:
        listed = await reader.get("/catalogue/services?limit=200")
    assert {place: (await reader.get(f"/catalogue/{place}"))["problems"] for place in places} == before
    counts = {one["id"]: one["problems"] for one in listed["items"]}["oppisopimus"]
    assert sum(counts.values()) == sum(one["severity"] != "hint" for one in before["services/oppisopimus"])


async def test_an_entry_tells_where_it_is_used_and_reads_itself(house: House) -> None:
    reader = await console(house, "Anu", "approver")
    found = await reader.get("/catalogue/facts/ika")
    assert ("services", SERVICE) in {(one["collection"], one["id"]) for one in found["used_in"]}
    service = await reader.get(f"/catalogue/services/{SERVICE}")
    assert service["reading"]["title"] == "Etsivä nuorisotyö"
    words = await reader.get("/vocabulary")
    age = next(one for one in words["facts"] if one["id"] == "ika")
    assert {"id": "at_most", "label": "enintään"} in age["operators"]


async def test_texts_come_whole_with_what_is_wrong_in_them(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    text = await editor.content(draft, "greeting", "texts")
    await editor.save(draft, "greeting", {**text, "selko": "Sinulla on oikeus apuun."}, 0, collection="texts")
    listed = await editor.get(f"/catalogue/texts?draft={draft}&contents=true&limit=200")
    greeting = next(one for one in listed["items"] if one["id"] == "greeting")
    assert greeting["content"]["selko"] == "Sinulla on oikeus apuun."
    assert ("promise", ["selko"]) in [(one["code"], one["path"]) for one in greeting["found"]]
    assert listed["revision"] == 1
    await editor.save(draft, "greeting", {**text, "selko": None}, 1, collection="texts")
    lacking = await editor.get(f"/catalogue/texts?draft={draft}&missing=selko&limit=200")
    assert [one["id"] for one in lacking["items"]] == ["greeting"]
    assert "content" not in lacking["items"][0]
    assert (await editor.get("/catalogue/texts?missing=sv"))["revision"] is None


@pytest.mark.parametrize(("collection", "entry", "field"), [("facts", "ika", "help"), ("services", SERVICE, "access")])
async def test_what_lacks_a_version_in_selkokieli_is_found(
    house: House, collection: str, entry: str, field: str
) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    lacking = f"/catalogue/{collection}?draft={draft}&missing=selko"
    assert (await editor.get(lacking))["items"] == []
    content = await editor.content(draft, entry, collection)
    await editor.save(draft, entry, {**content, f"{field}_selko": None}, 0, collection=collection)
    assert [one["id"] for one in (await editor.get(lacking))["items"]] == [entry]


async def test_a_text_is_found_and_told_by_its_name(house: House) -> None:
    editor = await console(house, "Eeva")
    named = (await editor.get("/vocabulary"))["texts"]["greeting"]
    assert "greeting" in {one["id"] for one in (await editor.get(f"/catalogue/texts?q={named}"))["items"]}
    draft = (await editor.draft())["id"]
    text = await editor.content(draft, "greeting", "texts")
    await editor.save(draft, "greeting", {**text, "selko": "Hei."}, 0, collection="texts")
    assert [one["label"] for one in (await editor.get(f"/drafts/{draft}/comparison"))["items"]] == [named]


async def test_an_order_is_told_by_what_is_ordered(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    first, second, *others = (await editor.content(draft, "needs", "order"))["value"]
    await editor.post(f"/drafts/{draft}/order/needs", {"revision": 0, "ids": [second, first, *others]})
    (change,) = (await editor.get(f"/drafts/{draft}/comparison"))["items"]
    assert (change["collection_fi"], change["label"]) == ("Järjestys", "Tarve")


async def test_a_number_and_a_team_are_made_of_known_places(house: House) -> None:
    reader = await console(house, "Auli", "auditor")
    words = await reader.get("/vocabulary")
    assert {"id": "15", "label": "Keski-Suomen hyvinvointialue"} in words["wellbeing_areas"]
    assert {"id": "005", "label": "Alajärvi"} in words["municipalities"]
    assert len(words["regions"]) == 19
    number = (await reader.get("/catalogue/numbers?q=112"))["items"][0]
    assert number["freshness"] == "fresh"
    assert {one["group"] for one in (await reader.get("/catalogue/teams?group=kela"))["items"]} == {"kela"}


async def test_what_has_to_be_checked_again_is_told_in_time(house: House) -> None:
    editor, approver = await console(house, "Eeva"), await console(house, "Anu", "approver")
    draft = (await editor.draft())["id"]
    soon, past = today() + timedelta(days=20), today() - timedelta(days=1)
    await editor.change(draft, SERVICE, recheck_on=soon.isoformat())
    await editor.change(draft, "ohjaamo", recheck_on=past.isoformat())
    listed = await editor.get(f"/catalogue/services?draft={draft}&freshness=due")
    assert [one["id"] for one in listed["items"]] == [SERVICE]
    assert listed["items"][0]["changed"] == "changed"
    await editor.submit(draft)
    await approver.publish(draft)
    found = (await editor.get("/freshness"))["items"]
    assert [(one["id"], one["state"], one["days_left"]) for one in found][:2] == [
        ("ohjaamo", "expired", -1),
        (SERVICE, "due", 20),
    ]
    assert "numbers" in {one["collection"] for one in (await editor.get("/freshness?days=400"))["items"]}


async def test_a_service_past_its_day_is_not_suggested(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    person = {"ika": 20, "tyollisyystilanne": "tyoton", "haluaa_palkkatyohon": True}
    before = await editor.post(f"/drafts/{draft}/trial", {"facts": person, "service": "ohjaamo"})
    await editor.change(draft, "ohjaamo", recheck_on=(today() - timedelta(days=1)).isoformat())
    after = await editor.post(f"/drafts/{draft}/trial", {"facts": person, "service": "ohjaamo"})
    assert before["services"][0]["verdict"] != "no"
    assert (after["services"][0]["verdict"], after["services"][0]["in_set"]) == ("no", False)


async def stored_case(house: House, told: dict[str, Any]) -> str:
    visitor = await house.visitor()
    async with house.product.database.write() as db:
        for fact, value in told.items():
            answer = Known(plain(value))
            await facts.learn(db, visitor.id, fact, answer, words=None, source_seq=1, by="panel", at=now())
    return visitor.id


async def test_stored_cases_are_counted_and_small_numbers_are_not_told(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    content = await editor.content(draft, SERVICE)
    await editor.save(draft, SERVICE, older(content, 22), 0)
    lost = [one for one in (await editor.get(f"/drafts/{draft}/effect"))["people"] if SERVICE in str(one["lost"])]
    told = (await editor.content(draft, lost[0]["id"], "people"))["facts"]
    for _ in range(4):
        await stored_case(house, told)
    few = await editor.get(f"/drafts/{draft}/effect/cases")
    assert (few["looked_at"], few["changed"], few["services"]) == (None, None, [])
    old = await stored_case(house, told)
    async with house.product.database.write() as db:
        ago = now() - timedelta(days=91)
        await db.execute(update(Conversation).where(Conversation.id == old).values(updated=ago))
    assert (await editor.get(f"/drafts/{draft}/effect/cases"))["looked_at"] is None
    await stored_case(house, told)
    enough = await editor.get(f"/drafts/{draft}/effect/cases")
    assert (enough["looked_at"], enough["changed"]) == (5, 5)
    assert (SERVICE, 0, 5) in [(one["id"], one["gained"], one["lost"]) for one in enough["services"]]


def test_no_count_under_five_is_told() -> None:
    assert [previewing._told_count(count) for count in (0, 1, 4, 5, 6)] == [0, None, None, 5, 6]
