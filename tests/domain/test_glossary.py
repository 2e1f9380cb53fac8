"""The small glossary: plain sentences about the words of the field."""

import re

import pytest

from domain.glossary import glossary, glossary_entry

ASKED = {
    "mitä tarkoittaa karenssi": "karenssi",
    "sain karenssin": "karenssi",
    "mikä on yleistuki": "yleistuki",
    "mitä on kotoutumissuunnitelma": "kotoutumissuunnitelma",
    "en tiedä täyttyykö työssäoloehto": "tyossaoloehto",
    "mitä monialainen tuki on": "monialainen-tuki",
    "kelan kehotuksessa lukee kuukausi": "kehotus",
    "mikä ihmeen omavirkailija": "omavirkailija",
    "työnhakuvelvollisuudesta kysyisin": "tyonhakuvelvollisuus",
    "miten velkajärjestelyyn": "velkajarjestely",
    "b-lausuntoa pyydettiin": "b-lausunto",
    "ulosotossa olen": "ulosotto",
}


@pytest.mark.parametrize(("text", "term"), ASKED.items())
def test_a_term_is_found_in_a_question(text, term):
    found = glossary_entry(text)
    assert found is not None
    assert found.id == term


@pytest.mark.parametrize("text", ["haen töitä", "en jaksa", "missä asut", "kiitos", "rahat loppu"])
def test_an_ordinary_sentence_names_no_term(text):
    assert glossary_entry(text) is None


@pytest.mark.parametrize("entry", glossary(), ids=lambda entry: entry.id)
def test_an_entry_is_short_calm_and_promises_no_sum(entry):
    assert len(re.findall(r"\.(?: |$)", entry.text_fi)) <= 2
    assert not re.search(r"€|euro|!|sinulla on oikeus|\bsaat\b", entry.text_fi)
    assert entry.source.startswith("https://")
