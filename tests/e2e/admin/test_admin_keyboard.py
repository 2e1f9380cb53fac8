"""From the log-in to a changed rule with the keyboard alone."""

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


def test_from_the_log_in_to_a_changed_rule(contexts: Callable[[str], BrowserContext], rules: Stack) -> None:
    page = AdminPage(contexts("wide").new_page(), rules, account(rules, "Eeva", "admin"))
    keys = Keys(page.page, at_most=LONG_FORM)
    keys.to("Käyttäjätunnus")
    keys.keyboard.type(page.name)
    keys.to("Salasana")
    keys.keyboard.type(ADVISOR_PASSWORD)
    keys.keyboard.press("Enter")
    expect(page.page.get_by_role("heading", level=1, name="Palvelut")).to_be_visible()
    page.go("luettelo/services")
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
    expect(page.page.get_by_label("Ehto 2: arvo")).to_have_value("50")
