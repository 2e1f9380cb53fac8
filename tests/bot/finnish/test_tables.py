"""Runs the tables of Finnish forms; add a row to a table to add a test."""

import csv
from datetime import date
from pathlib import Path

import pytest

from bot.components.finnish.ages import find_age
from bot.components.finnish.durations import find_durations
from bot.components.finnish.normalise import normalise
from bot.components.finnish.numbers import parse_numbers
from bot.components.finnish.places import find_home
from bot.components.finnish.ratings import find_rating
from bot.components.finnish.yesno import polarity

TABLES = Path(__file__).parent / "tables"
TODAY = date(2026, 11, 21)


def table(name):
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["text"]) for row in csv.DictReader(file)]


def seen(value):
    return (str(value.value), "yes" if value.certain else "no") if value else ("", "")


@pytest.mark.parametrize("row", table("normalised"))
def test_spoken_finnish_is_read_as_standard(row):
    assert normalise(row["text"]).text == row["normalised"]


@pytest.mark.parametrize("row", table("numbers"))
def test_numbers_in_words_and_digits(row):
    found = parse_numbers(normalise(row["text"]).tokens)
    assert " ".join(f"{number.value:g}" for number in found) == row["values"]


@pytest.mark.parametrize("row", table("durations"))
def test_times_are_counted_to_the_day_of_the_message(row):
    found = find_durations(normalise(row["text"]), TODAY)
    assert [duration.kind for duration in found] == ([row["kind"]] if row["kind"] else [])
    if row["months"]:
        assert found[0].months == pytest.approx(float(row["months"]), abs=0.06)
        assert found[0].certain == (row["certain"] == "yes")


@pytest.mark.parametrize("row", table("ages"))
def test_own_age(row):
    assert seen(find_age(normalise(row["text"]), TODAY, row["asked"] == "yes")) == (row["age"], row["certain"])


@pytest.mark.parametrize("row", table("ratings"))
def test_points_of_a_scale(row):
    assert seen(find_rating(normalise(row["text"]))) == (row["value"], row["certain"])


@pytest.mark.parametrize("row", table("answers"))
def test_yes_no_dont_know_and_refusal(row):
    assert (polarity(normalise(row["text"])) or "") == row["answer"]


@pytest.mark.parametrize("row", table("homes"))
def test_home_municipality(row):
    home = find_home(normalise(row["text"]), row["asked"] == "yes")
    assert (home.name if home else "") == row["home"]
