"""What entries can be made of: facts with their operators and values, other entries by name, and places."""

from collections.abc import Iterable
from typing import Any

from domain.editions import COLLECTIONS, Edition
from domain.extras import seed_answers, seed_routing
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
    } | _places()


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


def _places() -> dict[str, Any]:
    """Return the places that can be served: an area is known to numbers by its code and to teams by its name."""
    homes = seed_routing().homes.values()
    return {
        "areas": [{"id": code, "label": name} for code, name in sorted(seed_answers().areas.items())],
        "municipalities": _named(home.municipality for home in homes),
        "regions": _named(home.region for home in homes),
        "wellbeing_areas": _named(home.wellbeing_area for home in homes),
    }


def _named(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"id": name, "label": name} for name in sorted(set(names))]
