"""The comparison names exactly the people whose set differs, and shortcuts never hide anybody."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.comparing import compare
from domain.editions import edition_of, with_changes
from domain.guidance import guide
from domain.rules import RuleBook
from tests.domain.books import TODAY as DAY
from tests.domain.books import people, rulebooks, ways

law = settings(max_examples=150, deadline=None)


def sets(book, facts):
    return {step.service for step in guide(book, facts, on=DAY).plan.suggested}


@st.composite
def edits(draw, book: RuleBook) -> RuleBook:
    """One or two services changed in one of the ways an editor may change them, or one need."""
    content = book.model_dump(mode="json")
    fields = {
        "ways": ways(),
        "preferring": st.just([]),
        "valid_to": st.just("2026-01-01"),
        "responds_to": st.integers(1, 3).map(lambda strength: [{"need": "n0", "strength": strength}]),
        "parallel_ok": st.booleans(),
        "fallback": st.integers(0, 1),
        "summary_fi": st.just("toinen"),
    }
    for _ in range(draw(st.integers(1, 2))):
        field = draw(st.sampled_from(sorted(fields)))
        draw(st.sampled_from(content["services"]))[field] = draw(fields[field])
    if draw(st.integers(0, 3)) == 0:
        draw(st.sampled_from(content["needs"]))["ways"] = draw(ways())
    if draw(st.integers(0, 3)) == 0:
        content["services"].remove(draw(st.sampled_from(content["services"])))
    return RuleBook.model_validate(content)


@law
@given(rulebooks(), st.lists(people(), max_size=4), st.data())
def test_exactly_the_people_whose_set_differs_are_named(before, group, data):
    after = data.draw(edits(before))
    named = {str(number): (lambda _, facts=facts: facts) for number, facts in enumerate(group)}
    found = {effect.person: effect for effect in compare(before, after, named, on=DAY)}
    for number, facts in enumerate(group):
        had, has = sets(before, facts), sets(after, facts)
        assert (str(number) in found) == (had != has)
        if had != has:
            assert set(found[str(number)].gained) == has - had
            assert set(found[str(number)].lost) == had - has


@pytest.fixture(scope="module")
def seed(rulebook):
    return edition_of(rulebook, {})


def raised(edition, service, age):
    content = edition.plain("services", service)
    for way in content["ways"]:
        for line in way["lines"]:
            for condition in line["any_of"]:
                if (condition["fact"], condition["op"]) == ("ika", "at_most"):
                    condition["value"] = age
    return with_changes(edition, {"services": {service: content}})


def test_who_loses_a_service_by_an_age_limit_is_told_by_name(seed):
    lower = raised(seed, "etsiva-nuorisotyo", 22)
    told = {i: person.told for i, person in seed.people.items()}
    found = compare(seed.book, lower.book, told, on=date(2026, 11, 21))
    lost = {effect.person for effect in found if "etsiva-nuorisotyo" in effect.lost}
    before = {i for i, p in seed.people.items() if "etsiva-nuorisotyo" in sets(seed.book, p.told(seed.book.vocabulary))}
    over = {i for i in before if seed.people[i].facts.get("ika", 0) > 22}
    assert over
    assert lost == over


def test_a_changed_text_touches_nobody_and_costs_nothing(seed):
    content = {**seed.plain("services", "ohjaamo"), "summary_fi": "Uusi teksti."}
    after = with_changes(seed, {"services": {"ohjaamo": content}})
    start = perf_counter()
    assert compare(seed.book, after.book, {i: p.told for i, p in seed.people.items()}, on=DAY) == []
    assert perf_counter() - start < 1
