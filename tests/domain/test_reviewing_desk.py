"""Crisis numbers, teams and hours: what is wrong is found at its place, with what to do."""

from datetime import date, time, timedelta

import pytest

from domain.catalogue import load_seed
from domain.editions import Edition, edition_of, extras_of, with_changes
from domain.reviewing import messages
from domain.reviewing_desk import review_desk

DAY = date(2026, 11, 22)
EMERGENCY, CHAT, COMMON, HOURS = "numbers.hatanumero", "numbers.paivystysapu", "teams.yhteinen", "hours.palveluaika"


@pytest.fixture(scope="module")
def own() -> Edition:
    return edition_of(load_seed(), {})


def changed(own: Edition, place: str, fields: dict | None) -> Edition:
    collection, entry = place.split(".")
    content = None if fields is None else {**own.plain(collection, entry), **fields}
    return with_changes(own, {collection: {entry: content}})


def test_what_the_product_comes_with_is_sound(own):
    assert list(review_desk(own, DAY)) == []


@pytest.mark.parametrize(
    ("code", "where", "place", "fields"),
    [
        ("needed_entry", EMERGENCY, EMERGENCY, None),
        ("needed_entry", COMMON, COMMON, None),
        ("needed_entry", HOURS, HOURS, None),
        ("missing_text", f"{EMERGENCY}.number", EMERGENCY, {"number": " "}),
        ("not_a_link", f"{EMERGENCY}.tel", EMERGENCY, {"tel": "javascript:alert(1)"}),
        ("not_a_link", f"{EMERGENCY}.tel", EMERGENCY, {"tel": "112"}),
        ("another_number", f"{CHAT}.tel", CHAT, {"tel": "tel:116118"}),
        ("missing_source", f"{CHAT}.source", CHAT, {"source": "kuultu"}),
        ("unknown_area", f"{CHAT}.areas", CHAT, {"areas": ["99"]}),
        ("promise", f"{CHAT}.note_fi", CHAT, {"note_fi": "Sinulla on oikeus soittaa."}),
        ("checked_in_the_future", f"{CHAT}.checked_on", CHAT, {"checked_on": str(DAY + timedelta(days=1))}),
        ("recheck_overdue", f"{CHAT}.checked_on", CHAT, {"checked_on": "2024-01-01"}),
        ("missing_text", f"{COMMON}.name_fi", COMMON, {"name_fi": ""}),
        ("unknown_kind", f"{COMMON}.kind", COMMON, {"kind": "muu"}),
        ("unknown_area", f"{COMMON}.municipalities", COMMON, {"municipalities": ["999"]}),
        ("unknown_zone", f"{HOURS}.timezone", HOURS, {"timezone": "Europe/Oulu"}),
        ("never_open", f"{HOURS}.week", HOURS, {"week": {"mon": []}}),
        (
            "ends_before_it_begins",
            f"{HOURS}.week.mon.0",
            HOURS,
            {"week": {"mon": [{"opens": "16:00", "closes": "09:00"}]}},
        ),
    ],
)
def test_each_fault_is_told_with_its_place_and_what_to_do(own, code, where, place, fields):
    found = [problem for problem in review_desk(changed(own, place, fields), DAY) if problem.code == code]
    assert [problem.place for problem in found] == [where]
    assert messages()[code].fi


def test_what_has_changed_is_stored_beside_the_book_and_read_back(own):
    week = {"mon": [{"opens": "10:00", "closes": "12:00"}]}
    edition = changed(changed(own, HOURS, {"week": week}), CHAT, {"hours_fi": "päivisin"})
    extras = extras_of(edition)
    assert extras.keys() == {"hours", "numbers"}
    again = edition_of(own.book, extras)
    assert again.hours["palveluaika"].week["mon"][0].opens == time(10)
    assert extras_of(again) == extras
