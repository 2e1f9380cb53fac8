"""What holds for every text and for every municipality."""

import csv
import random
import string
import threading
import time
from pathlib import Path

import pytest

from bot.components.finnish import place_forms
from bot.components.finnish.normalise import normalise
from bot.components.finnish.place_names import forms
from bot.components.finnish.places import find_home
from bot.components.finnish.tables import municipalities, rows

LOCAL = ("inessive", "elative", "adessive", "ablative")
NAMES = [row["name_fi"] for row in municipalities()]


def listed(name):
    return [form for form, place in forms().items() if place.name == name and place.kind == "municipality"]


@pytest.mark.parametrize("name", NAMES)
def test_every_listed_form_of_a_municipality_answers_the_question_of_home(name):
    homes = {form: find_home(normalise(form), True) for form in listed(name)}
    wrong = [form for form, home in homes.items() if home is None or home.name != name]
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_one_can_live_in_every_municipality_by_its_local_cases(name):
    local = [form for form in listed(name) if forms()[form].case in LOCAL]
    assert local
    homes = {form: find_home(normalise(f"asun {form}"), False) for form in local}
    wrong = [form for form, home in homes.items() if home is None or home.name != name]
    assert wrong == []


def test_the_table_of_place_forms_is_up_to_date():
    made = {row[0]: row for row in place_forms.table()}
    written = {row["form"]: list(row.values()) for row in rows("place_forms")}
    assert made == written


def test_spans_point_into_the_original_text():
    text = "Moon ollu  tyottomana puoltoist vuot, enoo hakenu työ paikkaa Turuust"
    for token in normalise(text).tokens:
        assert text[token.start : token.end] == token.original


@pytest.mark.parametrize("name", ["Pirkko", "Ahmed", "Nguyen", "Korhosen", "Mäkinen", "Olena"])
def test_a_name_is_not_changed(name):
    assert normalise(f"tapasin eilen {name} kanssa").tokens[2].norm == name.lower()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\0",
        "😀" * 500,
        "a" * 10_000,
        "<script>alert(1)</script>",
        "'; DROP TABLE x; --",
        "سلام",
        "-",
        "ä-ö-å",
        "1" * 400,
        "½½½",
        ".,.,.,",
        "en " * 3000,
        "\u202e\u0301\ud7ff",
        "12.12.",
        "99.99.9999",
        "0/0000",
        "---",
    ],
)
def test_odd_texts_are_read_without_failing(text):
    assert normalise(text).original == text


def test_the_worst_text_is_read_in_time():
    chance = random.Random(7)
    words = ("".join(chance.choice(string.ascii_lowercase + "äö") for _ in range(10)) for _ in range(500))
    started = time.perf_counter()
    find_home(normalise(" ".join(words)), True)
    assert time.perf_counter() - started < 0.6


def test_threads_have_readers_of_their_own():
    texts = [f"oon {word}" for word in ("väsyny", "työtön", "kipee", "yksin") for _ in range(20)]
    read: list[str] = []
    threads = [threading.Thread(target=lambda t=text: read.append(normalise(t).text)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read) == len(texts)


def test_no_form_stands_twice_in_a_table():
    folder = Path(place_forms.FOLDER)
    with (folder / "spoken.csv").open(encoding="utf-8", newline="") as file:
        spoken = [form for row in csv.DictReader(file) for form in row["spoken"].split()]
    assert len(spoken) == len(set(spoken))
