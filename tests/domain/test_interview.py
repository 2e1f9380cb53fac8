"""How the interview treats a person: easy questions first, nothing asked twice in another guise."""

from datetime import date

from domain.catalogue import load_seed
from domain.facts import DONT_KNOW, Facts
from domain.guidance import guide

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
