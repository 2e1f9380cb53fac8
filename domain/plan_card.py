"""The suuntakortti: what a person and an advisor agree on, put in order, and a first draft of it from the set."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from domain.conditions import Frozen
from domain.problems import Problem

MOST_SERVICES = 12
MOST_STEPS = 20
DRAFTED = 3  # as many first steps as one takes in hand at once
Sentence = Annotated[str, Field(max_length=600)]
Word = Annotated[str, Field(max_length=120)]
By = Literal["advisor", "visitor"]
Name = Annotated[str, Field(min_length=1, max_length=128)]


class ChosenService(Frozen):
    """A service on the card; `order` counts from 1, `by` is who put it there."""

    id: Name
    order: int = Field(ge=1, le=99)
    by: By | None = None


class CardStep(Frozen):
    """One thing to do: what, who does it, when, in the words of the two, and whether it is done."""

    id: Name
    text: Annotated[str, Field(min_length=1, max_length=600)]
    who: Word = ""
    when: Word = ""
    done: bool = False
    by: By | None = None


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


def signed(card: Card, before: Card, by: By) -> Card:
    """Return the card with who put each thing on it: what was there keeps its name, the rest is `by`'s."""
    services = {one.id: one.by for one in before.services}
    steps = {one.id: one.by for one in before.steps}
    return card.model_copy(
        update={
            "services": tuple(o.model_copy(update={"by": services.get(o.id, by)}) for o in card.services),
            "steps": tuple(o.model_copy(update={"by": steps.get(o.id, by)}) for o in card.steps),
        }
    )


def veiled(card: Card, shown: Collection[str] | None) -> Card:
    """Return the card without services, and their drafted steps, that the person took from facts they do not share.

    `shown` are the services that the shared facts lead to; None where everything is shared.
    """
    kept_back = _kept_back(card, shown)
    return card.model_copy(
        update={
            "services": tuple(one for one in card.services if one.id not in kept_back),
            "steps": tuple(one for one in card.steps if one.id not in kept_back),
        }
    )


def unveiled(card: Card, before: Card, shown: Collection[str] | None) -> Card:
    """Return an advisor's change of a veiled card with what was kept back, after what they have put in order."""
    kept_back = _kept_back(before, shown)
    services = (*card.services, *(one for one in before.services if one.id in kept_back))
    return card.model_copy(
        update={
            "services": tuple(one.model_copy(update={"order": n}) for n, one in enumerate(services, 1)),
            "steps": (*card.steps, *(one for one in before.steps if one.id in kept_back)),
        }
    )


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


def _kept_back(card: Card, shown: Collection[str] | None) -> set[str]:
    if shown is None:
        return set()
    return {one.id for one in card.services if one.by == "visitor" and one.id not in shown}


def _undone(card: Card) -> Card:
    return card.model_copy(update={"steps": tuple(one.model_copy(update={"done": False}) for one in card.steps)})


def _twice(place: str, ids: Sequence[str]) -> list[Problem]:
    return [Problem(place, "twice", one) for one in dict.fromkeys(ids) if ids.count(one) > 1]
