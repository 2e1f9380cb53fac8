"""Rasa dies, the browser reloads, the network goes, a message comes twice: nothing is lost or doubled."""

import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import expect

from tests.e2e.chat_page import ChatPage
from tests.e2e.person import Person, question
from tests.e2e.stack import Stack

pytestmark = pytest.mark.e2e

CUT_S = 30
RASA_BACK_S = 90


def numbers(person: Person) -> list[int]:
    return [item["seq"] for item in person.messages()]


def own_texts(person: Person) -> list[str]:
    return [item["text"] for item in person.messages() if item["from"] == "visitor"]


def test_rasa_killed_in_the_middle_is_told_and_the_interview_goes_on_where_it_was(stack: Stack, person: Person) -> None:
    person.say("oon 44 ja työtön")
    stack.kill("rasa")
    lost = person.post(text="asun Kuopiossa")
    told = person.answers(lost)
    assert (told[0]["payload"] or {})["kind"] == "handoff"
    assert "tallessa" in told[0]["text"]
    second = person.post(text="joo ja oon ilmoittautunu työnhakijaks")
    stack.wait_ready(RASA_BACK_S)
    until = time.monotonic() + RASA_BACK_S
    while "tyonhakija_rekisteroity" not in person.known() and time.monotonic() < until:
        time.sleep(0.2)
    known = person.known()
    assert known["kotikunta"] == "Kuopio"
    assert known["ika"] == 44
    assert known["tyonhakija_rekisteroity"] is True
    assert own_texts(person) == ["oon 44 ja työtön", "asun Kuopiossa", "joo ja oon ilmoittautunu työnhakijaks"]
    assert numbers(person) == list(range(1, len(numbers(person)) + 1))
    assert [item["text"] for item in person.messages()].count(told[0]["text"]) == 1
    asked = question(person.messages(second))
    assert asked["facts"]
    assert not set(asked["facts"]) & known.keys()


def test_danger_is_answered_while_rasa_is_down(stack: Stack, person: Person) -> None:
    stack.kill("rasa")
    seq = person.post(text="mies hakkas mut eilen ja pelkään mennä kotiin")
    answered = person.answers(seq, seconds=3)
    assert answered[0]["payload"]["kind"] == "urgent"
    stack.wait_ready(RASA_BACK_S)


def test_the_same_message_posted_at_once_from_many_sides_is_one_message(person: Person) -> None:
    client_id = str(uuid.uuid4())
    with ThreadPoolExecutor(8) as pool:
        seqs = list(pool.map(lambda _: person.post(text="oon 30", client_id=client_id), range(16)))
    assert len(set(seqs)) == 1
    person.answers(seqs[0])
    assert own_texts(person) == ["oon 30"]


def test_five_quick_messages_are_answered_in_order(person: Person) -> None:
    for text in ("moi", "oon 33", "asun Oulussa", "oon työtön", "kiitti"):
        person.post(text=text)
    until = time.monotonic() + 15
    while not any("Ole hyvä" in item["text"] for item in person.messages()):
        assert time.monotonic() < until
        time.sleep(0.05)
    assert own_texts(person) == ["moi", "oon 33", "asun Oulussa", "oon työtön", "kiitti"]
    assert person.known() == {"ika": 33, "kotikunta": "Oulu", "tyollisyystilanne": "tyoton"}


def test_a_reload_in_the_middle_of_sending_keeps_one_copy(open_chat: Callable[..., ChatPage]) -> None:
    chat = open_chat("phone")
    chat.say("oon 41")
    chat.box.fill("asun Porissa")
    chat.box.press("Enter")
    chat.page.reload()
    expect(chat.log.get_by_text("asun Porissa", exact=True)).to_have_count(1)
    chat.page.wait_for_timeout(2000)
    expect(chat.log.get_by_text("asun Porissa", exact=True)).to_have_count(1)
    assert [item["text"] for item in chat.api("messages?after=0")["items"] if item["from"] == "visitor"] == [
        "oon 41",
        "asun Porissa",
    ]
    assert chat.known() == {"ika": 41, "kotikunta": "Pori"}


def test_thirty_seconds_without_a_network_lose_nothing(open_chat: Callable[..., ChatPage]) -> None:
    chat = open_chat("phone")
    chat.say("oon 41")
    chat.page.context.set_offline(True)
    for text in ("asun Porissa", "oon työtön"):
        chat.box.fill(text)
        chat.box.press("Enter")
    expect(chat.page.get_by_text("Yhteys on poikki", exact=False).first).to_be_visible()
    chat.shot("6-offline")
    chat.page.wait_for_timeout(CUT_S * 1000)
    chat.page.context.set_offline(False)
    expect(chat.page.get_by_text("Yhteys on poikki", exact=False)).to_have_count(0, timeout=20_000)
    until = time.monotonic() + 15
    while len(chat.known()) < 3 and time.monotonic() < until:
        chat.page.wait_for_timeout(200)
    assert chat.known() == {"ika": 41, "kotikunta": "Pori", "tyollisyystilanne": "tyoton"}
    shown = chat.said_by_me.all_inner_texts()
    assert shown == ["oon 41", "asun Porissa", "oon työtön"]
    seqs = [item["seq"] for item in chat.api("messages?after=0")["items"]]
    assert seqs == list(range(1, len(seqs) + 1))
    expect(chat.log.locator("[data-seq]")).to_have_count(len(seqs))


def test_deleting_the_conversation_leaves_nothing(person: Person) -> None:
    person.say("oon 30 ja asun Oulussa")
    assert person.http.delete(person.path).status_code == 204
    assert person.http.get(f"{person.path}/messages").status_code == 404
