"""Selkokieli is a version of every text: other words, the same rules, and the ordinary text where there is none."""

import json
from string import Formatter

import pytest

from domain.catalogue import SEED
from domain.editions import Edition
from domain.facts import Facts
from domain.guidance import guide
from domain.interview import question
from domain.render import suggestion_view
from domain.reviewing_texts import review_texts
from domain.rules import RuleBook
from domain.texts import Texts
from tests.domain.books import TODAY, book, fact, line, need, service

EASY = "fi-selko"


def small():
    step = {"any_of": line(("luku", "at_least", 5))["any_of"], "step_fi": "Soita heti.", "step_selko": "Soita nyt."}
    asked = fact("luku", question_fi="Montako?", question_selko="Kuinka monta?", help_fi="Siksi.", ask="core")
    spoken = {"summary_fi": "Tuki.", "summary_selko": "Apu.", "access_fi": "Ota yhteyttä.", "first_steps_when": [step]}
    ways = [{"lines": [line(("luku", "at_least", 3))]}]
    return book(facts=[asked], needs=[need("n", [{"lines": []}])], services=[service("s", ways, {"n": 1}, **spoken)])


def view(rules, **known):
    return suggestion_view(rules, guide(rules, Facts.of(rules.vocabulary, known), on=TODAY))


def test_a_question_is_asked_in_the_language_of_the_conversation():
    rules = small().spoken(EASY)
    asked = question(rules, guide(rules, Facts(), on=TODAY).turn, Facts())
    assert (asked.text, asked.payload["why"]) == ("Kuinka monta?", "Siksi.")
    assert small().spoken("fi") == small()


def test_a_suggestion_is_told_in_the_language_of_the_conversation_and_falls_back():
    (step,) = view(small().spoken(EASY), luku=6)["suggested"]
    assert (step["summary"], step["access"], step["first_step"]) == ("Apu.", "Ota yhteyttä.", "Soita nyt.")
    (step,) = view(small(), luku=6)["suggested"]
    assert (step["summary"], step["first_step"]) == ("Tuki.", "Soita heti.")


def test_the_language_changes_nothing_of_what_is_decided(rulebook, people):
    easy = rulebook.spoken(EASY)
    for person in people[::8]:
        found = [guide(rules, Facts.of(rules.vocabulary, person["facts"]), on=TODAY) for rules in (rulebook, easy)]
        assert decided(found[0]) == decided(found[1])


def decided(one):
    path = [(step.service, step.phase, step.needs) for step in one.plan.suggested]
    return path, one.turn and one.turn.facts, one.escalate


def test_a_book_of_an_earlier_version_has_no_selkokieli_and_is_read_all_the_same(rulebook):
    stored = json.loads(rulebook.model_dump_json(), object_hook=without_selko)
    earlier = RuleBook.model_validate(stored)
    assert earlier.spoken(EASY).facts == earlier.facts
    assert [one.id for one in earlier.services] == [one.id for one in rulebook.services]


def without_selko(found):
    return {name: value for name, value in found.items() if not name.endswith("_selko")}


def test_a_sentence_without_a_version_is_said_in_ordinary_finnish():
    texts = Texts({"a": {"fi": "Hei {name}.", "selko": "Moi {name}."}, "b": {"fi": "Hei."}}).spoken(EASY)
    assert (texts.say("a", name="Aino"), texts.say("b")) == ("Moi Aino.", "Hei.")
    assert texts.spoken("fi").say("a", name="Aino") == "Hei Aino."


def test_everything_that_is_said_has_a_version_in_selkokieli_that_keeps_the_house_rules(rulebook):
    found = [problem for problem in review_texts(Edition(rulebook)) if "selko" in problem.place]
    assert found == []


@pytest.mark.parametrize(("name", "variants"), json.loads((SEED / "texts.json").read_text(encoding="utf-8")).items())
def test_the_versions_of_a_sentence_have_the_same_places(name, variants):
    places = [sorted(part[1] for part in Formatter().parse(text) if part[1]) for text in variants.values()]
    assert all(one == places[0] for one in places), name
