"""The act of a message follows what was asked and understood, not the guess alone."""

import pytest

from bot.components.acts.settling import Situation, settle

DEBT = {"fact": "velkaongelma", "value": True}
TOWN = {"fact": "kotikunta", "value": "Oulu"}


@pytest.mark.parametrize(
    ("guesses", "situation", "act"),
    [
        ({"inform": 0.9}, Situation(asked=["velkaongelma"], yes_no=True, polarity="yes", facts=[DEBT]), "affirm"),
        ({"inform": 0.9}, Situation(asked=["velkaongelma"], yes_no=True, facts=[DEBT]), "inform"),
        ({"inform": 0.9}, Situation(asked=["velkaongelma"], yes_no=True, yes=True, facts=[DEBT]), "affirm"),
        ({"inform": 0.9}, Situation(asked=["velkaongelma"], yes_no=True, yes=False, facts=[DEBT]), "deny"),
        ({"affirm": 0.9}, Situation(asked=["velkaongelma"], yes_no=True, polarity="yes", facts=[DEBT, TOWN]), "inform"),
        ({"greet": 0.9}, Situation(facts=[TOWN]), "inform"),
        ({"ask_human": 0.6}, Situation(facts=[TOWN]), "ask_human"),
        ({"ask_human": 0.4, "inform": 0.3}, Situation(facts=[TOWN]), "inform"),
        ({"restart": 0.9}, Situation(asked=["kotikunta"], facts=[TOWN]), "inform"),
        ({"ask_service": 0.5, "inform": 0.4}, Situation(), "inform"),
        ({"ask_service": 0.5, "inform": 0.4}, Situation(asks=True), "ask_service"),
        ({"correct": 0.7}, Situation(asked=["ika"], facts=[TOWN]), "correct"),
        ({"correct": 0.2, "inform": 0.6}, Situation(asked=["kotikunta"], facts=[TOWN], corrects=True), "correct"),
        ({"inform": 0.9}, Situation(asked=["ika"], refused=["ika"], facts=[TOWN]), "refuse"),
        ({"inform": 0.9}, Situation(asked=["ika"], dont_know=["ika"]), "dont_know"),
        ({"deny": 0.6}, Situation(asked=[""], polarity="no"), "deny"),
        ({"thank": 0.8, "deny": 0.1}, Situation(asked=["ika"], polarity="no"), "thank"),
        ({"affirm": 0.9}, Situation(asked=["etuus"], polarity="yes", offered=True), "affirm"),
        ({"inform": 0.9}, Situation(asked=["etuus"], polarity="yes", offered=True), "inform"),
        ({"inform": 0.9}, Situation(asked=["velkaongelma"], yes_no=True, corrected=True), "correct"),
        ({"inform": 0.9}, Situation(language="sv"), "language_sv"),
        ({"language_en": 0.6, "affirm": 0.3}, Situation(), "affirm"),
    ],
)
def test_the_act_follows_the_situation(guesses: dict[str, float], situation: Situation, act: str) -> None:
    assert settle(guesses, situation)[0] == act


def test_a_message_of_no_known_act_is_settled_without_any_sureness() -> None:
    assert settle({}, Situation()) == ("off_topic", 0.0)
