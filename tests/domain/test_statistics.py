"""What is counted of a conversation, and the tables that are made of it."""

from datetime import date

import pytest

from domain.statistics import Mark, Talk, age_band, marks_of, monday, waits, written
from domain.statistics_tables import Row, by_place, parts_of_one_whole, single_rows, wholes_in_parts, with_waits


@pytest.mark.parametrize(
    ("age", "band"), [(None, ""), (17, "u18"), (18, "18-24"), (29, "25-29"), (30, "30-44"), (54, "45-54"), (55, "55+")]
)
def test_an_age_is_kept_as_a_band(age: int | None, band: str) -> None:
    assert age_band(age) == band


def test_whole_weeks_are_counted() -> None:
    assert [monday(date(2026, 11, day)) for day in (16, 22)] == [date(2026, 11, 16)] * 2


def test_a_conversation_with_a_result() -> None:
    talk = Talk(
        answers={"ika": "known"},
        known={"kotikunta": "Pedersören kunta"},
        asked=["ika", "velkaongelma", "ika"],
        view={"suggested": [{"service": "tuva"}], "in_use": [{"service": "kela"}], "gaps": [{"id": "velat"}]},
        choices={"ohjaamo": "reject"},
        escalations=[("pyynto", 61), ("vaara", None)],
        misses=2,
        ratings=[4],
    )
    marks = list(marks_of(talk))
    assert [Mark.read(line) for line in written(marks).split("\n")] == marks
    assert marks == [
        Mark("endings", "result"),
        Mark("questions", "ika", "known"),
        Mark("questions", "velkaongelma", "left"),
        Mark("services", "tuva", "silent"),
        Mark("services", "ohjaamo", "reject"),
        Mark("services", "kela", "in_use"),
        Mark("escalations", "pyynto"),
        Mark("wait", "pyynto", "61"),
        Mark("escalations", "vaara"),
        Mark("not_understood", ""),
        Mark("not_understood", ""),
        Mark("experience", "4"),
        Mark("gaps", "velat"),
        Mark("gaps_by_place", "velat", "Pedersören kunta"),
    ]


def test_a_conversation_without_a_result_ended_with_a_human_or_at_a_question() -> None:
    assert next(marks_of(Talk(stop="ika"))) == Mark("endings", "stop:ika")
    assert next(marks_of(Talk(stop="ika", escalations=[("pyynto", None)]))) == Mark("endings", "human")


def test_waits_are_told_of_five_and_their_slow_end_of_ten() -> None:
    minutes = [60.0 * n for n in range(1, 11)]
    assert [tuple(waits(minutes[:n])) for n in (4, 5, 9, 10)] == [(None, None), (3, None), (5, None), (6, 9)]


def test_rows_of_one_whole_stand_under_their_sum() -> None:
    assert parts_of_one_whole({"a": {"": 7}, "b": {"": 9}}, ()) == [
        Row("", "count", 16),
        Row("a", "count", 7),
        Row("b", "count", 9),
    ]
    assert parts_of_one_whole({}, ()) == []


def test_each_whole_has_its_parts() -> None:
    counts = {"ika": {"known": {"u18": 9, "": 8}, "left": {"u18": 6, "": 7}}}
    assert wholes_in_parts(counts, ["known", "left"], ["u18", ""]) == [
        Row("ika", "all", 30, (15, 15)),
        Row("ika", "known", 17, (9, 8)),
        Row("ika", "left", 13, (6, 7)),
    ]


def test_single_rows_hide_small_groups() -> None:
    assert single_rows({"velat": {"u18": 20, "55+": 2, "": 10}}, ["u18", "55+", ""]) == [
        Row("velat", "count", 32, (20, None, None))
    ]


def test_no_wait_is_told_of_a_hidden_number() -> None:
    rows = parts_of_one_whole({"pyynto": {"": 50}, "vaara": {"": 3}}, ())
    found = with_waits(rows, {"pyynto": {"": [60.0] * 20}, "vaara": {"": [60.0] * 3}}, ())
    told = {(row.key, row.part): row.all for row in found}
    assert (told["", "median"], told["pyynto", "count"], told["pyynto", "median"]) == (1, None, None)


def test_small_places_are_told_together() -> None:
    found = by_place({"velat": {"Espoo": 20, "Kemi": 3, "Inari": 4}}, "muut")
    assert found == [Row("velat", "all", 27), Row("velat", "Espoo", 20), Row("velat", "muut", 7)]
