"""What the desk and the answers to danger go by: the product's own with what editors have published in its place."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from domain.extras import seed_answers, seed_hours, seed_numbers, seed_places, seed_routing, seed_teams
from domain.hours import ServiceHours
from domain.municipalities import Directory
from domain.routing import Teams
from domain.rules import RuleBook
from domain.urgent_answers import UrgentAnswers

Extras = Mapping[str, Mapping[str, Mapping[str, Any] | None]]
Read = TypeVar("Read", bound=BaseModel)


class PublishedDesk:
    """Crisis numbers, teams, service hours and municipalities of the version in force.

    `fixed_hours` are those of this installation; editors do not change them. A crisis number or a team that is needed
    stays even when a published version of another release has no such entry.
    """

    def __init__(self, fixed_hours: ServiceHours | None = None) -> None:
        self._fixed_hours = fixed_hours
        self._take({}, seed_places())

    def take(self, book: RuleBook, extras: Extras) -> None:
        """Use these in place of earlier changes; a book without municipalities leaves the product's own."""
        named = book.municipalities and Directory(book.municipalities, book.regions, book.wellbeing_areas)
        self._take(extras, named or seed_places())

    def _take(self, extras: Extras, places: Directory) -> None:
        numbers = _changed(seed_numbers(), extras.get("numbers", {}))
        kept = {i: number for i, number in seed_numbers().items() if i in seed_answers().needed}
        teams = _changed(seed_teams(), extras.get("teams", {}))
        hours = _changed(seed_hours(), extras.get("hours", {}))
        self.answers: UrgentAnswers = seed_answers().with_numbers({**kept, **numbers}.values(), places)
        self.teams: Teams = seed_routing().model_copy(update={"teams": tuple(teams.values()), "places": places})
        self.places = places
        # The language knows only the names that the product comes with.
        self.new_places = sorted(places.names - seed_places().names)
        self.hours: ServiceHours = self._fixed_hours or next(iter({**seed_hours(), **hours}.values()))


def _changed(own: Mapping[str, Read], changes: Mapping[str, Mapping[str, Any] | None]) -> dict[str, Read]:
    model = type(next(iter(own.values())))
    read = {i: model.model_validate(content) for i, content in changes.items() if content is not None}
    return {i: entry for i, entry in {**own, **read}.items() if changes.get(i, {}) is not None}
