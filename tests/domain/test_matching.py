"""Verdicts and reasons, case by case."""

from datetime import date

import pytest

from domain.facts import DECLINED, Facts, Known
from domain.matching import assess
from domain.rules import Verdict
from tests.domain.books import TODAY, book, fact, line, need, service

WAY = [{"lines": [line(("luku", "at_least", 5))]}]
NEEDS = [need("n", [{"lines": []}])]


def verdict(services, answers, **parts):
    found = assess(book(needs=NEEDS, services=services, **parts), answers, on=TODAY)
    return found.services["s"]


def known(**values):
    return Facts({fact: Known(value) for fact, value in values.items()})


@pytest.mark.parametrize(
    ("condition", "value", "expected"),
    [
        (("kylla_a", "is", True), True, Verdict.YES),
        (("kylla_a", "is_not", True), True, Verdict.NO),
        (("valinta", "one_of", ["x", "y"]), "y", Verdict.YES),
        (("valinta", "none_of", ["x", "y"]), "y", Verdict.NO),
        (("luku", "at_least", 5), 5, Verdict.YES),
        (("luku", "at_most", 5), 6, Verdict.NO),
        (("joukko", "has", "p"), ("p",), Verdict.YES),
        (("joukko", "has", "p"), (), Verdict.NO),
        (("joukko", "has_not", "p"), ("q",), Verdict.YES),
        (("joukko", "has_not", "p"), ("p", "q"), Verdict.NO),
    ],
)
def test_a_condition_means_what_it_says(condition, value, expected):
    made = service("s", [{"lines": [line(condition)]}], {"n": 1})
    assert verdict([made], known(**{condition[0]: value})).verdict == expected
    assert verdict([made], Facts()).verdict == Verdict.UNKNOWN


def test_of_a_set_told_in_passing_only_what_was_named_is_known():
    made = service("s", [{"lines": [line(("joukko", "has", "p"))]}], {"n": 1})
    other = service("s", [{"lines": [line(("joukko", "has_not", "q"))]}], {"n": 1})
    passing = Facts({"joukko": Known(("p",), partial=True)})
    assert verdict([made], passing).verdict == Verdict.YES
    assert verdict([other], passing).verdict == Verdict.UNKNOWN


def test_any_way_suffices_and_the_nearest_way_explains():
    ways = [
        {"lines": [line(("luku", "at_least", 5), why_fi="iso")]},
        {"lines": [line(("kylla_a", "is", True), why_fi="kyllä")]},
    ]
    found = verdict([service("s", ways, {"n": 1})], known(luku=2, kylla_a=True))
    assert found.verdict == Verdict.YES
    assert [(reason.text, reason.verdict) for reason in found.reasons] == [("kyllä", Verdict.YES)]


def test_what_is_missing_is_named():
    found = verdict([service("s", WAY, {"n": 1})], known(kylla_a=True))
    assert (found.verdict, found.missing) == (Verdict.UNKNOWN, ("luku",))


def test_only_a_professional_can_say_no_with_an_advisor_line():
    made = service("s", [{"lines": []}], {"n": 1}, advisor_lines=[line(("kylla_a", "is", True))])
    assert verdict([made], Facts()).verdict == Verdict.YES
    assert verdict([made], known(kylla_a=False)).verdict == Verdict.NO


def test_a_preferring_line_speaks_only_when_it_holds():
    made = service("s", [{"lines": []}], {"n": 1}, preferring=[{**line(("kylla_a", "is", True)), "weight": 2}])
    assert [len(verdict([made], known(kylla_a=value)).reasons) for value in (True, False)] == [1, 0]


@pytest.mark.parametrize(("on", "expected"), [(date(2026, 1, 1), Verdict.YES), (date(2027, 1, 1), Verdict.NO)])
def test_a_line_out_of_force_stops_recommending(on, expected):
    ways = [{"lines": [line(("luku", "at_least", 5), valid_to="2026-12-31")]}]
    rules = book(needs=NEEDS, services=[service("s", ways, {"n": 1})])
    assert assess(rules, known(luku=7), on=on).services["s"].verdict == expected


GATED = {
    "ask": "if_relevant",
    "when_not_asked": 9,
    "ask_when": {"ways": [{"lines": [line(("kylla_a", "is", True))]}]},
}


def test_a_fact_that_is_never_asked_has_its_default():
    facts = [fact("kylla_a"), fact("luku", **GATED)]
    made = [service("s", WAY, {"n": 1})]
    assert verdict(made, known(kylla_a=False), facts=facts).verdict == Verdict.YES
    assert verdict(made, known(kylla_a=True), facts=facts).verdict == Verdict.UNKNOWN
    assert verdict(made, Facts(), facts=facts).verdict == Verdict.UNKNOWN
    skipped = known(kylla_a=False).with_answer("luku", DECLINED)
    assert verdict(made, skipped, facts=facts).verdict == Verdict.UNKNOWN


def test_a_health_fact_has_its_default_only_with_consent():
    facts = [fact("kylla_a"), fact("luku", **GATED, sensitivity="health"), fact("terveyskysymykset")]
    made = [service("s", WAY, {"n": 1})]
    for consent, expected in (("sallittu", Verdict.YES), ("kieltaydytty", Verdict.UNKNOWN)):
        told = known(kylla_a=False, terveyskysymykset=consent)
        assert verdict(made, told, facts=facts).verdict == expected


def test_a_concluded_fact_stands_above_the_answer():
    derived = {"derived_from": {"ways": [{"lines": [line(("luku", "at_most", 5))]}]}}
    facts = [fact("luku"), fact("kylla_a", **derived)]
    made = [service("s", [{"lines": [line(("kylla_a", "is", True))]}], {"n": 1})]
    assert verdict(made, known(luku=3, kylla_a=False), facts=facts).verdict == Verdict.YES
    assert verdict(made, known(kylla_a=True), facts=facts).verdict == Verdict.YES
    assert verdict(made, Facts(), facts=facts).verdict == Verdict.UNKNOWN
