"""What entries can be made of: facts with their operators and values, other entries by name, and places."""

from typing import Any

from domain.editions import COLLECTIONS, Edition
from domain.rules import Fact
from domain.wording import rule_words


def words_of(edition: Edition) -> dict[str, Any]:
    """Return everything that an entry of the edition can name, with its label."""
    words = rule_words()
    return {
        "facts": [_fact(fact) for fact in edition.book.facts],
        "needs": [{"id": need.id, "label": need.label_fi} for need in edition.book.needs],
        "services": [{"id": one.id, "label": one.name_fi, "group": one.group} for one in edition.book.services],
        "collections": {i: words.collections[i] for i in COLLECTIONS},
        "fields": words.fields,
        "texts": words.texts,
    } | _places(edition)


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "label": fact.label_fi,
        "type": fact.type,
        "group": fact.group,
        "sensitivity": fact.sensitivity,
        "values": [{"id": value.id, "label": value.label_fi} for value in fact.values],
        "unit": fact.unit,
        "min": fact.min,
        "max": fact.max,
        "operators": [{"id": i, "label": label} for i, label in rule_words().operators[fact.type].items()],
    }


def _places(edition: Edition) -> dict[str, Any]:
    """Return the places that can be served, by official code."""
    book = edition.book
    return {
        name: sorted(({"id": one.id, "label": one.name_fi} for one in found), key=lambda one: one["label"])
        for name, found in (
            ("municipalities", book.municipalities),
            ("regions", book.regions),
            ("wellbeing_areas", book.wellbeing_areas),
        )
    }
