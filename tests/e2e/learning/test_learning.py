"""A taught word is trained, compared and activated, and the running chat understands it; a worse model is refused."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.admin.admin_page import AdminPage
from tests.e2e.admin.editor import Editor
from tests.e2e.person import Person
from tests.e2e.stack import Stack
from tests.e2e.test_accessibility import faults

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

TRAINED_WITHIN_S = 900
READS_WITHIN_MS = 120_000
SPOKEN, WRITTEN = "vouvossa", "ulosotossa"
SAID = f"oon {SPOKEN}"
FACT = "velkaongelma"
Console = Callable[[str, str], AdminPage]


def understood(stack: Stack) -> bool:
    """Whether a new person is understood who says it in the new way."""
    person = Person(stack.base)
    person.say(SAID)
    known = person.known()
    person.close()
    return known.get(FACT) is True


def teach(page: AdminPage) -> None:
    page.go("oppiminen/esimerkit")
    page.press("Lisää puhekielen sana")
    dialog = page.page.get_by_role("dialog")
    dialog.get_by_label("Sana puhekielellä").fill(SPOKEN)
    dialog.get_by_label("Sama yleiskielellä").fill(WRITTEN)
    looked_at(page, "teaching")
    dialog.get_by_role("button", name="Tallenna esimerkki").click()
    expect(page.main.get_by_role("row", name=re.compile(SPOKEN))).to_be_visible()
    looked_at(page, "examples")


def row(page: AdminPage, name: str) -> Locator:
    return page.main.get_by_role("row", name=re.compile(name))


def trained(editor: Editor, model: int) -> None:
    """Wait until a training has ended well."""
    until = time.monotonic() + TRAINED_WITHIN_S
    while (found := editor.ask("GET", f"/learning/models/{model}"))["state"] == "training":
        assert time.monotonic() < until, "the training has not ended in time"
        time.sleep(1)
    assert found["state"] == "ready", found


def looked_at(page: AdminPage, name: str) -> None:
    """Look for grave faults and keep a picture for human eyes."""
    page.settle()
    assert faults(page.page) == [], name
    page.shot(f"learning-{name}")


def activate(page: AdminPage, name: str) -> None:
    row(page, name).get_by_role("button", name="Ota käyttöön").click()
    page.page.get_by_role("dialog").get_by_role("button", name="Ota käyttöön").click()


def test_a_taught_word_is_understood_by_the_running_chat_and_a_worse_model_is_refused(
    school: Stack, console: Console, editor: Editor
) -> None:
    pids = [school.pid("product"), school.pid("rasa")]
    assert not understood(school)
    page = console("Eeva", "wide")
    teach(page)
    page.go("oppiminen/mallit")
    page.press("Kouluta uusi malli")
    expect(row(page, "Malli 2").get_by_role("progressbar")).to_be_visible()
    assert not understood(school)
    trained(editor, 2)
    row(page, "Malli 2").get_by_role("link", name="Vertaa").click()
    expect(page.main.get_by_text("vähintään yhtä hyvin")).to_be_visible()
    looked_at(page, "comparison")
    page.main.get_by_role("link", name="Kaikki mallit").click()
    activate(page, "Malli 2")
    expect(row(page, "Malli 2").get_by_text("Käytössä", exact=True)).to_be_visible(timeout=READS_WITHIN_MS)
    assert understood(school)

    editor.ask("POST", "/learning/examples", {"content": {"kind": "form", "spoken": "ei", "written": "kissa"}})
    trained(editor, int(editor.ask("POST", "/learning/models", {})["id"]))
    narrow = console("Eino", "narrow")
    narrow.go("oppiminen/mallit")
    expect(row(narrow, "Malli 3").get_by_text("Lukee huonommin")).to_be_visible()
    activate(narrow, "Malli 3")
    expect(narrow.page.get_by_role("alert").get_by_text("Kirjoita peruste")).to_be_visible()
    looked_at(narrow, "refused")
    narrow.page.keyboard.press("Escape")
    looked_at(narrow, "models")
    assert understood(school)

    activate(narrow, "Palvelun mukana tullut malli")
    base = row(narrow, "Palvelun mukana tullut malli")
    expect(base.get_by_text("Käytössä", exact=True)).to_be_visible(timeout=READS_WITHIN_MS)
    assert not understood(school)
    assert [school.pid("product"), school.pid("rasa")] == pids
