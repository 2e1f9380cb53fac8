"""The figures of an evaluation set, on answers whose figures can be counted by hand."""

from typing import Any

import pytest

from api.evaluating import scoring


def item(facts: dict[str, Any], **more: Any) -> dict[str, Any]:
    plain = {"id": "x", "asked": None, "text": "t", "refused": [], "dont_know": [], "intent": "inform", "tolerated": {}}
    return {**plain, "facts": facts, **more}


def answer(facts: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"facts": facts, "refused": [], "dont_know": [], "intent": "inform", **more}


@pytest.mark.parametrize(
    ("wanted", "tolerated", "found", "counts"),
    [
        ({"ika": 40}, {}, {"ika": 40}, (1, 0, 0)),
        ({"ika": 40}, {}, {"ika": 41}, (0, 1, 1)),
        ({"ika": 40}, {"ika": [41]}, {"ika": 41}, (1, 0, 0)),
        ({}, {"nuori": False}, {"nuori": False}, (0, 0, 0)),
        ({}, {}, {"nuori": False}, (0, 1, 0)),
        ({"etuus": ["palkka", "muu"]}, {}, {"etuus": ["palkka"]}, (1, 0, 1)),
        ({"etuus": ["palkka"]}, {"etuus": ["muu"]}, {"etuus": ["palkka", "muu"]}, (1, 0, 0)),
        ({"velkaongelma": True}, {}, {"velkaongelma": 1}, (0, 1, 1)),
        ({"tavoite_omin_sanoin": "oma koti"}, {}, {"tavoite_omin_sanoin": "saada oma koti"}, (1, 0, 0)),
    ],
)
def test_pairs_are_counted(
    wanted: dict[str, Any], tolerated: dict[str, Any], found: dict[str, Any], counts: tuple[int, int, int]
) -> None:
    hits, false, missed = scoring.compared(wanted, tolerated, found)
    assert (len(hits), len(false), len(missed)) == counts


def test_the_figures_of_messages() -> None:
    items = [item({"ika": 40}, asked="ika"), item({}, refused=["ika"], intent="refuse", intent_alt=["deny"]), item({})]
    answers = [answer({"ika": 40}), answer({}, refused=["ika"], intent="deny"), answer({"ika": 5}, intent="greet")]
    scored = scoring.of_messages(items, answers)
    assert scored.figures["facts_precision"] == 0.5
    assert scored.figures["facts_f1_answers"] == 1.0
    assert scored.figures["no_fact_messages_clean"] == 0.5
    assert scored.figures["refused_f1"] == 1.0
    assert scored.figures["intent_accuracy"] == pytest.approx(2 / 3)
    assert [one["false"] for one in scored.wrong] == [{"ika": 5}]


def test_the_figures_of_signs_of_danger() -> None:
    labels = ["hengenvaara", "itsetuhoisuus", None, None]
    items = [{"id": n, "text": "t", "label": label} for n, label in enumerate(labels)]
    answers = [{"urgent": "hengenvaara"}, {"urgent": None}, {"urgent": None}, {"urgent": "uhkaus"}]
    figures = scoring.of_crisis(items, answers).figures
    assert figures == {"crisis_recall": 0.5, "crisis_label_accuracy": 0.5, "false_alarm_rate": 0.5}


def test_the_figures_of_places() -> None:
    items = [{"id": n, "text": "t", "municipality": place} for n, place in enumerate(["Turku", "Salo", None])]
    answers = [answer({"kotikunta": "Turku"}), answer({}), answer({"kotikunta": "Lahti"})]
    figures = scoring.of_places(items, answers).figures
    assert figures["place_recall"] == 0.5
    assert figures["place_false_rate"] == 1.0


def test_nothing_measured_is_no_success() -> None:
    assert set(scoring.of_messages([], []).figures.values()) == {0.0}
