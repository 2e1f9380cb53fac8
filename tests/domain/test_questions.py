"""How a turn is put to the person."""

from domain.choosing import Situation
from domain.facts import Facts, Known
from domain.interview import next_turn, question, services_behind
from domain.marks import Marks
from domain.matching import index_of
from tests.domain.books import TODAY


def asked(rulebook, facts, wanted):
    """Answer with the first ready answer until the wanted fact is asked."""
    index = index_of(rulebook, TODAY)
    while (turn := next_turn(Situation(Marks(index, facts)), refine=True)) is not None:
        if wanted in turn.facts:
            return turn, question(rulebook, turn, facts)
        for fact in turn.facts:
            chip = next((c for c in turn.screen.chips if c.fact == fact), None) if turn.screen else None
            reply = rulebook.fact(fact).quick_replies_fi[0].value
            facts = facts.with_answer(fact, Known(chip.unchosen if chip else reply))
    raise AssertionError(wanted)


def test_the_first_question_is_the_situation_at_work(rulebook):
    turn, put = asked(rulebook, Facts(), "tyollisyystilanne")
    assert turn.facts == ("tyollisyystilanne",)
    assert put.text == rulebook.fact("tyollisyystilanne").question_fi
    assert put.payload["control"] == "choice"
    assert put.payload["options"][0] == {"fact": "tyollisyystilanne", "label": "Olen työtön", "value": "tyoton"}
    assert {option.get("answer") for option in put.payload["options"]} == {None, "dont_know", "declined"}
    assert put.payload["progress"]["step"] == 1
    assert put.payload["why"]


def test_a_screen_tells_what_leaving_a_chip_means(rulebook):
    turn, put = asked(rulebook, Facts(), "ura_tai_alavalinta_epaselva")
    assert put.payload["control"] == "screen"
    assert {"fact": "ura_tai_alavalinta_epaselva", "value": False} in put.payload["unchosen"]
    assert {one["fact"] for one in put.payload["unchosen"]} == set(turn.facts)
    assert put.payload["options"][-1] == {"none": True, "label": turn.screen.none_fi}


def test_a_chip_without_a_value_is_followed_by_its_own_question(rulebook):
    turn, _ = asked(rulebook, Facts(), "asuminen")
    facts = Facts({fact: Known(value=True) for fact in ("rahat_eivat_riita", "velkaongelma")})
    alone, _ = asked(rulebook, facts, "asuminen")
    assert turn.screen is not None
    assert alone.screen is None


def test_what_was_told_of_a_set_in_passing_is_selected(rulebook):
    facts = Facts({"etuus": Known(("yleistuki",), partial=True)})
    _, put = asked(rulebook, facts, "etuus")
    assert put.payload["selected"] == ["yleistuki"]
    assert put.payload["control"] == "multi"


def test_why_is_answered_with_the_services_that_need_the_fact(rulebook):
    assert services_behind(rulebook, ("tyomatka_pitka",)) == ["liikkuvuusavustus"]
    assert "ohjaamo" in services_behind(rulebook, ("ika",))
