"""Answers told back to the person."""

import pytest

from domain.catalogue import load_seed
from domain.labels import told_back
from domain.texts import Texts

BOOK, TEXTS = load_seed(), Texts.load()


@pytest.mark.parametrize(
    ("fact", "value", "said"),
    [
        ("ika", 52, "olet 52-vuotias"),
        ("tyottomyys_kk", 18, "olet ollut ilman työtä 18 kuukautta"),
        ("velkaongelma", True, "velat huolettavat sinua"),
        ("rahat_eivat_riita", False, "rahat riittävät välttämättömään"),
        ("asuminen", "haatouhka", "häätö uhkaa"),
        ("kotikunta", "Turku", "kotikuntasi on Turku"),
        ("etuus", ("asumistuki",), "tulosi ovat nyt: asumistuki"),
    ],
)
def test_an_answer_is_told_back_as_a_sentence(fact, value, said):
    assert told_back(BOOK.fact(fact), value, TEXTS) == said


def test_every_yes_and_no_can_be_told_back():
    for fact in BOOK.facts:
        if fact.type == "bool":
            assert fact.said_fi.keys() == {"true", "false"}, fact.id
        if fact.type == "enum" and fact.ask != "advisor_only":
            assert fact.said_fi.keys() == {value.id for value in fact.values}, fact.id
