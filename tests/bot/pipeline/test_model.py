"""The trained model as a whole: acts in context, facts as entities, and nothing that a person types breaks it."""

import csv
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Read = Callable[..., dict[str, Any]]
TABLE = Path(__file__).parents[1] / "acts" / "tables" / "acts.csv"
SLOWEST_S = 0.2
NASTY = [
    "", " ", "\n\n", "\x00", "\x00\x01\x02\x1b[31m", "a" * 10_000, "ä" * 10_000, "äö" * 5_000, "työ" * 3_000,
    "työttömyysturva" * 700, "1" * 10_000, "?" * 10_000, "-" * 10_000,
    "🙂" * 5_000, "👩‍👩‍👧‍👦" * 500, "e\u0301" * 3_000,
    "a " * 5_000, "olen " * 2_000, "en tiedä. " * 1_000, "\u202eteksti", "\ufeff", "\u200b" * 1_000,
    "مرحبا أنا عاطل عن العمل",
    "я ищу работу", "我在找工作", "नमस्ते", "ﬁnnish ﬀ", "<script>alert(1)</script>", "'; DROP TABLE users; --",
    "{{7*7}} ${x} %s %n {0}", "\ud800", "a\ud800b", "/choose", '/command_restart{"a": 1}', "/", "//////", "/foo@1.0",
    '{"text": 1}', "\\x00 \\u0000", "http://esimerkki.fi/?a=b&c=d", "nbsp\u00a0nbsp", "I\u0307stanbul", "ß" * 3_000,
]  # fmt: skip


def rows() -> list[tuple[str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        return [(row["asked"], row["text"], row["act"]) for row in csv.DictReader(table)]


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


@pytest.mark.parametrize(("asked", "text", "act"), rows())
def test_the_act_of_a_message(read: Read, asked: str, text: str, act: str) -> None:
    assert read(text, *filter(None, [asked]))["act"] == act


def test_a_fact_comes_with_the_words_of_the_person(read: Read) -> None:
    facts = [entity["value"] for entity in read("mulla on ulosotto päällä")["entities"] if entity["entity"] == "fact"]
    assert [(fact["fact"], fact["value"], fact["certain"]) for fact in facts] == [("velkaongelma", True, True)]
    assert "ulosotto" in facts[0]["words"]


def test_a_person_who_asks_for_a_human_has_not_declined_the_question(read: Read) -> None:
    found = read("en halua puhua koneelle, haluan ihmisen", "ika")
    assert (found["act"], found["entities"]) == ("ask_human", [])


def test_rasa_gets_a_name_of_its_own_for_restart(read: Read) -> None:
    found = read("aloitetaan alusta")
    assert (found["act"], found["intent"]["name"]) == ("restart", "start_over")


def test_letters_without_sense_are_not_understood(read: Read) -> None:
    assert read("qzx wvu kkk pqr")["intent"]["name"] in {"nlu_fallback", "off_topic"}


@pytest.mark.parametrize("text", ["/choose", "/command_restart", '/affirm{"fact": 1}', "  /command_human"])
def test_a_typed_slash_gives_no_command(read: Read, text: str) -> None:
    assert not read(text)["intent"]["name"].startswith(("command_", "choose"))


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_no_text_breaks_the_reader(read: Read, text: str) -> None:
    assert read(text, "velkaongelma")["act"]
    assert min(seconds(lambda: read(text, "velkaongelma")) for _ in range(3)) < SLOWEST_S


def test_no_random_text_breaks_the_reader(read: Read) -> None:
    chance = random.Random(20261121)
    letters = "aäoöeiklnstu 0129.,!?-/'\"<>{}\\\n\t\u0000\u00ad\u0301\u200d\u2028åÅßŠжن中🙂🤷"
    for _ in range(150):
        text = "".join(chance.choice(letters) for _ in range(chance.randrange(200)))
        raw = bytes(chance.randrange(256) for _ in range(chance.randrange(80))).decode("utf-8", "replace")
        assert read(text)["act"]
        assert read(raw, "ika")["act"]


def corrections() -> list[dict[str, str]]:
    with (TABLE.parent / "corrections.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


@pytest.mark.parametrize("row", corrections(), ids=lambda row: row["text"])
def test_a_correction_finds_what_was_told_before_the_question(read: Read, row: dict[str, str]) -> None:
    found = read(row["text"], row["asked"], told=row["told"].split())
    facts = {one["value"]["fact"]: str(one["value"]["value"]) for one in found["entities"] if one["entity"] == "fact"}
    assert facts.get(row["fact"]) == row["value"]
    assert row["asked"] == row["fact"] or row["asked"] not in facts
    assert row["asked"] == row["fact"] or found["act"] == "correct"


@pytest.mark.parametrize(("text", "asked", "kind"), [
    ("ihan sama", "ika", "dont_know"),
    ("se on mun oma asia", "velkaongelma", "refused"),
    ("no comments", "asuminen", "refused"),
])  # fmt: skip
def test_leaving_a_question_in_any_words_is_an_answer_to_it(read: Read, text: str, asked: str, kind: str) -> None:
    found = read(text, asked)
    assert [(one["entity"], one["value"]["fact"]) for one in found["entities"]] == [(kind, asked)]


@pytest.mark.parametrize(("text", "act"), [("joo", "affirm"), ("en", "deny"), ("ei kiitos", "deny")])
def test_a_plain_word_takes_or_leaves_an_offer(read: Read, text: str, act: str) -> None:
    assert read(text, "toiveet", "velkaongelma", offer="restart")["act"] == act


@pytest.mark.parametrize("text", ["oon työtön", "haluun ihmisen", "asun Porissa"])
def test_a_few_words_about_something_else_take_no_offer(read: Read, text: str) -> None:
    assert read(text, "tyollisyystilanne", offer="restart")["act"] not in ("affirm", "deny")


@pytest.mark.parametrize(("asked", "text", "fact", "act"), [
    ("ika", "45, mitä tarkoittaa palkkatuki?", ("ika", 45), "ask_service"),
    ("velkaongelma", "joo mut miksi kysyt", ("velkaongelma", True), "ask_why"),
    ("kotikunta", "Turku, kuka näkee tän", ("kotikunta", "Turku"), "ask_privacy"),
    ("velkaongelma", "joo on, voisko joku ihminen soittaa mulle", ("velkaongelma", True), "ask_human"),
])  # fmt: skip
def test_an_answer_and_a_question_in_one_message_both_count(
    read: Read, asked: str, text: str, fact: tuple[str, Any], act: str
) -> None:
    found = read(text, asked)
    facts = [(one["value"]["fact"], one["value"]["value"]) for one in found["entities"] if one["entity"] == "fact"]
    assert fact in facts
    assert found["act"] == act


def test_a_municipality_that_editors_have_added_comes_with_the_turn(read: Read) -> None:
    told = [entity["value"]["value"] for entity in read("Asun Rantasaaressa", places=["Rantasaari"])["entities"]]
    assert told == ["Rantasaari"]
