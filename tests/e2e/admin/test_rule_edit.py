"""One rule edit from the first look to undo: nobody is touched before the day, and each day keeps its reasons."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from api.clock import today
from tests.e2e.admin.admin_page import AdminPage
from tests.e2e.admin.editor import SERVICE
from tests.e2e.desk.visitor_page import VisitorPage
from tests.e2e.stack import ROOT, Stack, running_alone

pytestmark = pytest.mark.e2e

NAME = "Omaehtoinen opiskelu työttömyysetuudella"
PERSON = "hitsaajaksi-25"
TOLD_AS = "Hitsaajaksi 25"
TITLE = "Opiskelun ikäraja nousee"
NEW_WHY = "Opiskelu työttömyysetuudella on 50 vuotta täyttäneille"
SEEN_WITHIN_MS = 5_000
Visit = Callable[[Stack], VisitorPage]


def facts_of(person: str) -> dict[str, Any]:
    files = [ROOT / "domain" / "seed" / name for name in ("people.json", "people_more.json")]
    people = [one for file in files for one in json.loads(Path(file).read_text(encoding="utf-8"))]
    return dict(next(one["facts"] for one in people if one["id"] == person))


def suggested(visitor: VisitorPage) -> dict[str, Any]:
    """Return the set of the person, by service."""
    return {one["service"]: one for one in visitor.api("suggestion")["suggested"]}


def test_an_age_limit_is_raised_published_for_tomorrow_and_undone(
    console: Callable[..., AdminPage], visit: Visit, rules: Stack
) -> None:
    raise_the_limit(console("Eeva", "admin"))
    approver = console("Anu", "approver")
    publish(approver, (today() + timedelta(days=1)).isoformat())
    before = visit(rules)
    before.tell(**facts_of(PERSON))
    assert SERVICE in suggested(before)
    reasons = suggested(before)[SERVICE]["reasons"]

    with running_alone(rules.data, {}, module=("tests.e2e.admin.later", "1")) as tomorrow:
        after = visit(tomorrow)
        after.tell(**facts_of(PERSON))
        assert SERVICE not in suggested(after)
        refused = {one["service"]: one for one in after.api("suggestion")["not_suggested"]}
        assert NEW_WHY in [reason["text"] for reason in refused[SERVICE]["reasons"]]
        kept = before.api("export")["suggestions"][-1]
        assert kept["rulebook"] == 1
        assert next(one for one in kept["content"]["suggested"] if one["service"] == SERVICE)["reasons"] == reasons

        undo(approver)
        after.page.wait_for_timeout(SEEN_WITHIN_MS)
        assert SERVICE in suggested(after)
    assert SERVICE in suggested(before)


def raise_the_limit(editor: AdminPage) -> None:
    page = editor.page
    page.get_by_role("button", name="Uusi luonnos").click()
    page.get_by_label("Luonnoksen nimi").fill(TITLE)
    page.get_by_role("button", name="Aloita muokkaus").click()
    expect(page.get_by_text("Muokkaat")).to_be_visible()
    page.get_by_role("link", name=NAME).click()
    line = page.get_by_role("group", name="Ehto 2", exact=True)
    line.get_by_label("Ehto 2: arvo").fill("50")
    line.get_by_label("Perustelu asiakkaalle").fill(NEW_WHY)
    page.get_by_role("tab", name="Vaikutus").click()
    touched = page.get_by_role("row", name=TOLD_AS)
    expect(touched.get_by_text(NAME)).to_be_visible()
    editor.shot("edited")
    page.get_by_role("button", name="Tallenna luonnokseen").click()
    expect(page.get_by_text("Tallennettu luonnokseen.")).to_be_visible()

    editor.section("Luonnokset")
    editor.main.get_by_role("link", name=TITLE).click()
    expect(editor.main.get_by_text("Ikä: vähintään 25 vuotta")).to_be_visible()
    expect(editor.main.get_by_text("Ikä: vähintään 50 vuotta")).to_be_visible()
    editor.tab("Vaikutus")
    expect(page.get_by_role("row", name=re.compile(f"^{TOLD_AS} {NAME}"))).to_be_visible()
    editor.tab("Julkaisu")
    editor.main.get_by_label("Mitä muutettiin ja miksi?").fill("Laki muuttuu.")
    editor.press("Lähetä hyväksyttäväksi")
    expect(editor.main.get_by_text("Luonnos odottaa toisen henkilön hyväksyntää.")).to_be_visible()
    expect(page.get_by_role("button", name="Hyväksy ja julkaise")).to_have_count(0)


def publish(approver: AdminPage, on: str) -> None:
    approver.section("Luonnokset")
    approver.main.get_by_role("link", name=TITLE).click()
    approver.tab("Julkaisu")
    expect(approver.main.get_by_text("Lähettäjän viesti: Laki muuttuu.")).to_be_visible()
    approver.main.get_by_label("Voimaan alkaen").fill(on)
    approver.press("Hyväksy ja julkaise")
    expect(approver.main.get_by_text("Julkaistu versiona 2.")).to_be_visible()
    approver.section("Versiot")
    expect(approver.main.get_by_role("row", name=re.compile("Versio 2 Tulossa voimaan"))).to_be_visible()
    expect(approver.main.get_by_role("row", name=re.compile("Versio 1 Voimassa nyt"))).to_be_visible()


def undo(approver: AdminPage) -> None:
    approver.main.get_by_role("link", name="Versio 1").click()
    approver.press("Palauta tämä versio")
    dialog = approver.page.get_by_role("dialog", name="Palautetaanko versio 1?")
    dialog.get_by_label("Miksi palautetaan?").fill("Liian tiukka.")
    dialog.get_by_role("button", name="Palauta tämä versio").click()
    expect(approver.main.get_by_role("heading", level=1, name="Versio 3")).to_be_visible()
    expect(approver.main.get_by_text("Voimassa nyt")).to_be_visible()
