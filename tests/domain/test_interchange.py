"""The catalogue out and in again: nothing changes on the way, and what cannot be read is named."""

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.cells import EMPTY, Unreadable, read, write
from domain.editions import Edition, edition_of, with_changes
from domain.errors import Invalid
from domain.hsds import services_of
from domain.interchange import changes_to, document_of, entries_of
from domain.table_reading import read_tables
from domain.tables import tables_of
from tests.domain.books import rulebooks

DAY = date(2026, 11, 21)
law = settings(max_examples=60, deadline=None)


@pytest.fixture(scope="module")
def edition(rulebook):
    return edition_of(rulebook, {})


def by_tables(edition: Edition) -> Edition:
    found = read_tables(tables_of(edition), {})
    assert found.wrong == []
    return with_changes(edition, changes_to(edition, found.entries))


def test_the_seed_is_the_same_after_both_ways(edition):
    assert changes_to(edition, entries_of(document_of(edition, 1))) == {}
    found = read_tables(tables_of(edition), {})
    assert found.wrong == []
    assert with_changes(edition, found.entries) == edition


@law
@given(rulebooks(gated=True))
def test_any_rule_book_is_the_same_after_both_ways(book):
    edition = edition_of(book, {})
    assert changes_to(edition, entries_of(document_of(edition, 1))) == {}
    assert by_tables(edition) == edition


@law
@given(rulebooks(), rulebooks())
def test_what_is_brought_in_becomes_what_was_taken_out(one, other):
    before, after = edition_of(one, {}), edition_of(other, {})
    by_document = with_changes(before, changes_to(before, entries_of(document_of(after, 1))))
    assert by_document.book == after.book
    assert with_changes(before, changes_to(before, read_tables(tables_of(after), {}).entries)).book == after.book


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)


@given(words)
def test_any_text_is_the_same_after_a_cell(text):
    assert read("text", write("text", text)) == text
    assert read("json", write("json", {"a": [text]})) == {"a": [text]}
    if text != EMPTY:
        assert read("maybe", write("maybe", text)) == text


def test_cells_are_read_as_people_fill_them_in():
    assert read("date", datetime.combine(date(2026, 12, 31), time())) == "2026-12-31"
    assert read("date", "31.12.2026") == "2026-12-31"
    assert read("number", 5.0) == 5
    assert read("flag", True) is True
    assert read("flag", "Kyllä") is True
    assert read("text", 112) == "112"
    assert read("maybe", None) is None
    assert read("list", " a \n\n b ") == ["a", "b"]


@pytest.mark.parametrize(("kind", "cell"), [("date", "huomenna"), ("number", "kolme"), ("flag", "ehkä"), ("json", "{")])
def test_what_cannot_be_read_is_said(kind, cell):
    with pytest.raises(Unreadable):
        read(kind, cell)


def changed_tables(edition, table, change):
    tables = {name: [dict(row) for row in rows] for name, rows in tables_of(edition).items()}
    change(tables[table])
    return read_tables(tables, edition.book.vocabulary)


@pytest.mark.parametrize(
    ("table", "change", "code"),
    [
        ("services", lambda rows: rows[3].update(valid_to="joskus"), "unreadable_cell"),
        ("services", lambda rows: rows[3].update(id=rows[2]["id"]), "same_id_twice"),
        ("services", lambda rows: rows[3].update(id=None), "missing"),
        ("lines", lambda rows: rows[0].update(op="suunnilleen"), "unreadable_cell"),
        ("lines", lambda rows: rows[0].update(part="muu"), "unreadable_cell"),
        ("lines", lambda rows: rows[0].update(collection="muu"), "unreadable_cell"),
        ("lines", lambda rows: rows[0].update(owner="ei-ole"), "unknown_entry"),
        ("lines", lambda rows: rows[0].update(line=7), "unreadable_cell"),
        ("lines", lambda rows: rows[0].update(way=9), "unreadable_cell"),
        ("responses", lambda rows: rows[0].update(strength="paljon"), "unreadable_cell"),
        ("options", lambda rows: rows[0].update(owner="ei-ole"), "unknown_entry"),
    ],
)
def test_a_wrong_row_is_named_by_its_table_and_number(edition, table, change, code):
    found = changed_tables(edition, table, change).wrong
    assert (table, code) in {(one.table, one.code) for one in found}
    assert all(one.row >= 2 for one in found)


def test_a_number_where_a_fact_wants_one_is_asked_for(edition):
    def change(rows):
        next(row for row in rows if row.get("fact") == "ika").update(value="nuori")

    assert [one.column for one in changed_tables(edition, "lines", change).wrong] == ["value"]


def test_empty_rows_and_missing_tables_say_nothing(edition):
    found = changed_tables(edition, "services", lambda rows: rows.append(dict.fromkeys(rows[0])))
    assert changes_to(edition, found.entries) == {}
    assert read_tables({"texts": tables_of(edition)["texts"]}, {}).entries.keys() == {"texts"}


@pytest.mark.parametrize(
    "document",
    [
        [],
        {"format": "muu"},
        {"format": "palvelupolku-catalogue", "collections": {"muu": []}},
        {"format": "palvelupolku-catalogue", "collections": {"needs": [{}]}},
        {"format": "palvelupolku-catalogue", "collections": {"needs": [{"id": "a"}, {"id": "a"}]}},
    ],
)
def test_another_document_is_refused(document):
    with pytest.raises(Invalid):
        entries_of(document)


def test_services_in_hsds(edition):
    page = services_of(edition, DAY)
    assert page["total_items"] == len(page["contents"]) == len(edition.book.services)
    one = next(found for found in page["contents"] if found["name"] == "Etsivä nuorisotyö")
    assert (one["status"], one["maximum_age"]) == ("active", 28)
    assert "Ikä: enintään 28 vuotta" in one["eligibility_description"]
    assert {"id", "name", "description"} <= one["organization"].keys()
    assert {term["taxonomy_term"]["taxonomy"] for term in one["attributes"]} == {"ryhma", "tarve"}
    assert services_of(edition, DAY) == page
    assert len({found["id"] for found in page["contents"]}) == page["total_items"]
