"""On a day off nobody is promised a live answer: the call-back is promised, and stands in the to-do list."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.desk.closed import HOURS_TEXT, running_on_a_day_off
from tests.e2e.desk.desk_page import DeskPage
from tests.e2e.desk.visitor_page import VisitorPage
from tests.e2e.stack import Stack

pytestmark = pytest.mark.e2e


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Stack]:
    with running_on_a_day_off(tmp_path) as started:
        yield started


def test_a_call_back_is_promised_and_done(
    closed: Stack, contexts: Callable[[str], BrowserContext], advisor: Callable[..., DeskPage]
) -> None:
    visitor = VisitorPage(contexts("visitor").new_page(), closed)
    visitor.tell(kotikunta="Pori", ika=34)
    visitor.page.get_by_role("button", name="Puhu ihmiselle").first.click()
    expect(visitor.dialog.get_by_text(f"He ovat paikalla {HOURS_TEXT}.")).to_be_visible()
    visitor.dialog.get_by_label("Puhelinnumero tai sähköposti").fill("pori@example.org")
    visitor.dialog.get_by_text("En käytä puhelinta. Vastatkaa kirjallisesti.").click()
    visitor.shot("desk-callback-asked")
    visitor.dialog.get_by_role("button", name="Pyydä ihmistä mukaan").click()
    expect(visitor.dialog.get_by_role("status")).to_contain_text(HOURS_TEXT)
    visitor.dialog.get_by_role("button", name="Sulje").last.click()
    expect(visitor.page.get_by_text("Yhteydenotto on pyydetty")).to_be_visible()
    expect(visitor.page.get_by_text("Keskustelet automaatin kanssa")).to_be_visible()

    desk = advisor("Aino", of=closed)
    to_do = desk.page.get_by_role("listitem").filter(has_text="pori@example.org")
    expect(to_do).to_contain_text("Pori")
    desk.shot("callback")
    to_do.get_by_role("button", name="Avaa keskustelu").click()
    expect(desk.page.get_by_role("heading", name="Asiakas · Pori")).to_be_visible()
    desk.say("Hei, vastaan kirjallisesti niin kuin toivoit.")
    expect(visitor.log.get_by_text("vastaan kirjallisesti")).to_be_visible()
    desk.close_case("Sai vastauksen tai neuvon", "Asia hoidettiin kirjallisesti.", to="Keskustelu päättyy")
    expect(desk.page.get_by_text("Ei sovittuja yhteydenottoja.")).to_be_visible()
    expect(visitor.page.get_by_text("Miten keskustelu meni?")).to_be_visible()
