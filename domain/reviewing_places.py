"""What is wrong with municipalities and areas: who serves a person, and whom they call, is found through them."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from domain.freshness import recheck_of
from domain.municipalities import Area, Municipality
from domain.problems import Problem
from domain.rules import RuleBook


def review_places(book: RuleBook, on: date) -> Iterator[Problem]:
    """Return what is wrong; a book without municipalities knows none and has nothing wrong."""
    names = Counter(name for one in book.municipalities for name in (one.name_fi, *one.former_names))
    regions, wellbeing_areas = {one.id for one in book.regions}, {one.id for one in book.wellbeing_areas}
    for one in book.municipalities:
        place = f"municipalities.{one.id}"
        yield from _texts(place, one)
        yield from (Problem(f"{place}.{at}", "name_twice", name) for at, name in _named(one) if names[name] > 1)
        if one.region not in regions:
            yield Problem(f"{place}.region", "unknown_area", one.region)
        if one.wellbeing_area not in wellbeing_areas:
            yield Problem(f"{place}.wellbeing_area", "unknown_area", one.wellbeing_area)
    for area in book.regions:
        yield from _area(f"regions.{area.id}", area, on)
    for area in book.wellbeing_areas:
        yield from _area(f"wellbeing_areas.{area.id}", area, on)
        if not area.genitive_fi.strip():
            yield Problem(f"wellbeing_areas.{area.id}.genitive_fi", "missing_text")
    lived_in = {one.region for one in book.municipalities}, {one.wellbeing_area for one in book.municipalities}
    for collection, used in zip(("regions", "wellbeing_areas"), lived_in, strict=True):
        empty = (one.id for one in getattr(book, collection) if one.id not in used)
        yield from (Problem(f"{collection}.{i}", "area_without_municipalities", i) for i in empty)


def _named(one: Municipality) -> Iterator[tuple[str, str]]:
    yield "name_fi", one.name_fi
    yield from (("former_names", name) for name in one.former_names)


def _texts(place: str, one: Municipality) -> Iterator[Problem]:
    for name in ("name_fi", "name_sv"):
        if not getattr(one, name).strip():
            yield Problem(f"{place}.{name}", "missing_text")
    if not one.source.strip():
        yield Problem(f"{place}.source", "missing_source")


def _area(place: str, area: Area, on: date) -> Iterator[Problem]:
    if not area.name_fi.strip():
        yield Problem(f"{place}.name_fi", "missing_text")
    if not area.source.strip():
        yield Problem(f"{place}.source", "missing_source")
    yield from review_check(place, area.checked_on, area.recheck_days, on)


def review_check(place: str, checked_on: date, recheck_days: int, on: date) -> Iterator[Problem]:
    """Return a check that is overdue or has not been yet."""
    due = recheck_of(checked_on, recheck_days)
    if checked_on > on:
        yield Problem(f"{place}.checked_on", "checked_in_the_future", checked_on.isoformat())
    elif due is not None and due < on:
        yield Problem(f"{place}.checked_on", "recheck_overdue", due.isoformat())
