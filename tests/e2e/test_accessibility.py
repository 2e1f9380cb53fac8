"""No screen of the pages has a serious accessibility fault that a machine can find."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.chat_page import ChatPage
from tests.e2e.stack import Stack

pytestmark = pytest.mark.e2e

AXE = Path(__file__).parents[2] / "api" / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
GRAVE = {"serious", "critical"}
PASSWORD = "pitkä ja turvallinen salasana 2"


def faults(page: Page) -> list[tuple[str, str]]:
    """Return the grave faults of what is on the screen now: the rule and the element."""
    page.emulate_media(reduced_motion="reduce")
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})", RULES
    )
    return [
        (violation["id"], node["html"][:200])
        for violation in found["violations"]
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]


def open_path(chat: ChatPage) -> None:
    """Tell enough for a set and open it."""
    chat.say("oon 52 ja ollu kaks vuotta työttömänä, selkä ei kestä ja velat painaa")
    chat.press("Näytä ehdotukset jo nyt")
    chat.page.get_by_role("button", name="Avaa polku").last.click()
    expect(chat.page.get_by_role("heading", level=1)).to_be_focused()


def test_the_start_and_a_question(chat: ChatPage) -> None:
    assert faults(chat.page) == []
    chat.press("Aloita kysymyksistä")
    assert faults(chat.page) == []


def test_a_screen_of_chips_with_its_reason_and_what_was_understood(chat: ChatPage) -> None:
    chat.say("oon 52 ja asun Turussa, oon ollu kaks vuotta työttömänä")
    chat.page.get_by_role("button", name="Miksi kysytään?").last.click()
    assert faults(chat.page) == []
    facts = chat.page.get_by_role("button", name="Mitä olen ymmärtänyt")
    if facts.get_attribute("aria-expanded") != "true":
        facts.click()
    chat.page.get_by_role("button", name="Muuta: Ikä").click()
    assert faults(chat.page) == []


def test_the_path_with_its_reasons(chat: ChatPage) -> None:
    open_path(chat)
    chat.page.get_by_role("button", name="Miksi tämä?").first.click()
    chat.page.get_by_role("button", name="Ei minulle").first.click()
    chat.page.get_by_label("Palvelun nimi").fill("kuntoutus")
    assert faults(chat.page) == []


def test_the_dialogs(chat: ChatPage) -> None:
    chat.page.get_by_role("button", name="Puhu ihmiselle").first.click()
    assert faults(chat.page) == []
    chat.page.keyboard.press("Escape")
    for item in ("Miten tietoja käsitellään?", "Poista keskustelu"):
        chat.page.get_by_role("button", name="Valikko").click()
        chat.page.get_by_role("menuitem", name=item).click()
        assert faults(chat.page) == []
        chat.page.keyboard.press("Escape")


def test_the_help_in_danger(chat: ChatPage) -> None:
    chat.say("en jaksa enää elää, oon miettiny et tapan itteni")
    expect(chat.page.get_by_role("link", name="Soita:").first).to_be_visible()
    assert faults(chat.page) == []


def test_the_advisors_console(open_chat: Callable[..., ChatPage], browser: Browser, stack: Stack) -> None:
    chat = open_chat("phone")
    chat.say("oon 41 ja asun Porissa, velat painaa")
    chat.page.get_by_role("button", name="Puhu ihmiselle").first.click()
    chat.page.get_by_role("button", name="Pyydä ihmistä mukaan").click()
    expect(chat.page.get_by_role("dialog")).to_have_count(0)
    stack.staff("saavutettava", "advisor", PASSWORD)
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="fi-FI")
    desk = context.new_page()
    desk.goto(f"{stack.base}/neuvoja")
    assert faults(desk) == []
    desk.get_by_label("Käyttäjätunnus").fill("saavutettava")
    desk.get_by_label("Salasana").fill(PASSWORD)
    desk.get_by_role("button", name="Kirjaudu").click()
    expect(desk.get_by_role("heading", name="Jono")).to_be_visible()
    assert faults(desk) == []
    desk.get_by_role("button", name="Ota keskustelu").first.click()
    expect(desk.get_by_role("textbox", name="Kirjoita vastaus")).to_be_visible()
    assert faults(desk) == []
    desk.get_by_role("tab", name="Ehdotus").click()
    assert faults(desk) == []
    context.close()
