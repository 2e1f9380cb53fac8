"""No screen of the desk, and none that a person sees on the way to it, has a grave fault that a machine can find."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.desk.desk_page import DeskPage
from tests.e2e.desk.visitor_page import VisitorPage
from tests.e2e.test_accessibility import faults

pytestmark = pytest.mark.e2e

Advisor = Callable[..., DeskPage]


def checked(desk: DeskPage, name: str) -> None:
    """Look for faults, keep a picture for human eyes, and leave the dialog if there is one."""
    expect(desk.page.get_by_text("Haetaan", exact=True)).to_have_count(0)
    assert faults(desk.page) == [], name
    desk.shot(f"screen-{name}")
    if desk.page.get_by_role("dialog").count():
        desk.page.keyboard.press("Escape")


def test_the_case_and_what_opens_from_it(visitor: VisitorPage, advisor: Advisor) -> None:
    visitor.tell(kotikunta="Pori", ika=41, tyollisyystilanne="tyoton", velkaongelma=True, digitaidot_heikot=True)
    visitor.ask_for_human(share=("Arkaluonteiset tiedot",))
    desk = advisor("Aino")
    checked(desk, "queue")
    desk.take("Pori")
    desk.side.get_by_role("button", name="Muuta: Kotikunta").click()
    checked(desk, "facts")
    desk.tab("Ehdotus")
    desk.side.get_by_role("button", name="Miksi tämä?").first.click()
    checked(desk, "suggestion")
    desk.tab("Kortti")
    desk.side.get_by_role("button", name="Aloita ehdotuksesta").click()
    checked(desk, "card")
    desk.tab("Muistiinpanot")
    checked(desk, "notes")
    desk.page.get_by_role("textbox", name="Kirjoita vastaus").fill("/")
    expect(desk.page.get_by_role("option").first).to_be_visible()
    checked(desk, "replies")
    desk.page.get_by_role("textbox", name="Kirjoita vastaus").fill("")
    for button, name in {"Siirrä": "transfer", "Lähetä linkki": "link", "Päätä keskustelu": "closing"}.items():
        desk.page.get_by_role("button", name=button, exact=True).click()
        checked(desk, name)


def test_what_is_around_the_cases(visitor: VisitorPage, advisor: Advisor) -> None:
    visitor.tell(kotikunta="Kotka", ika=41)
    visitor.ask_for_human()
    giver, desk = advisor("Pekka"), advisor("Ville", "supervisor")
    giver.take("Kotka")
    giver.offer_to(desk.name, "Jatka tästä.")
    checked(giver, "offered")
    desk.page.get_by_role("button", name="En voi ottaa").click()
    checked(desk, "offer")
    desk.page.get_by_role("button", name="Läsnäolo:").click()
    checked(desk, "presence")
    for button, name in {"Tilannekuva": "supervision", "Pikanäppäimet": "keys", "Oma tunnus:": "account"}.items():
        desk.page.get_by_role("button", name=button).click()
        expect(desk.page.get_by_role("dialog")).to_be_visible()
        checked(desk, name)


def test_the_to_do_list(visitor: VisitorPage, advisor: Advisor) -> None:
    visitor.tell(kotikunta="Kerava", ika=41)
    visitor.ask_for_human()
    visitor.page.get_by_role("button", name="En jaksa odottaa").click()
    assert faults(visitor.page) == []
    visitor.dialog.get_by_role("button", name="Pyydä yhteydenottoa").click()
    desk = advisor("Aino")
    to_do = desk.page.get_by_role("listitem").filter(has_text="Yhteydenotto").filter(has_text="Kerava")
    to_do.get_by_role("button", name="Siirrä toiseen päivään").click()
    checked(desk, "follow-ups")


def test_what_the_person_sees(visitor: VisitorPage, advisor: Advisor) -> None:
    visitor.tell(kotikunta="Imatra", ika=41, velkaongelma=True)
    visitor.ask_for_human()
    expect(visitor.page.get_by_role("region", name="Odotat ihmistä")).to_be_visible()
    assert faults(visitor.page) == []
    visitor.shot("desk-waiting-visitor")
    visitor.page.get_by_role("button", name="Mitä neuvoja näkee").click()
    expect(visitor.dialog.get_by_text("Arkaluonteiset tiedot", exact=True)).to_be_visible()
    assert faults(visitor.page) == []
    visitor.page.keyboard.press("Escape")
    desk = advisor("Aino")
    desk.take("Imatra")
    desk.tab("Ehdotus")
    desk.side.get_by_role("button", name="Lähetä chattiin").first.click()
    expect(visitor.log.get_by_role("button", name="Otan mukaan")).to_be_visible()
    assert faults(visitor.page) == []
    visitor.shot("desk-sent-visitor")
    desk.close_case("Sai vastauksen tai neuvon", "Ota yhteyttä velkaneuvontaan.", to="Keskustelu päättyy")
    expect(visitor.page.get_by_text("Miten keskustelu meni?")).to_be_visible()
    assert faults(visitor.page) == []
    visitor.shot("desk-closed-visitor")
