"""Drafts: saved entry by entry, never over somebody else's work, and merged with what others publish."""

import asyncio

import pytest

from tests.api.console import console, older
from tests.api.house import House

pytestmark = pytest.mark.anyio
SERVICE = "etsiva-nuorisotyo"


async def test_a_draft_holds_what_was_saved_and_nothing_else(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = await editor.draft("Nuoret")
    content = await editor.content(draft["id"], SERVICE)
    saved = await editor.save(draft["id"], SERVICE, {**content, "name_fi": "Uusi nimi"}, 0)
    assert saved["revision"] == 1
    assert saved["content"]["name_fi"] == "Uusi nimi"
    found = await editor.get(f"/drafts/{draft['id']}")
    assert [(one["id"], one["change"]) for one in found["changed"]] == [(SERVICE, "changed")]
    assert found["editors"] == ["Eeva"]
    comparison = await editor.get(f"/drafts/{draft['id']}/comparison")
    assert [line["path"] for line in comparison["items"][0]["lines"]] == ["name_fi"]
    assert (await editor.get(f"/catalogue/services/{SERVICE}"))["content"]["name_fi"] == content["name_fi"]
    await editor.post(f"/drafts/{draft['id']}/entries/services/{SERVICE}/reset", {"revision": 1})
    assert (await editor.get(f"/drafts/{draft['id']}"))["changes"] == 0


async def test_an_entry_that_somebody_saved_meanwhile_is_not_overwritten(house: House) -> None:
    first, second = await console(house, "Eeva"), await console(house, "Eino")
    draft = (await first.draft())["id"]
    content = await first.content(draft, SERVICE)
    await first.save(draft, SERVICE, {**content, "name_fi": "Eevan"}, 0)
    refused = await second.save(draft, SERVICE, {**content, "name_fi": "Einon"}, 0, status=409)
    assert refused["code"] == "stale_entry"
    assert (refused["newest"]["content"]["name_fi"], refused["newest"]["by"]) == ("Eevan", "Eeva")
    other = await second.content(draft, "ohjaamo")
    await second.save(draft, "ohjaamo", {**other, "name_fi": "Toinen"}, 0)
    newest = refused["newest"]
    await second.save(draft, SERVICE, {**newest["content"], "summary_fi": "Molempien."}, newest["revision"])
    merged = await first.content(draft, SERVICE)
    assert (merged["name_fi"], merged["summary_fi"]) == ("Eevan", "Molempien.")


async def test_of_many_saves_at_once_one_wins(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    content = await editor.content(draft, SERVICE)

    async def save(number: int) -> int:
        body = {"revision": 0, "content": {**content, "name_fi": str(number)}}
        path = f"/api/v1/admin/drafts/{draft}/entries/services/{SERVICE}"
        return (await editor.http.put(path, json=body)).status_code

    statuses = await asyncio.gather(*(save(number) for number in range(5)))
    assert sorted(statuses) == [200, 409, 409, 409, 409]


async def test_what_cannot_be_read_is_refused_with_its_place(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    content = await editor.content(draft, SERVICE)
    broken = {**content, "ways": [{"lines": [{"any_of": [{"fact": "ika", "op": "noin", "value": 3}]}]}]}
    refused = await editor.save(draft, SERVICE, broken, 0, status=422)
    assert refused["problems"][0]["place"] == f"services.{SERVICE}.ways.0.lines.0.any_of.0.op"
    assert (await editor.save(draft, SERVICE, {**content, "id": "toinen"}, 0, status=422))["problems"][0][
        "code"
    ] == "wrong_id"
    long = "x" * 65
    assert (await editor.save(draft, long, {**content, "id": long}, 0, status=422))["problems"][0]["code"] == "bad_id"
    await editor.save(draft, "x", content, 0, status=404, collection="ei-ole")
    assert (await editor.get(f"/drafts/{draft}"))["revision"] == 0


async def test_problems_are_told_with_place_and_advice(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    content = await editor.content(draft, SERVICE)
    content["ways"][0]["lines"][0]["any_of"][0]["fact"] = "keksitty"
    saved = await editor.save(draft, SERVICE, content, 0)
    assert [problem["code"] for problem in saved["problems"]] == ["unknown_fact"]
    found = await editor.get(f"/drafts/{draft}/problems")
    problem = next(one for one in found["items"] if one["code"] == "unknown_fact")
    assert problem["path"] == ["ways", 0, "lines", 0, "any_of", 0]
    assert problem["place_fi"] == "Palvelu Etsivä nuorisotyö › tapa 1 › rivi 1 › ehto 1"
    assert "keksitty" in problem["message_fi"]
    assert (await editor.get(f"/drafts/{draft}/effect", 422))["code"] == "cannot_be_evaluated"
    refused = await editor.submit(draft, 422)
    assert refused["code"] == "not_publishable"


async def test_services_can_be_added_deleted_and_put_in_another_order(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    content = await editor.content(draft, SERVICE)
    await editor.save(draft, "uusi", {**content, "id": "uusi", "name_fi": "Uusi"}, 0)
    await editor.ask("DELETE", f"/drafts/{draft}/entries/services/ohjaamo?revision=1")
    ids = [one["id"] for one in (await editor.get(f"/catalogue/needs?draft={draft}&limit=200"))["items"]]
    await editor.post(f"/drafts/{draft}/order/needs", {"revision": 2, "ids": ids[::-1]})
    found = await editor.get(f"/drafts/{draft}")
    assert {(one["id"], one["change"]) for one in found["changed"]} == {
        ("uusi", "added"),
        ("ohjaamo", "deleted"),
        ("needs", "changed"),
    }
    after = await editor.get(f"/catalogue/needs?draft={draft}&limit=200")
    assert [one["id"] for one in after["items"]] == ids[::-1]


async def test_a_preview_saves_nothing_and_tells_everything(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    content = await editor.content(draft, SERVICE)
    body = {"changes": {"services": {SERVICE: older(content, 22)}}}
    found = await editor.post(f"/drafts/{draft}/preview", body)
    lost = {one["id"] for one in found["effect"]["people"] if SERVICE in {s["id"] for s in one["lost"]}}
    assert lost
    assert found["effect"]["looked_at"] >= 86
    assert found["comparison"][0]["lines"][0]["text_fi"].startswith("Ehto muuttui: Ikä: enintään 28")
    assert found["readings"]["services"][SERVICE]["parts"][0]["heading"] == "Kaikkien näiden täytyy toteutua"
    assert not [one for one in found["problems"] if one["severity"] == "error"]
    after = await editor.get(f"/drafts/{draft}")
    assert (after["revision"], after["changes"]) == (0, 0)
    saved = await editor.save(draft, SERVICE, older(content, 22), 0)
    effect = await editor.get(f"/drafts/{draft}/effect")
    assert saved["revision"] == 1
    assert {one["id"] for one in effect["people"]} == {one["id"] for one in found["effect"]["people"]}
    assert {one["kind"] for one in effect["expectations"]} <= {"must_include", "must_not_include"}


async def test_a_trial_tells_verdicts_and_reasons_for_a_person_made_up(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    content = await editor.content(draft, SERVICE)
    body = {"facts": {"ika": 25}, "service": SERVICE, "changes": {"services": {SERVICE: older(content, 22)}}}
    found = (await editor.post(f"/drafts/{draft}/trial", body))["services"][0]
    assert (found["verdict"], found["in_set"]) == ("no", False)
    reason = next(one for one in found["reasons"] if one["verdict"] == "no")
    assert reason["path"].startswith("ways.0.lines.")
    whole = await editor.post(f"/drafts/{draft}/trial", {"facts": {"ika": 25, "tyollisyystilanne": "tyoton"}})
    assert whole["set"]
    assert all(one["verdict"] != "no" or one["in_set"] for one in whole["services"])
    refused = await editor.post(f"/drafts/{draft}/trial", {"facts": {"ika": "vanha"}}, 422)
    assert refused["problems"][0]["place"] == "facts.ika"


async def test_a_reading_of_what_is_not_saved(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    content = older(await editor.content(draft, SERVICE), 22)
    found = await editor.post(f"/drafts/{draft}/reading", {"collection": "services", "content": content})
    assert "Ikä: enintään 22 vuotta" in found["text"]
    body = {"collection": "texts", "content": {"id": "greeting", "fi": "Hei."}}
    assert (await editor.post(f"/drafts/{draft}/reading", body, 404))["code"] == "nothing_to_read"


async def test_two_drafts_on_one_service_are_merged_and_nothing_is_lost(house: House) -> None:
    first, second = await console(house, "Eeva"), await console(house, "Eino")
    approver = await console(house, "Anu", "approver")
    one, other = (await first.draft())["id"], (await second.draft())["id"]
    await first.change(one, SERVICE, name_fi="Eevan nimi", summary_fi="Eevan teksti.")
    await second.change(other, SERVICE, organiser="Einon järjestäjä", summary_fi="Einon teksti.")
    await first.submit(one)
    await approver.publish(one)
    assert (await second.submit(other, 409))["code"] == "stale_draft"
    found = await second.get(f"/drafts/{other}/merge")
    assert [(c["path"], c["mine"], c["theirs"]) for c in found["conflicts"]] == [
        (["summary_fi"], "Einon teksti.", "Eevan teksti.")
    ]
    left = await second.post(f"/drafts/{other}/merge", {"revision": 1}, 409)
    assert left["newest"]["conflicts"][0]["label_fi"] == "tiivistelmä"
    choice = {"collection": "services", "id": SERVICE, "path": ["summary_fi"], "take": "value", "value": "Yhteinen."}
    merged = await second.post(f"/drafts/{other}/merge", {"revision": 1, "resolutions": [choice]})
    assert (merged["stale"], merged["based_on"]) == (False, 2)
    # A page from before the merge does not put the old name back.
    stale = await second.save(other, SERVICE, {"id": SERVICE}, 1, status=422)
    assert stale["code"] == "unreadable_entry"
    content = await second.content(other, SERVICE)
    assert (await second.save(other, SERVICE, content, 1, status=409))["code"] == "stale_entry"
    untouched = await second.content(other, "ohjaamo")
    assert (await second.save(other, "ohjaamo", untouched, 1, status=409))["newest"]["content"] == untouched
    await second.submit(other)
    await approver.publish(other)
    final = (await first.get(f"/catalogue/services/{SERVICE}"))["content"]
    assert (final["name_fi"], final["organiser"], final["summary_fi"]) == (
        "Eevan nimi",
        "Einon järjestäjä",
        "Yhteinen.",
    )


async def test_a_draft_can_be_given_up_and_taken_up_again(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    await editor.change(draft, SERVICE, name_fi="Toinen")
    assert (await editor.post(f"/drafts/{draft}/discard"))["state"] == "discarded"
    assert (await editor.save(draft, SERVICE, await editor.content(draft, SERVICE), 1, status=409))[
        "code"
    ] == "draft_not_open"
    again = await editor.post(f"/drafts/{draft}/reopen")
    assert (again["state"], again["changes"]) == ("open", 1)
    listed = await editor.get("/drafts")
    assert [one["id"] for one in listed["items"]] == [draft]


async def test_texts_people_and_questions_are_edited_alike(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    text = await editor.content(draft, "greeting", "texts")
    await editor.save(draft, "greeting", {**text, "selko": "Hei. Olen automaatti."}, 0, collection="texts")
    people = (await editor.get(f"/catalogue/people?draft={draft}"))["items"]
    person = await editor.content(draft, people[0]["id"], "people")
    await editor.save(draft, person["id"], {**person, "name_fi": "Aino"}, 1, collection="people")
    screens = await editor.content(draft, "screens", "interview")
    screens["value"][0]["question_fi"] = "Mikä näistä painaa?"
    await editor.save(draft, "screens", screens, 2, collection="interview")
    fact = await editor.content(draft, "ika", "facts")
    await editor.save(draft, "ika", {**fact, "question_fi": "Minkä ikäinen olet nyt?"}, 3, collection="facts")
    found = await editor.get(f"/drafts/{draft}/comparison")
    assert {one["collection"] for one in found["items"]} == {"texts", "people", "interview", "facts"}
