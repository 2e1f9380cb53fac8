"""An advisor reads of a person, never as the person or as one who is spoken to."""

import re

import pytest

from domain.catalogue import load_seed
from domain.desk_words import desk_labels
from domain.facts import Fact, FactValue

FACTS = {fact.id: fact for fact in load_seed().facts}
MINE_OR_YOURS = re.compile(
    r"\b(olen|en|ole|minulla|minun|sinulla|teen|asun|kuulun|osaan|selviän|opiskelen|tarvitsen|haluan|käyt|olet)\b"
    r"|\w{4,}ni\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS.keys())
def test_no_label_of_the_desk_speaks_as_the_person_or_to_them(fact: Fact) -> None:
    shown = desk_labels().of(fact)
    labels = [shown.label_fi, *(one.label_fi for one in shown.values)]
    assert not [label for label in labels if MINE_OR_YOURS.search(label)]


def test_every_label_of_the_desk_is_of_something_in_the_catalogue() -> None:
    labels = desk_labels()
    assert labels.facts.keys() <= FACTS.keys()
    for fact, values in labels.values.items():
        assert values.keys() <= {one.id for one in FACTS[fact].values}


def test_what_the_desk_has_no_words_for_keeps_the_words_of_the_catalogue() -> None:
    fact = FACTS["toiveet"]
    shown = desk_labels().of(fact.model_copy(update={"values": (*fact.values, FactValue(id="uusi", label_fi="Uusi"))}))
    assert shown.values[-1].label_fi == "Uusi"
    assert shown.label_fi == fact.label_fi
