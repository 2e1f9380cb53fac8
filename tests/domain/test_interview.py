"""How the interview treats a person: easy questions first, nothing asked twice in another guise."""

from datetime import date

import pytest

from domain.catalogue import load_seed
from domain.facts import DONT_KNOW, Facts, plain
from domain.guidance import guide
from domain.rehearsal import answered

BOOK, TODAY = load_seed(), date(2026, 11, 21)


def test_wishes_told_in_free_text_are_not_asked_again():
    wished = Facts.of(BOOK.vocabulary, {"tyollisyystilanne": "tyoton", "toiveet": ["palkkatyo"]}, partial=["toiveet"])
    for refine in (False, True):
        turn = guide(BOOK, wished, on=TODAY, refine=refine).turn
        assert turn is None or "toiveet" not in turn.facts


def test_what_was_declined_is_not_asked_again_in_another_guise():
    facts = Facts.of(BOOK.vocabulary, {"tyollisyystilanne": "tyoton"}, declined=["ika"])
    asked = set()
    while turn := guide(BOOK, facts, on=TODAY, refine=True).turn:
        asked |= set(turn.facts)
        for fact in turn.facts:
            facts = facts.with_answer(fact, DONT_KNOW)
    assert not {"nuori", "oppivelvollinen"} & asked


def test_the_first_questions_are_easy():
    asked = guide(BOOK, Facts.of(BOOK.vocabulary, {"tyollisyystilanne": "tyoton"}), on=TODAY).turn
    assert asked is not None
    assert asked.control != "multi"


@pytest.fixture(scope="module")
def courses(rulebook, people):
    return [course(rulebook, person) for person in people]


def course(rulebook, person):
    """Return the turns of an interview answered truthfully, each with what was known before it."""
    truth, facts, turns = {i: plain(v) for i, v in person["facts"].items()}, Facts(), []
    while turn := guide(rulebook, facts, on=TODAY).turn:
        turns.append((facts, turn))
        facts = answered(facts, turn, truth, person["declined"])
    return turns


def test_progress_never_goes_back_and_no_screen_is_long(courses):
    for turns in courses:
        progress = [(turn.step, turn.done) for _, turn in turns]
        assert progress == sorted(progress)
        assert all(1 <= turn.step <= turn.steps for _, turn in turns)
        assert all(len(turn.facts) <= 9 for _, turn in turns)


def test_nobody_is_asked_how_well_they_know_finnish_unless_something_points_to_it(courses):
    for turns in courses:
        for facts, turn in turns:
            wishes = facts.known().get("toiveet", ())
            pointed = facts.known().get("maahanmuuttanut") is True or "suomen_kieli" in wishes
            assert pointed or "kielitaito_suomi" not in turn.facts


def test_who_has_long_been_on_the_general_benefit_is_not_asked_about_a_fund(rulebook):
    told = {"tyollisyystilanne": "tyoton", "tyottomyys_kk": 36, "etuus": ["yleistuki"], "ika": 41}
    facts = Facts.of(rulebook.vocabulary, told)
    while turn := guide(rulebook, facts, on=TODAY, refine=True).turn:
        assert "tyottomyyskassa" not in turn.facts
        for fact in turn.facts:
            facts = facts.with_answer(fact, DONT_KNOW)


def test_help_today_is_the_first_chip_of_what_weighs(courses):
    screens = [turn for turns in courses for _, turn in turns if turn.screen]
    weighing = [turn.facts for turn in screens if turn.screen.id == "mika-painaa"]
    assert sum(facts[0] == "kiireellinen_avun_tarve" for facts in weighing) >= 0.9 * len(weighing)
