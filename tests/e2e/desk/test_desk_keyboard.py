"""The advisor's day with the keyboard alone: from the log-in to a closed case."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.desk.conftest import account
from tests.e2e.desk.desk_page import ADVISOR_PASSWORD, DeskPage
from tests.e2e.desk.visitor_page import VisitorPage
from tests.e2e.stack import Stack
from tests.e2e.test_keyboard import Keys

pytestmark = pytest.mark.e2e

TABS = {"1": "Tiedot", "2": "Ehdotus", "3": "Kortti", "4": "Muistiinpanot"}


def test_from_the_log_in_to_a_closed_case(
    visitor: VisitorPage, contexts: Callable[[str], BrowserContext], stack: Stack
) -> None:
    visitor.tell(kotikunta="Mikkeli", ika=27)
    visitor.ask_for_human()
    desk = DeskPage(contexts("wide").new_page(), stack, account(stack, "Aino"))
    keys = Keys(desk.page)
    log_in(keys, desk)

    keys.press("Ota keskustelu: 27 vuotta, Mikkeli")
    expect(desk.page.get_by_role("heading", name="Asiakas · Mikkeli")).to_be_visible()
    keys.keyboard.press("Alt+r")
    expect(desk.page.get_by_role("textbox", name="Kirjoita vastaus")).to_be_focused()
    keys.keyboard.type("/")
    expect(desk.page.get_by_role("option").first).to_be_visible()
    keys.keyboard.press("Escape")
    keys.keyboard.type("Hei, miten voin auttaa?")
    keys.keyboard.press("Enter")
    expect(visitor.log.get_by_text("Hei, miten voin auttaa?")).to_be_visible()

    for key, name in TABS.items():
        keys.keyboard.press(f"Alt+{key}")
        expect(desk.page.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")
        expect(desk.page.get_by_role("tab", name=name)).to_be_focused()
    keys.to("Uusi muistiinpano")
    keys.keyboard.type("Kysyi opinnoista.")
    keys.press("Tallenna")
    expect(desk.side.get_by_text("Kysyi opinnoista.", exact=True)).to_be_visible()
    keys.to("Muistiinpanot", "Shift+Tab")
    keys.keyboard.press("?")
    expect(desk.page.get_by_role("dialog", name="Pikanäppäimet")).to_be_visible()
    keys.keyboard.press("Escape")

    keys.keyboard.press("Alt+p")
    close(keys, desk)
    expect(desk.page.get_by_text("Keskustelu on päätetty.")).to_be_visible()
    expect(visitor.page.get_by_text("Miten keskustelu meni?")).to_be_visible()


def log_in(keys: Keys, desk: DeskPage) -> None:
    keys.to("Käyttäjätunnus")
    keys.keyboard.type(desk.name)
    keys.to("Salasana")
    keys.keyboard.type(ADVISOR_PASSWORD)
    keys.keyboard.press("Enter")
    expect(desk.page.get_by_role("heading", name="Jono")).to_be_visible()


def close(keys: Keys, desk: DeskPage) -> None:
    dialog = desk.page.get_by_role("dialog", name="Päätä keskustelu")
    expect(dialog.get_by_role("radio", name="Suuntakortti tehtiin")).to_be_visible()
    keys.to("Suuntakortti tehtiin")
    keys.keyboard.press("Space")
    keys.to("Mitä sovittiin")
    keys.keyboard.type("Hakee opintoihin keväällä.")
    keys.press("Päätä keskustelu")
    expect(dialog).to_have_count(0)
