"""The suuntakortti: what a person and an advisor agree on, put in order, and a first draft of it from the set."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from domain.conditions import Frozen
from domain.problems import Problem

MOST_SERVICES = 12
MOST_STEPS = 20
DRAFTED = 3  # as many first steps as one takes in hand at once
Sentence = Annotated[str, Field(max_length=600)]
Word = Annotated[str, Field(max_length=120)]
Name = Annotated[str, Field(min_length=1, max_length=128)]


class ChosenService(Frozen):
    """A service on the card; `order` counts from 1."""

    id: Name
    order: int = Field(ge=1, le=MOST_SERVICES)


class CardStep(Frozen):
    """One thing to do: what, who does it, when, in the words of the two, and whether it is done."""

    id: Name
    text: Annotated[str, Field(min_length=1, max_length=600)]
    who: Word = ""
    when: Word = ""
    done: bool = False


class Card(Frozen):
    """One version of the card. `noticing` tells how one notices progress."""

    goal: Sentence = ""
    services: Annotated[tuple[ChosenService, ...], Field(max_length=MOST_SERVICES)] = ()
    steps: Annotated[tuple[CardStep, ...], Field(max_length=MOST_STEPS)] = ()
    noticing: Sentence = ""
    next_check_in: date | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing has been written yet."""
        return self == Card()


def put_in_order(card: Card) -> Card:
    """Return the card with its services in their order, counted 1, 2, 3 ..."""
    found = sorted(card.services, key=lambda one: one.order)
    return card.model_copy(
        update={"services": tuple(one.model_copy(update={"order": n}) for n, one in enumerate(found, 1))}
    )


def faults(card: Card, services: Collection[str]) -> list[Problem]:
    """Return what is wrong with a card: services that there are not, and what stands on it twice."""
    known = [Problem("services", "unknown_service", one.id) for one in card.services if one.id not in services]
    return known + _twice("services", [one.id for one in card.services]) + _twice("steps", [s.id for s in card.steps])


def only_progress(before: Card, after: Card) -> bool:
    """Tell whether nothing but the marks of what is done has changed; that needs no new agreement."""
    return _undone(before) == _undone(after)


def draft(view: Mapping[str, Any], accepted: Collection[str]) -> Card:
    """Return a card to begin from: what the person has taken of the set, else what comes first in it."""
    suggested: Sequence[Mapping[str, Any]] = view["suggested"]
    taken = [one for one in suggested if one["service"] in accepted]
    first = (taken or [one for one in suggested if one["phase"] == "now"])[:MOST_SERVICES]
    steps = [one for one in first if one["first_step"]][:DRAFTED]
    return Card(
        services=tuple(ChosenService(id=one["service"], order=n) for n, one in enumerate(first, 1)),
        steps=tuple(CardStep(id=one["service"], text=one["first_step"]) for one in steps),
    )


def _undone(card: Card) -> Card:
    return card.model_copy(update={"steps": tuple(one.model_copy(update={"done": False}) for one in card.steps)})


def _twice(place: str, ids: Sequence[str]) -> list[Problem]:
    return [Problem(place, "twice", one) for one in dict.fromkeys(ids) if ids.count(one) > 1]
