import json
import re
from datetime import date

import pytest

from domain.municipalities import Directory
from domain.named import Named
from domain.urgency_data import LABELS
from domain.urgent_answers import SEED, UrgentAnswers, UrgentAnswersInvalid

NUMBER = re.compile(r"(?:\d{2,4} ?)+\d|\b112\b")


@pytest.fixture(scope="module")
def answers():
    return UrgentAnswers.load()


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("municipality", [None, "Jyväskylä", "Turku", "Eiolemassa"])
def test_every_sign_has_a_short_calm_answer(answers, label, municipality):
    text, numbers = answers.answer(label, municipality)
    assert 2 <= len(re.findall(r"[.?](?:\s|$)", text)) <= 4
    assert "!" not in text
    assert "{" not in text
    assert not re.search(r"\bsaat\b|sinulla on oikeus", text)
    assert numbers
    assert "112" in text


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("municipality", [None, "Jyväskylä"])
def test_every_number_in_an_answer_is_shown_or_known(answers, label, municipality):
    text, _ = answers.answer(label, municipality)
    known = {number.number for number in answers.numbers.values()}
    assert set(NUMBER.findall(text)) <= known


def test_danger_to_life_is_answered_with_112_first_and_stops_the_interview(answers):
    text, numbers = answers.answer("hengenvaara")
    assert text.startswith("Soita nyt 112.")
    assert numbers[0].tel == "tel:112"
    assert "tel:0800147111" in [number.tel for number in numbers]
    assert answers.stops("hengenvaara")


def test_both_numbers_of_nollalinja_are_shown_for_violence(answers):
    _, numbers = answers.answer("vakivalta")
    assert {"tel:080005005", "tel:116016"} <= {number.tel for number in numbers}


@pytest.mark.parametrize("label", ["itsetuhoisuus", "vakivalta", "uhkaus", "laheisen_kriisi"])
def test_a_busy_line_is_told_with_what_to_do_then(answers, label):
    text, _ = answers.answer(label)
    assert "varattu" in text
    assert "uudelleen" in text


def test_no_bed_is_promised(answers):
    text, _ = answers.answer("asunnoton_tanaan")
    assert "Paikkaa en voi luvata." in text


def test_the_social_emergency_service_of_a_known_area_is_named(answers):
    text, numbers = answers.answer("asunnoton_tanaan", "Jyväskylä")
    assert "014 266 0149" in text
    assert numbers[0].number == "014 266 0149"


def test_elsewhere_the_way_to_the_number_is_told(answers):
    text, numbers = answers.answer("asunnoton_tanaan", "Kuhmoinen")
    assert "116 117" in text
    assert "014 266 0149" not in text
    assert numbers[0].number == "116 117"


@pytest.mark.parametrize(
    ("text", "known", "words"),
    [
        ("ei oo paikkaa mihin mennä yöks, oon turusta", None, "Varsinais-Suomen hyvinvointialueen"),
        ("asun helsingissä, missä nukun", "Turku", "Helsingin kaupungin sosiaalipäivystyksen"),
        ("missä nukun ensi yön", "Turku", "Varsinais-Suomen hyvinvointialueen"),
        ("lähdin turusta espooseen ja tampereelta porissa", "Eckerö", "Ahvenanmaan"),
        ("oon jyväskylästä", None, "014 266 0149"),
        ("lahti on kaunis, missä nukun", None, "Oman hyvinvointialueesi"),
    ],
)
def test_the_area_of_the_person_is_named(answers, text, known, words):
    said, _ = answers.answer("asunnoton_tanaan", known, text)
    assert words in said


@pytest.mark.parametrize(
    ("text", "young"),
    [
        ("äiti on juonut taas ja hakkaa mua, oon 16", True),
        ("olen 15-vuotias ja isä lyö", True),
        ("mä oon 17 v tyttö", True),
        ("oon 43 ja mies hakkaa", False),
        ("oon 16 kuukautta ollut työtön ja mies hakkaa", False),
        ("mies löi mua 15 kertaa", False),
        ("olen 10.5. muuttanut", False),
    ],
)
def test_the_young_are_told_their_own_number(answers, text, young):
    said, numbers = answers.answer("vakivalta", None, text)
    assert ("116 111" in said) is young
    assert ("tel:116111" in [number.tel for number in numbers]) is young
    assert numbers[0].tel == "tel:112"


def test_a_message_to_112_is_offered_to_those_who_cannot_speak(answers):
    for label in ("hengenvaara", "itsetuhoisuus", "vakivalta", "lapsi_vaarassa"):
        _, numbers = answers.answer(label)
        assert "sms:112" in [number.tel for number in numbers]


def test_every_number_has_a_source_and_a_day_of_checking(answers):
    for number in answers.numbers.values():
        assert number.source.startswith("https://")
        assert number.recheck_days <= 180
        assert not number.is_due(number.checked_on)
        assert number.is_due(date(number.checked_on.year + 1, 1, 1).replace(month=12))
        assert number.payload().keys() == {"name", "number", "tel", "note", "hours"}
        if number.tel.startswith("tel:"):
            digits = re.sub(r"\D", "", number.tel).removeprefix("358")
            assert re.sub(r"\D", "", number.number).removeprefix("0") == digits.removeprefix("0")


def test_every_fault_of_the_data_is_named():
    texts = json.loads((SEED / "urgent_answers.json").read_text(encoding="utf-8"))
    numbers = json.loads((SEED / "help_numbers.json").read_text(encoding="utf-8"))
    del texts["answers"]["uhkaus"]
    texts["young"]["number"] = "nobody"
    texts["answers"]["vakivalta"]["numbers"].append("nowhere")
    numbers.append(numbers[0])
    with pytest.raises(UrgentAnswersInvalid) as failure:
        UrgentAnswers.from_data(texts, numbers, Directory([], [], []), Named({}))
    assert {(problem.place, problem.code) for problem in failure.value.problems} == {
        ("answers", "answer_missing"),
        ("numbers", "number_twice"),
        ("answers.vakivalta.numbers", "unknown_number"),
        ("young.number", "unknown_number"),
    }
