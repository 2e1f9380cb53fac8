"""A person, two advisors and the assistant in one conversation: nobody tells it twice, nothing withheld is seen."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Error, expect

from tests.e2e.conftest import BROWSER_FLAGS, CHROMIUM, SIZES
from tests.e2e.desk.desk_page import DeskPage
from tests.e2e.desk.visitor_page import VisitorPage
from tests.e2e.stack import LEASE_S

pytestmark = pytest.mark.e2e

Advisor = Callable[..., DeskPage]
UNEMPLOYED = {"tyollisyystilanne": "tyoton", "tyonhakija_rekisteroity": True}
LEASE_ENDS_MS = 3 * LEASE_S * 1_000


def test_what_is_not_shared_is_nowhere_on_the_advisors_page(visitor: VisitorPage, advisor: Advisor) -> None:
    visitor.say("oon 52 ja asun Kajaanissa, selkä ei kestä enää töitä")
    known = visitor.known()
    assert known["tyokykya_rajoittava_sairaus_tai_vamma"] is True
    visitor.ask_for_human(share=("Arkaluonteiset tiedot",))
    desk = advisor("Aino")
    desk.overhear()
    desk.take("Kajaani")
    expect(desk.side.get_by_text("Terveystiedot: ei jaettu")).to_be_visible()
    expect(desk.transcript.get_by_text("Tämän viestin sisältöä ei ole jaettu.").first).to_be_visible()
    desk.say("Hei, olen Aino. Miten voin auttaa?")
    expect(visitor.log.get_by_text("olen Aino")).to_be_visible()
    visitor.write("onko teillä aikoja")
    expect(desk.transcript.get_by_text("onko teillä aikoja")).to_be_visible()
    for tab in ("Ehdotus", "Kortti", "Muistiinpanot", "Tiedot"):
        desk.tab(tab)
        expect(desk.page.get_by_role("tab", name=tab)).to_have_attribute("aria-selected", "true")
        assert re.findall(".{0,60}selkä.{0,60}", desk.page.content().lower()) == []
    heard = desk.heard()
    assert '"facts":[' in heard
    assert '"missing_consent":["health"]' in heard
    assert re.findall(".{0,60}selkä.{0,60}", heard.lower()) == []
    assert not re.search(r'"fact": ?"tyokykya_rajoittava_sairaus_tai_vamma", ?"[^}]*"value": ?true', heard)
    desk.shot("withheld")
    desk.page.unroute_all(behavior="ignoreErrors")


def test_a_corrected_fact_changes_the_set_on_both_sides(visitor: VisitorPage, advisor: Advisor) -> None:
    visitor.tell(**UNEMPLOYED, kotikunta="Kuopio", ika=45, velkaongelma=False)
    visitor.ask_for_human()
    desk = advisor("Aino")
    desk.take("Kuopio")
    desk.side.get_by_role("button", name=re.compile("Muuta: .*[Vv]el")).click()
    desk.side.get_by_role("button", name="Kyllä", exact=True).click()
    here = desk.side.get_by_role("status", name="Ehdotus päivittyi")
    there = visitor.page.get_by_role("status", name="Ehdotuksesi päivittyi")
    expect(here.get_by_text("Lisätty:").first).to_be_visible()
    expect(there.get_by_text("Lisätty:").first).to_be_visible()
    assert here.get_by_role("listitem").all_inner_texts() == there.get_by_role("listitem").all_inner_texts()
    expect(desk.side.get_by_text("Neuvojan korjaama")).to_be_visible()
    assert visitor.known()["velkaongelma"] is True
    desk.shot("corrected")
    visitor.shot("desk-corrected-visitor")


def test_a_colleague_takes_over_with_a_note(visitor: VisitorPage, advisor: Advisor) -> None:
    visitor.tell(kotikunta="Vaasa", ika=31)
    visitor.ask_for_human()
    giver, receiver = advisor("Aino"), advisor("Pekka")
    giver.take("Vaasa")
    visitor.write("tarviin apua hakemuksen kanssa")
    expect(giver.transcript.get_by_text("tarviin apua hakemuksen kanssa")).to_be_visible()
    giver.offer_to(receiver.name, "Hakemus on kesken, liite puuttuu.")
    expect(giver.page.get_by_text(f"Tarjottu: {receiver.name}")).to_be_visible()
    receiver.shot("offered")
    receiver.page.get_by_role("button", name="Ota vastaan").click()
    expect(receiver.transcript.get_by_text("tarviin apua hakemuksen kanssa")).to_be_visible()
    receiver.tab("Muistiinpanot")
    expect(receiver.side.get_by_text("Hakemus on kesken, liite puuttuu.")).to_be_visible()
    expect(visitor.page.get_by_text(f"Keskustelet ihmisen kanssa: {receiver.name}")).to_be_visible()
    expect(giver.transcript).to_have_count(0)
    receiver.say("Hei, jatketaan tästä.")
    expect(visitor.log.get_by_text("Hei, jatketaan tästä.")).to_be_visible()
    assert "liite puuttuu" not in visitor.page.content()


def test_after_a_killed_browser_the_next_advisor_goes_on(
    visitor: VisitorPage, advisor: Advisor, browser: Browser
) -> None:
    visitor.tell(kotikunta="Rovaniemi", ika=38)
    visitor.ask_for_human()
    doomed = browser.browser_type.launch(executable_path=CHROMIUM, args=BROWSER_FLAGS)
    first = advisor("Aino", context=doomed.new_context(viewport=SIZES["wide"], locale="fi-FI"))
    first.take("Rovaniemi")
    first.say("Hei, katson tätä hetken.")
    visitor.write("ok, odotan")
    kill(doomed)
    second = advisor("Pekka")
    expect(second.queued("Rovaniemi")).to_be_visible(timeout=LEASE_ENDS_MS)
    expect(visitor.page.get_by_text("Yhteys neuvojaan katkesi.")).to_be_visible()
    second.take("Rovaniemi")
    for said in ("Hei, katson tätä hetken.", "ok, odotan"):
        expect(second.transcript.get_by_text(said, exact=True)).to_have_count(1)
    second.say("Hei, minä jatkan tästä.")
    expect(visitor.log.get_by_text("Hei, minä jatkan tästä.")).to_have_count(1)
    seqs = [item["seq"] for item in visitor.api("messages?after=0")["items"]]
    assert seqs == list(range(1, len(seqs) + 1))


def kill(browser: Browser) -> None:
    """End the browser's process at once, so that it says no goodbye to anybody."""
    try:
        browser.new_browser_cdp_session().send("Browser.crash")
    except Error:
        assert not browser.is_connected()


