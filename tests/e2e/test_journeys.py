"""Five people, each from the first word to help, with the real Rasa and a real browser."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from domain.catalogue import SEED
from tests.e2e.answering import answer, answer_all
from tests.e2e.chat_page import ChatPage
from tests.e2e.stack import Stack

pytestmark = pytest.mark.e2e

BUILDER = {
    "kotikunta": "Turku", "tyonhakija_rekisteroity": True, "rahat_eivat_riita": False, "etuus": ["yleistuki"],
    "terveyskysymykset": "sallittu", "tyokyky_0_10": 4, "este_pitkaaikainen": True, "koulutustaso": "ammatillinen",
    "kielitaito_suomi": "aidinkieli", "tyohistoria_vakiintunut": False, "mielenterveyden_oireita": False,
    "asuminen": "kunnossa", "huollettavat_lapset": False, "maahanmuuttanut": False, "toiveet": ["palkkatyo"],
    "haluaa_palkkatyohon": True, "velkaongelma": False, "nykyiset_palvelut": ["ei_mitaan"], "laakarinlausunto": False,
    "tuoreet_selvitykset": ["ei_mitaan"], "diagnoosi": ["tuki_ja_liikuntaelin"], "suunnitelmat": ["ei_mitaan"],
}  # fmt: skip
NEWCOMER = {
    "kotikunta": "Vantaa", "ika": 33, "tyollisyystilanne": "tyoton", "tyonhakija_rekisteroity": True,
    "tyottomyys_kk": 6, "maahanmuuttanut": True, "maassaolo_v": 2, "kielitaito_suomi": "a1",
    "koulutustaso": "korkeakoulu", "ulkomainen_tutkinto": True, "toiveet": ["suomen_kieli", "palkkatyo"],
    "terveyskysymykset": "kieltaydytty", "huollettavat_lapset": False, "rahat_eivat_riita": False,
    "etuus": ["yleistuki"], "asuminen": "kunnossa", "velkaongelma": False, "digitaidot_heikot": False,
    "suunnitelmat": ["ei_mitaan"], "nykyiset_palvelut": ["ei_mitaan"],
}  # fmt: skip
HEALTH_FACTS = {"tyokyky_0_10", "diagnoosi", "mielenterveyden_oireita", "tyokykya_rajoittava_sairaus_tai_vamma"}


def suggested(chat: ChatPage) -> list[str]:
    return [item["service"] for item in chat.api("suggestion")["suggested"]]


def test_a_builder_with_a_bad_back_writes_without_dots(chat: ChatPage) -> None:
    chat.say("moro oon 52 ja ollu rakennuksilla koko ian, nyt kaks vuotta tyottomana ku selka ei enaa kesta")
    known = chat.known()
    assert known["ika"] == 52
    assert known["tyottomyys_kk"] == 24
    assert known["tyollisyystilanne"] == "tyoton"
    assert known["tyokykya_rajoittava_sairaus_tai_vamma"] is True
    chat.shot("1-builder-understood")
    asked = answer_all(chat, {**BUILDER, **known})
    assert not {"ika", "tyottomyys_kk", "tyollisyystilanne"} & {fact for turn in asked for fact in turn}
    assert "tyottoman-terveystarkastus" in suggested(chat)
    chat.page.get_by_role("button", name=re.compile("Avaa polku")).last.click()
    expect(chat.page.get_by_role("heading", name="Nyt")).to_be_visible()
    chat.page.get_by_text("Miksi tämä?").first.click()
    chat.shot("1-builder-path")


def test_a_nineteen_year_old_who_does_not_know_and_keeps_health_to_herself(chat: ChatPage) -> None:
    chat.say("oon 19 eikä mul oo mitään koulua peruskoulun jälkeen, en oo töissä")
    assert chat.known()["ika"] == 19
    asked: list[str] = []
    for _ in range(25):
        question = chat.question()
        if not question:
            break
        asked += question["facts"]
        if question["facts"] == ["terveyskysymykset"]:
            chat.say("en haluu puhua terveydestä")
        else:
            chat.say("emmä tiiä")
    assert not HEALTH_FACTS & set(asked)
    assert len(asked) == len(set(asked))
    assert suggested(chat)
    chat.shot("2-nineteen")


def test_a_newcomer_with_a_little_finnish_uses_the_buttons(chat: ChatPage) -> None:
    chat.press("Aloita kysymyksistä")
    chat.shot("3-newcomer-question")
    asked = answer_all(chat, NEWCOMER)
    assert not HEALTH_FACTS & {fact for turn in asked for fact in turn}
    assert {"kotoutumiskoulutus", "suomen-kielen-kurssit", "osaamisen-ja-kotoutumisen-arviointi"} & set(suggested(chat))
    chat.shot("3-newcomer-result")


def test_a_human_is_asked_for_and_answers_in_the_same_chat(
    open_chat: Callable[..., ChatPage], browser: Browser, stack: Stack
) -> None:
    stack.staff("neuvoja", "advisor", "pitkä ja turvallinen salasana 1")
    chat = open_chat("phone")
    chat.say("moi, asun Loimaalla")
    chat.say("haluun puhua oikeelle ihmiselle")
    chat.page.get_by_role("button", name="Puhu ihmiselle").last.click()
    chat.shot("4-human-dialog")
    chat.page.get_by_role("button", name="Pyydä ihmistä mukaan").click()
    expect(chat.page.get_by_text(re.compile("jono"))).not_to_have_count(0)

    desk = browser.new_context(viewport={"width": 1440, "height": 900}, locale="fi-FI").new_page()
    desk.goto(f"{stack.base}/neuvoja")
    desk.get_by_label("Käyttäjätunnus").fill("neuvoja")
    desk.get_by_label("Salasana").fill("pitkä ja turvallinen salasana 1")
    desk.get_by_role("button", name="Kirjaudu").click()
    desk.get_by_role("button", name=re.compile("Ota keskustelu: .*Loimaa")).click()
    desk.get_by_role("textbox", name="Kirjoita vastaus").fill(
        "Hei, olen Sari työllisyyspalveluista. Miten voin auttaa?"
    )
    desk.get_by_role("button", name="Lähetä", exact=True).click()
    expect(chat.log.get_by_text("olen Sari työllisyyspalveluista")).to_be_visible()
    chat.shot("4-human-answered")
    chat.box.fill("kiitos, tarviin apua hakemuksiin")
    chat.box.press("Enter")
    expect(desk.get_by_text("tarviin apua hakemuksiin").first).to_be_visible()
    chat.page.wait_for_timeout(1500)
    after = chat.api("messages?after=0")["items"]
    joined = next(item["seq"] for item in after if item["from"] == "advisor")
    assert not [item for item in after if item["from"] == "bot" and item["seq"] > joined]
    desk.screenshot(path="var/screens/4-advisor-1440.png")
    desk.context.close()


def test_a_sign_of_danger_is_answered_with_numbers_first(chat: ChatPage) -> None:
    before = chat.last_seq()
    chat.box.fill("en jaksa enää elää, oon miettiny et tapan itteni")
    chat.box.press("Enter")
    chat.answered_after(before)
    expect(chat.page.get_by_role("link", name=re.compile("112")).first).to_be_visible()
    chat.page.wait_for_timeout(1000)
    items = chat.api(f"messages?after={before}")["items"]
    assert items[1]["payload"]["kind"] == "urgent"
    assert not [item for item in items if (item["payload"] or {}).get("kind") == "question"]
    chat.shot("5-danger")


def test_answers_can_be_corrected_in_the_panel(open_chat: Callable[..., ChatPage]) -> None:
    chat = open_chat("desktop")
    chat.say("oon 52 ja asun Turussa")
    panel = chat.page.get_by_role("button", name="Mitä olen ymmärtänyt 2")
    expect(panel).to_be_visible()
    remove = chat.page.get_by_role("button", name="Poista: Ikä")
    if panel.get_attribute("aria-expanded") != "true":
        panel.click()
    remove.click()
    expect(remove).to_have_count(0)
    assert chat.known() == {"kotikunta": "Turku"}


def test_answer_helper_covers_every_control(chat: ChatPage) -> None:
    """A free answer beside the buttons is always possible."""
    chat.press("Aloita kysymyksistä")
    question = chat.question()
    chat.say("oon työtön")
    assert chat.known()["tyollisyystilanne"] == "tyoton"
    assert chat.question() != question
    answer(chat, chat.question(), NEWCOMER)


def test_one_who_reads_selkokieli_is_asked_again_in_it_and_gets_the_path_in_it(chat: ChatPage) -> None:
    chat.say("oon 24 ja työtön, ja velat painaa")
    asked, before = chat.question(), chat.last_seq()
    switch = chat.page.get_by_role("button", name="Selkokieli").first
    switch.click()
    chat.answered_after(before)
    again = chat.question()
    assert again["facts"] == asked["facts"]
    assert again["why"] != asked["why"]
    chat.page.reload()
    expect(switch).to_have_attribute("aria-pressed", "true")
    plain = {one["id"]: one["summary_fi"] for one in services()}
    answer_all(chat, chat.known())
    shown = chat.api("suggestion")["suggested"]
    assert shown
    assert all(one["summary"] != plain[one["service"]] for one in shown)
    chat.shot("6-selkokieli")


def services() -> list[dict[str, str]]:
    groups = sorted((SEED / "services").glob("*.json"))
    return [one for group in groups for one in json.loads(group.read_text(encoding="utf-8"))]
