"""Looks a word form up among the names of places, with and without its dots and with one typing error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from . import typos
from .clauses import cues
from .tables import rows

SHORTEST, LONGEST = 5, 30
SHORT_WITH_DOTS = 3
DOTS = str.maketrans("äöå", "aoa")
# "Kuopiossahan", "Turussakin": only after a case, as the name alone may end so.
CLITICS = ("han", "hän", "kin", "kaan", "kään", "pa", "pä")
CASE_ENDS = ("ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä")


@dataclass(frozen=True)
class PlaceForm:
    """A listed form of a name: `name` as listed, its municipality, its case and what else the form may mean."""

    form: str
    name: str
    municipality: str
    case: str
    kind: str
    also: str


@lru_cache(maxsize=None)
def forms() -> dict[str, PlaceForm]:
    """Lower-case form -> the place."""
    return {
        row["form"]: PlaceForm(row["form"], row["name"], row["municipality"], row["case"], row["kind"], row["also"])
        for row in rows("place_forms")
    }


@lru_cache(maxsize=None)
def _dotless() -> dict[str, PlaceForm]:
    return {form.translate(DOTS): place for form, place in forms().items() if form.translate(DOTS) != form}


def add(places: Iterable[PlaceForm]) -> None:
    """Know these forms, too, from now on; a form that is known already stays what it is."""
    for place in places:
        forms().setdefault(place.form, place)
    _dotless.cache_clear()
    near.cache_clear()


def known(word: str) -> PlaceForm | None:
    """The place whose form the lower-case word is, its dots left away or not."""
    place = forms().get(word)
    if place is None and len(word) > SHORT_WITH_DOTS:
        place = _dotless().get(word)
    if place is None:
        place = next((forms().get(bare) for bare in _bare(word)), None)
    if place is None and "-" in word:
        head, _, tail = word.partition("-")
        place = forms().get(tail) if head in cues("place_prefix") else None
    return place


def _bare(word: str) -> Iterator[str]:
    """The word without its clitic, where a local case stands before it."""
    for clitic in CLITICS:
        if word.removesuffix(clitic).endswith(CASE_ENDS) and word.endswith(clitic):
            yield word.removesuffix(clitic)


@lru_cache(maxsize=20_000)
def near(word: str) -> PlaceForm | None:
    """The place one typing error away from the lower-case word, None where there are several or none."""
    if not SHORTEST <= len(word) <= LONGEST:
        return None
    forms_near = (form for form in typos.near(word, wide=True) if len(form) >= SHORTEST)
    found = {place.municipality: place for form in forms_near if (place := known(form))}
    return next(iter(found.values())) if len(found) == 1 else None
