"""Every kind of mistake in a rule book is found, with its place."""

from datetime import date

import pytest

from domain.catalogue import CatalogueInvalid, load_seed, parse, read_seed
from domain.checking import check
from tests.domain.books import book, fact, line, need, service

ALWAYS = [{"lines": []}]
NEEDS = [need("n", ALWAYS)]


def found(**parts):
    services = parts.pop("services", [service("s", ALWAYS, {"n": 1})])
    rules = book(needs=parts.pop("needs", NEEDS), services=services, **parts)
    return {(problem.place, problem.code) for problem in check(rules)}


def way(*conditions, **more):
    return [{"lines": [line(*conditions, **more)]}]


def test_a_sound_rule_book_has_no_problems():
    assert found() == set()


def test_the_seed_is_sound(rulebook):
    assert check(rulebook) == []


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        (("ei_ole", "is", True), "unknown_fact"),
        (("kylla_a", "at_least", 3), "wrong_operator"),
        (("joukko", "is", "p"), "wrong_operator"),
        (("kylla_a", "is", "x"), "wrong_type"),
        (("luku", "at_least", "x"), "wrong_type"),
        (("luku", "at_most", 99), "out_of_range"),
        (("valinta", "one_of", ["x", "ei_ole"]), "unknown_value"),
        (("joukko", "has", "ei_ole"), "unknown_value"),
    ],
)
def test_a_wrong_condition_is_found_wherever_it_stands(condition, code):
    place = "lines.0.any_of.0"
    assert (f"services.s.ways.0.{place}", code) in found(services=[service("s", way(condition), {"n": 1})])
    assert (f"needs.n.ways.0.{place}", code) in found(needs=[need("n", way(condition))])


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"ways": []}, ("services.s", "no_way")),
        ({"ways": [{"lines": [{"any_of": [], "why_fi": "syy"}]}]}, ("services.s.ways.0.lines.0", "no_condition")),
        ({"ways": way(("luku", "at_least", 3), why_fi=" ")}, ("services.s.ways.0.lines.0", "empty_why")),
        ({"responds_to": []}, ("services.s.responds_to", "answers_nothing")),
        ({"responds_to": [{"need": "x", "strength": 1}]}, ("services.s.responds_to", "unknown_need")),
        ({"after": ["x"]}, ("services.s.after", "unknown_service")),
        ({"before": ["x"]}, ("services.s.before", "unknown_service")),
        ({"excludes": [{"service": "x"}]}, ("services.s.excludes", "unknown_service")),
        ({"excludes": [{"service": "t"}]}, ("services.s.excludes", "not_mutual")),
        ({"valid_from": "2026-02-01", "valid_to": "2026-01-01"}, ("services.s.valid_to", "ends_before_it_begins")),
    ],
)
def test_a_wrong_service_is_found(more, problem):
    wrong = {**service("s", ALWAYS, {"n": 1}), **more}
    assert problem in found(services=[wrong, service("t", ALWAYS, {"n": 1})])


def test_a_path_that_runs_in_a_circle_is_found():
    circle = [service("s", ALWAYS, {"n": 1}, after=["t"]), service("t", ALWAYS, {"n": 1}, after=["s"])]
    assert ("services", "cycle") in found(services=circle)


def test_facts_that_wait_for_each_other_are_found():
    waiting = [fact("kylla_a", ask_when={"ways": way(("kylla_b", "is", True))})]
    waiting += [fact("kylla_b", ask_when={"ways": way(("kylla_a", "is", True))})]
    assert ("facts", "cycle") in found(facts=waiting)


def test_a_need_that_nothing_answers_is_found():
    assert ("needs.m", "nothing_answers") in found(needs=[*NEEDS, need("m", ALWAYS)])


def test_the_same_id_twice_is_found():
    assert ("services.s", "same_id_twice") in found(services=[service("s", ALWAYS, {"n": 1})] * 2)


def test_a_health_chip_may_not_stand_on_a_milder_screen():
    texts = {"question_fi": "?", "help_fi": "-", "none_fi": "-"}
    chip = {"fact": "kylla_a", "label_fi": "-", "value": True, "unchosen": False}
    screen = {"id": "ruutu", "stage": "a", "sensitivity": "basic", "chips": [chip], **texts}
    interview = {"stages": [{"id": "a", "label_fi": "-", "groups": []}], "screens": [screen]}
    problems = found(facts=[fact("kylla_a", sensitivity="health")], interview=interview)
    assert ("interview.screens.ruutu.chips.0", "health_on_a_milder_screen") in problems


def test_what_has_expired_is_told_on_the_day():
    rules = book(needs=NEEDS, services=[service("s", ALWAYS, {"n": 1}, valid_to="2026-01-31")])
    assert check(rules, on=date(2026, 1, 31)) == []
    assert [p.code for p in check(rules, on=date(2026, 2, 1))] == ["expired"]


def test_every_unreadable_place_is_told_at_once():
    data = {"version": 1, **read_seed(load_seed.__globals__["SEED"])}
    data["services"][3]["strength"] = 1
    data["needs"][0]["urgency"] = "heti"
    with pytest.raises(CatalogueInvalid) as raised:
        parse(data)
    places = [problem.place for problem in raised.value.problems]
    assert f"services.{data['services'][3]['id']}.strength" in places
    assert f"needs.{data['needs'][0]['id']}.urgency" in places


def test_broken_files_are_named(tmp_path):
    (tmp_path / "facts.json").write_text("{", encoding="utf-8")
    with pytest.raises(CatalogueInvalid) as raised:
        load_seed(tmp_path)
    assert {("facts.json:1", "broken_json"), ("needs.json", "unreadable")} <= {
        (problem.place, problem.code) for problem in raised.value.problems
    }