def test_the_assistant_goes_on_after_being_handed_the_conversation(visitor: VisitorPage, advisor: Advisor) -> None:
    visitor.say("oon 29 ja asun Lahdessa")
    visitor.ask_for_human()
    desk = advisor("Aino")
    desk.take("Lahti")
    before = visitor.last_seq()
    visitor.write("oon työtön")
    expect(desk.transcript.get_by_text("oon työtön")).to_be_visible()
    desk.close_case("Sai vastauksen tai neuvon", "Käyt läpi kysymykset loppuun.", to="Automaatti jatkaa")
    expect(visitor.page.get_by_text("Keskustelet automaatin kanssa")).to_be_visible()
    assert not [one for one in visitor.api(f"messages?after={before}")["items"] if one["from"] == "bot"]
    visitor.say("jatketaan vaan")
    assert visitor.question()["facts"]
    assert visitor.known()["ika"] == 29


def test_the_card_is_made_together(visitor: VisitorPage, advisor: Advisor) -> None:
    visitor.tell(**UNEMPLOYED, kotikunta="Joensuu", ika=45)
    visitor.ask_for_human()
    desk = advisor("Aino")
    desk.take("Joensuu")
    desk.tab("Kortti")
    desk.side.get_by_role("button", name="Aloita ehdotuksesta").click()
    desk.side.get_by_label("Tavoitteeni").fill("Töihin puutarhalle keväällä")
    desk.side.get_by_label("Tavoitteeni").blur()
    expect(desk.side.get_by_text("Tallennettu")).to_be_visible()
    visitor.page.goto(f"{visitor.stack.base}/#kortti")
    expect(visitor.page.get_by_label("Tavoitteeni")).to_have_value("Töihin puutarhalle keväällä")
    visitor.page.get_by_label("Tästä huomaan, että asia etenee").fill("Soitan yhdelle puutarhalle")
    visitor.page.get_by_label("Tästä huomaan, että asia etenee").blur()
    expect(desk.side.get_by_label("Tästä huomaan, että asia etenee")).to_have_value("Soitan yhdelle puutarhalle")
    visitor.page.get_by_role("button", name="Hyväksyn kortin").click()
    expect(desk.side.get_by_text("Asiakas hyväksyi kortin").first).to_be_visible()
    expect(visitor.page.get_by_text("Hyväksyit kortin").first).to_be_visible()
    desk.shot("card")
    visitor.shot("desk-card-visitor")
