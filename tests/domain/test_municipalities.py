"""Municipalities by any name that they have or had, and what is told of a list that would lead people astray."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from domain.catalogue import load_seed
from domain.checking import check
from domain.editions import Edition, with_changes
from domain.facts import Facts
from domain.municipalities import Directory, Home
from domain.problems import Problem
from domain.reviewing import messages
from domain.reviewing_places import review_places
from domain.rules import RuleBook

DAY = date(2026, 11, 22)
KASKINEN, NARPIO = "231", "545"
MERGED = {KASKINEN: None, NARPIO: {"former_names": ["Kaskinen"]}}


def changed(collection: str, changes: Mapping[str, Mapping[str, Any] | None]) -> RuleBook:
    """The product's own book with some fields of its places changed."""
    edition = Edition(load_seed())
    entries = {
        i: None if fields is None else {**(edition.plain(collection, i) or {}), **fields}
        for i, fields in changes.items()
    }
    return with_changes(edition, {collection: entries}).book


def test_all_municipalities_of_the_country_are_there_and_whole() -> None:
    book, directory = load_seed(), Directory.load()
    assert (len(book.municipalities), len(book.regions), len(book.wellbeing_areas)) == (309, 19, 23)
    assert list(review_places(book, DAY)) == []
    area = directory.wellbeing_area("Närpiö")
    assert area is not None
    assert area.genitive_fi == "Pohjanmaan hyvinvointialueen"
    assert directory.home("Ankkalinna") is None
    assert directory.home(None) is None


def test_after_a_merger_a_person_of_the_old_municipality_lives_in_the_new_one() -> None:
    book = changed("municipalities", MERGED)
    directory = Directory(book.municipalities, book.regions, book.wellbeing_areas)
    assert directory.home("Kaskinen") == directory.home("Närpiö") == Home(NARPIO, "15", "17")
    assert "Kaskinen" not in [one["name_fi"] for one in directory.listed]
    assert Facts.of(book.vocabulary, {"kotikunta": "Kaskinen"}).known() == {"kotikunta": "Närpiö"}


def test_a_municipality_that_is_gone_is_no_answer_any_more() -> None:
    book = changed("municipalities", {KASKINEN: None})
    assert book.vocabulary.fault("kotikunta", "Kaskinen") == "unknown_value"
    assert book.vocabulary.fault("kotikunta", "Närpiö") is None


def test_a_rule_that_names_a_municipality_of_old_is_found() -> None:
    merged = changed("municipalities", MERGED)
    service = merged.services[0].model_dump(mode="json")
    line = {"any_of": [{"fact": "kotikunta", "op": "is", "value": "Kaskinen"}], "why_fi": "Asut Kaskisissa."}
    services = {"services": {service["id"]: {**service, "ways": [{"lines": [line]}]}}}
    place = f"services.{service['id']}.ways.0.lines.0.any_of.0"
    for book, wanted in ((merged, [Problem(place, "former_name", "Kaskinen")]), (load_seed(), [])):
        found = check(with_changes(Edition(book), services).book)
        assert [problem for problem in found if problem.place == place] == wanted


def test_a_book_of_the_first_versions_knows_any_name() -> None:
    stored = load_seed().model_dump(mode="json") | {"municipalities": ["Kaskinen", "Närpiö"]}
    book = RuleBook.model_validate(stored)
    assert book.municipalities == ()
    assert book.vocabulary.fault("kotikunta", "Kaskinen") is None


@pytest.mark.parametrize(
    ("code", "where", "collection", "changes"),
    [
        ("name_twice", "545.former_names", "municipalities", {NARPIO: {"former_names": ["Kaskinen"]}}),
        ("name_twice", "545.name_fi", "municipalities", {NARPIO: {"name_fi": "Kaskinen"}}),
        ("missing_text", "545.name_fi", "municipalities", {NARPIO: {"name_fi": " "}}),
        ("missing_source", "545.source", "municipalities", {NARPIO: {"source": ""}}),
        ("unknown_area", "545.region", "municipalities", {NARPIO: {"region": "99"}}),
        ("unknown_area", "545.wellbeing_area", "municipalities", {NARPIO: {"wellbeing_area": ""}}),
        ("area_without_municipalities", "90", "wellbeing_areas", {"90": {}}),
        ("missing_text", "17.genitive_fi", "wellbeing_areas", {"17": {"genitive_fi": ""}}),
        ("checked_in_the_future", "15.checked_on", "regions", {"15": {"checked_on": "2026-12-24"}}),
        ("recheck_overdue", "15.checked_on", "regions", {"15": {"checked_on": "2024-12-24"}}),
    ],
)
def test_each_fault_is_told_with_its_place_and_what_to_do(
    code: str, where: str, collection: str, changes: Mapping[str, Mapping[str, Any]]
) -> None:
    book = changed(collection, changes)
    if code == "area_without_municipalities":
        book = changed("municipalities", {"091": {"wellbeing_area": "01"}})
    found = [(problem.code, problem.place) for problem in review_places(book, DAY)]
    assert (code, f"{collection}.{where}") in found
    assert messages()[code].fi
