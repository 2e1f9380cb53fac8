"""From the log-in to a rule that is handed over, approved and published, with the keyboard alone."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from api.clock import today
from tests.e2e.admin.admin_page import AdminPage
from tests.e2e.desk.conftest import account
from tests.e2e.desk.desk_page import ADVISOR_PASSWORD
from tests.e2e.stack import Stack
from tests.e2e.test_keyboard import Keys

pytestmark = pytest.mark.e2e

LONG_FORM = 200
NAME = "Omaehtoinen opiskelu työttömyysetuudella"
TOLD_AS = "Hitsaajaksi 25"
TITLE = "Näppäimillä tehty"
# The field of a day follows the language of the browser itself.
ORDERS_OF_A_DATE = ("%d%m%Y", "%m%d%Y")


def test_from_the_log_in_to_a_published_rule(contexts: Callable[[str], BrowserContext], rules: Stack) -> None:
    change_a_rule(*log_in(contexts, rules, "Eeva", "admin"))
    publish(*log_in(contexts, rules, "Anu", "approver"), on=today() + timedelta(days=1))


def log_in(contexts: Callable[[str], BrowserContext], rules: Stack, name: str, role: str) -> tuple[AdminPage, Keys]:
    """Log in; the first key after it leads to the way past the navigation."""
    page = AdminPage(contexts("wide").new_page(), rules, account(rules, name, role))
    keys = Keys(page.page, at_most=LONG_FORM)
    expect(page.page.get_by_label("Salasana")).to_be_visible()
    keys.to("Käyttäjätunnus")
    keys.keyboard.type(page.name)
    keys.to("Salasana")
    keys.keyboard.type(ADVISOR_PASSWORD)
    keys.keyboard.press("Enter")
    expect(page.page.get_by_role("heading", level=1, name="Palvelut")).to_be_visible()
    keys.keyboard.press("Tab")
    expect(page.page.get_by_role("link", name="Siirry sisältöön")).to_be_focused()
    return page, keys


def change_a_rule(page: AdminPage, keys: Keys) -> None:
    keys.press("Uusi luonnos")
    expect(page.page.get_by_role("dialog")).to_be_visible()
    keys.to("Luonnoksen nimi")
    keys.keyboard.type(TITLE)
    keys.press("Aloita muokkaus")
    expect(page.page.get_by_role("dialog")).to_have_count(0)
    expect(page.page.get_by_role("button", name="Uusi luonnos")).to_be_focused()

    keys.to("Hae")
    keys.keyboard.type("omaehtoinen")
    expect(page.main.get_by_role("row")).to_have_count(2)
    keys.press(NAME)
    expect(page.page.get_by_role("heading", level=1, name=NAME)).to_be_visible()
    keys.to("Ehto 2: arvo")
    keys.keyboard.press("Control+a")
    keys.keyboard.type("50")
    see_whom_it_touches(page, keys)
    keys.press("Tallenna luonnokseen")
    expect(page.page.get_by_text("Tallennettu luonnokseen.")).to_be_visible()

    keys.press("Luonnoksen muutokset")
    expect(page.main.get_by_text("Ikä: vähintään 50 vuotta")).to_be_visible()
    keys.press("Julkaisu")
    expect(page.page.get_by_role("button", name="Lähetä hyväksyttäväksi")).to_be_visible()
    keys.to("Mitä muutettiin ja miksi?")
    keys.keyboard.type("Laki muuttuu.")
    keys.press("Lähetä hyväksyttäväksi")
    expect(page.main.get_by_text("Luonnos odottaa toisen henkilön hyväksyntää.")).to_be_visible()
    keys.to("Ota takaisin muokattavaksi")


def see_whom_it_touches(page: AdminPage, keys: Keys) -> None:
    keys.press("Ohita loput")
    keys.to("Luettuna")
    keys.keyboard.press("ArrowRight")
    keys.keyboard.press("ArrowRight")
    expect(page.page.get_by_role("tab", name="Vaikutus")).to_be_focused()
    expect(page.page.get_by_role("row", name=TOLD_AS).get_by_text(NAME)).to_be_visible()


def publish(page: AdminPage, keys: Keys, on: date) -> None:
    keys.press("Luonnokset")
    expect(page.page.get_by_role("heading", level=1, name="Luonnokset")).to_be_visible()
    keys.press(TITLE)
    expect(page.main.get_by_text("Ikä: vähintään 50 vuotta")).to_be_visible()
    keys.press("Julkaisu")
    expect(page.page.get_by_role("button", name="Hyväksy ja julkaise")).to_be_visible()
    keys.to("Voimaan alkaen")
    type_day(page.main.get_by_label("Voimaan alkaen"), keys, on)
    keys.press("Hyväksy ja julkaise")
    expect(page.main.get_by_text("Julkaistu versiona 2.")).to_be_visible()
    keys.press("Katso versiota 2")
    expect(page.page.get_by_role("heading", level=1, name="Versio 2")).to_be_visible()


def type_day(field: Locator, keys: Keys, day: date) -> None:
    """Type a day in the order that the browser takes it in."""
    for order in ORDERS_OF_A_DATE:
        keys.keyboard.press("ArrowLeft")
        keys.keyboard.press("ArrowLeft")
        keys.keyboard.type(day.strftime(order))
        if field.input_value() == day.isoformat():
            return
    raise AssertionError(field.input_value())
