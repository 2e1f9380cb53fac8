"""Crisis numbers, teams and hours as published: in use at once in the running product, and never without help."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from api.published import PublishedDesk
from api.settings import Settings
from domain.catalogue import load_seed
from domain.extras import seed_numbers, seed_teams
from domain.hours import ServiceHours
from tests.api.console import console
from tests.api.house import House

pytestmark = pytest.mark.anyio
MONDAY_NOON = datetime(2026, 11, 23, 10, tzinfo=UTC)
NIGHT = {"week": {"mon": [{"opens": "02:00", "closes": "03:00"}]}}


@pytest.fixture
def hours() -> None:
    """The product's own hours, which editors may change."""


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Looks for a newer version with every message."""
    return settings.model_copy(update={"rule_check_every": 0})


async def test_a_changed_number_and_team_are_in_use_when_they_are_published(house: House) -> None:
    editor, approver = await console(house, "Eeva"), await console(house, "Anu", "approver")
    draft = (await editor.draft())["id"]
    number = await editor.content(draft, "hatanumero", "numbers")
    await editor.save(draft, "hatanumero", {**number, "note_fi": "Soita heti."}, 0, collection="numbers")
    team = await editor.content(draft, "kela", "teams")
    await editor.save(draft, "kela", {**team, "name_fi": "Kelan neuvonta"}, 1, collection="teams")
    hours = await editor.content(draft, "palveluaika", "hours")
    await editor.save(draft, "palveluaika", {**hours, **NIGHT}, 2, collection="hours")
    assert house.product.hours.open_at(MONDAY_NOON)
    await editor.submit(draft)
    await approver.publish(draft)
    visitor = await house.visitor()
    await visitor.say("mä haluan kuolla")
    shown = [one["payload"] for one in await visitor.messages() if (one["payload"] or {}).get("kind") == "urgent"]
    assert "Soita heti." in json.dumps(shown, ensure_ascii=False)
    assert house.product.teams.name("kela") == "Kelan neuvonta"
    assert not house.product.hours.open_at(MONDAY_NOON)


async def test_after_a_merger_the_old_name_means_the_new_municipality(house: House) -> None:
    editor, approver = await console(house, "Eeva"), await console(house, "Anu", "approver")
    before = await house.visitor()
    await before.call("PUT", "/facts/kotikunta", json={"value": "Kaskinen"})
    draft = (await editor.draft())["id"]
    await editor.ask("DELETE", f"/drafts/{draft}/entries/municipalities/231?revision=0")
    joined = await editor.content(draft, "545", "municipalities")
    joined |= {"former_names": ["Kaskinen", "Vanhala"]}
    await editor.save(draft, "545", joined, 1, collection="municipalities")
    found = await editor.get(f"/catalogue/municipalities?draft={draft}&q=vanhala")
    assert [one["id"] for one in found["items"]] == ["545"]
    await editor.submit(draft)
    await approver.publish(draft)
    listed = (await house.http.get("/api/v1/municipalities")).json()
    assert [one["name_fi"] for one in listed if "Kaskinen" in (one["name_fi"], *one["former_names"])] == ["Närpiö"]
    after = await house.visitor()
    answered = await after.call("PUT", "/facts/kotikunta", json={"value": "Kaskinen"})
    assert answered.status_code == 204, answered.text
    assert [one["value"] for one in (await after.call("GET", "/facts")).json()["items"]] == ["Närpiö"]
    assert (await after.call("PUT", "/facts/kotikunta", json={"value": "Ankkalinna"})).status_code == 422
    assert (await before.call("GET", "/facts")).json()["items"][0]["value"] == "Kaskinen"
    assert house.product.places.home("Kaskinen") == house.product.places.home("Närpiö")
    seq = await after.say("moi")
    await after.answered("moi")
    assert [turn["metadata"]["places"] for turn in house.rasa.turns if turn["metadata"]["seq"] == seq] == [["Vanhala"]]


async def test_a_number_that_is_needed_is_not_published_away(house: House) -> None:
    editor = await console(house, "Eeva")
    draft = (await editor.draft())["id"]
    await editor.ask("DELETE", f"/drafts/{draft}/entries/numbers/hatanumero?revision=0")
    refused = await editor.submit(draft, 422)
    assert [one["place"] for one in refused["problems"]] == ["numbers.hatanumero"]


def test_what_another_release_has_deleted_is_there_when_it_is_needed() -> None:
    desk = PublishedDesk()
    desk.take(
        load_seed(), {"numbers": dict.fromkeys(seed_numbers()), "teams": {"kela": None}, "hours": {"palveluaika": None}}
    )
    assert "112" in {number.number for number in desk.answers.numbers.values()}
    assert {team.id for team in desk.teams.teams} == seed_teams().keys() - {"kela"}
    assert desk.hours == ServiceHours.load()


def test_the_hours_of_an_installation_stay(tmp_path: Path) -> None:
    file = tmp_path / "hours.json"
    file.write_text('{"timezone": "Europe/Helsinki", "always": true, "text_fi": "aina"}', encoding="utf-8")
    desk = PublishedDesk(ServiceHours.load(Settings(service_hours=file).service_hours or Path()))
    desk.take(load_seed(), {"hours": {"palveluaika": {"timezone": "Europe/Helsinki", "text_fi": "ei koskaan"}}})
    assert desk.hours.text_fi == "aina"
