"""What is wrong with crisis numbers, teams and service hours: a person in danger or in a queue relies on them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.editions import Edition
from domain.extras import seed_answers, seed_hours, seed_routing
from domain.hours import ServiceHours
from domain.municipalities import Area, Municipality
from domain.problems import Problem
from domain.reviewing_places import review_check
from domain.reviewing_texts import review_sentences
from domain.routing import COMMON, Team
from domain.rules import RuleBook
from domain.urgent_answers import HelpNumber

LINK = re.compile(r"(?:tel|sms):\+?\d{3,15}|https://\S+")
WEB = "https://"


def review_desk(edition: Edition, on: date) -> Iterator[Problem]:
    """Return what is wrong, and what is missing without which nobody is helped."""
    needed = {"numbers": seed_answers().needed, "teams": {COMMON}, "hours": set(seed_hours())}
    for collection, ids in needed.items():
        yield from (
            Problem(f"{collection}.{i}", "needed_entry", i) for i in sorted(ids - edition.entries(collection).keys())
        )
    for number in edition.numbers.values():
        yield from _number(number, on, edition.book)
    for team in edition.teams.values():
        yield from _team(team, edition.book)
    for hours in edition.hours.values():
        yield from _hours(hours)


def _number(number: HelpNumber, on: date, book: RuleBook) -> Iterator[Problem]:
    place = f"numbers.{number.id}"
    for name in ("name_fi", "number", "hours_fi"):
        if not getattr(number, name).strip():
            yield Problem(f"{place}.{name}", "missing_text")
    if not LINK.fullmatch(number.tel):
        yield Problem(f"{place}.tel", "not_a_link", number.tel)
    elif not number.tel.startswith(WEB) and _national(number.tel) != _national(number.number):
        yield Problem(f"{place}.tel", "another_number", number.number)
    if not number.source.startswith(WEB):
        yield Problem(f"{place}.source", "missing_source")
    yield from review_sentences(f"{place}.note_fi", number.note_fi)
    yield from _areas(f"{place}.areas", number.areas, book.wellbeing_areas)
    yield from review_check(place, number.checked_on, number.recheck_days, on)


def _national(text: str) -> str:
    """Return the digits without what stands before them for calls from elsewhere."""
    return re.sub(r"^(?:358|0)", "", re.sub(r"\D", "", text))


def _team(team: Team, book: RuleBook) -> Iterator[Problem]:
    place, routing = f"teams.{team.id}", seed_routing()
    if not team.name_fi.strip():
        yield Problem(f"{place}.name_fi", "missing_text")
    if team.kind not in {kind.id for kind in routing.kinds}:
        yield Problem(f"{place}.kind", "unknown_kind", team.kind)
    yield from _areas(f"{place}.municipalities", team.municipalities, book.municipalities)
    yield from _areas(f"{place}.regions", team.regions, book.regions)
    yield from _areas(f"{place}.wellbeing_areas", team.wellbeing_areas, book.wellbeing_areas)


def _areas(place: str, named: Iterable[str], there: Iterable[Area | Municipality]) -> Iterator[Problem]:
    """Yield those that there are not; a book without any places knows none of them."""
    known = {one.id for one in there}
    yield from (Problem(place, "unknown_area", i) for i in named if known and i not in known)


def _hours(hours: ServiceHours) -> Iterator[Problem]:
    place = f"hours.{hours.id}"
    try:
        ZoneInfo(hours.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        yield Problem(f"{place}.timezone", "unknown_zone", hours.timezone)
    if not hours.text_fi.strip():
        yield Problem(f"{place}.text_fi", "missing_text")
    yield from review_sentences(f"{place}.text_fi", hours.text_fi)
    if not hours.always and not any(hours.week.values()):
        yield Problem(f"{place}.week", "never_open")
    for day, openings in hours.week.items():
        for number, one in enumerate(openings):
            if one.closes <= one.opens:
                yield Problem(f"{place}.week.{day}.{number}", "ends_before_it_begins")
