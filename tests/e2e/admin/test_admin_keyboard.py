"""A rule changed and handed over with the keyboard alone, from the log-in on."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.admin.admin_page import AdminPage
from tests.e2e.desk.conftest import account
from tests.e2e.desk.desk_page import ADVISOR_PASSWORD
from tests.e2e.stack import Stack
from tests.e2e.test_keyboard import Keys

pytestmark = pytest.mark.e2e

LONG_FORM = 200
NAME = "Omaehtoinen opiskelu työttömyysetuudella"
TITLE = "Näppäimillä tehty"


def test_from_the_log_in_to_a_draft_handed_over(contexts: Callable[[str], BrowserContext], rules: Stack) -> None:
    page = AdminPage(contexts("wide").new_page(), rules, account(rules, "Eeva", "admin"))
    keys = Keys(page.page, at_most=LONG_FORM)
    keys.to("Käyttäjätunnus")
    keys.keyboard.type(page.name)
    keys.to("Salasana")
    keys.keyboard.type(ADVISOR_PASSWORD)
    keys.keyboard.press("Enter")
    expect(page.page.get_by_role("heading", level=1, name="Palvelut")).to_be_visible()
    page.settle()
    keys.press("Uusi luonnos")
    expect(page.page.get_by_role("dialog")).to_be_visible()
    keys.to("Luonnoksen nimi")
    keys.keyboard.type(TITLE)
    keys.press("Aloita muokkaus")
    expect(page.page.get_by_role("dialog")).to_have_count(0)

    keys.to("Hae")
    keys.keyboard.type("omaehtoinen")
    expect(page.main.get_by_role("row")).to_have_count(2)
    keys.press(NAME)
    expect(page.page.get_by_role("heading", level=1, name=NAME)).to_be_visible()
    keys.to("Ehto 2: arvo")
    keys.keyboard.press("Control+a")
    keys.keyboard.type("50")
    keys.press("Tallenna luonnokseen")
    expect(page.page.get_by_text("Tallennettu luonnokseen.")).to_be_visible()

    keys.press("Luonnokset", "Shift+Tab")
    expect(page.page.get_by_role("heading", level=1, name="Luonnokset")).to_be_visible()
    keys.press(TITLE)
    expect(page.main.get_by_text("Ikä: vähintään 50 vuotta")).to_be_visible()
    keys.press("Julkaisu")
    expect(page.page.get_by_role("textbox", name="Mitä muutettiin ja miksi?")).to_be_visible()
    keys.to("Mitä muutettiin ja miksi?")
    keys.keyboard.type("Laki muuttuu.")
    keys.press("Lähetä hyväksyttäväksi")
    expect(page.main.get_by_text("Luonnos odottaa toisen henkilön hyväksyntää.")).to_be_visible()
