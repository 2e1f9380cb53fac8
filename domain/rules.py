"""The rule book: services, needs, escalation and the interview as frozen data, JSON both ways."""

from collections.abc import Mapping
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import Any, Literal

from pydantic import Field, field_validator

from domain.conditions import Condition, Formula, Frozen, Line, Value, Way
from domain.facts import Fact, Sensitivity, Vocabulary
from domain.languages import SELKO, Language, in_selko
from domain.municipalities import Area, Municipality, current_names
from domain.once import Once

__all__ = [
    "Chip", "Condition", "Escalation", "Exclusion", "Fact", "FirstStep", "Formula", "Interview", "Line", "Need",
    "Preference", "Prior", "Response", "RuleBook", "Screen", "Service", "Stage", "Urgency", "Verdict", "Way",
]  # fmt: skip

Urgency = Literal["kiireellinen", "tarkea", "tavallinen"]


class Verdict(IntEnum):
    """What a rule says of a person; the algebra is `min` over lines and `max` over conditions and ways."""

    NO = 0
    UNKNOWN = 1
    YES = 2


class Preference(Frozen):
    """A line that only speaks for a service; weight 1-3."""

    any_of: tuple[Condition, ...]
    weight: int = Field(ge=1, le=3)
    why_fi: str = ""


class Response(Frozen):
    """A need that a service answers; strength 3 is made for it, 1 helps a little."""

    need: str
    strength: int = Field(ge=1, le=3)


class Exclusion(Frozen):
    """Another service that cannot be had at the same time."""

    service: str
    why_fi: str = ""


class FirstStep(Frozen):
    """The first step of a person for whom some condition holds."""

    any_of: tuple[Condition, ...]
    step_fi: str
    step_selko: str | None = None


class Service(Frozen):
    """One service: what it is, whom it suits, what it answers and how it lies among the others.

    `aliases_fi` are the stems of the words by which people call it. `fallback`: of services of last resort, which comes
    first (1); 0 is none. `recheck_on` is the last day for which somebody vouches; after it the service is not suggested
    until it has been checked.
    """

    id: str
    name_fi: str
    group: str
    organiser: str
    decided_by: str
    summary_fi: str
    summary_selko: str | None = None
    access_fi: str
    access_selko: str | None = None
    first_step_fi: str
    first_step_selko: str | None = None
    first_step_written_fi: str | None = None
    first_step_written_selko: str | None = None
    first_steps_when: tuple[FirstStep, ...] = ()
    aliases_fi: tuple[str, ...] = ()
    ways: tuple[Way, ...]
    advisor_lines: tuple[Line, ...] = ()
    preferring: tuple[Preference, ...] = ()
    responds_to: tuple[Response, ...]
    excludes: tuple[Exclusion, ...] = ()
    parallel_ok: bool = True
    parallel_note_fi: str | None = None
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    fallback: int = 0
    legal_basis: str | None = None
    official_url: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    checked_on: date | None = None
    recheck_on: date | None = None
    confidence: str | None = None
    evidence: str | None = None
    source: str | None = None
    open_questions_fi: tuple[str, ...] = ()

    def in_force(self, on: date) -> bool:
        """Tell whether the service may be suggested on the day; both ends of its period belong to it."""
        last = min(day for day in (self.valid_to, self.recheck_on, date.max) if day is not None)
        return (self.valid_from is None or self.valid_from <= on) and on <= last


class Need(Frozen):
    """A need that is concluded from facts; `wishes` are the wishes of a person that it is about."""

    id: str
    label_fi: str
    description_fi: str
    urgency: Urgency
    wishes: tuple[str, ...] = ()
    ways: tuple[Way, ...]


class Escalation(Frozen):
    """One rule of the ordered list that says when a human should take over."""

    id: str
    label_fi: str
    signals: tuple[str, ...] = ()
    ways: tuple[Way, ...] | None = None
    min_important_needs: int = 0
    action_fi: str


class Stage(Frozen):
    """A part of the interview as the person sees it, and the groups of facts that belong to it."""

    id: str
    label_fi: str
    groups: tuple[str, ...]


class Chip(Frozen):
    """One choice of a screen. Without `value` a chosen chip only means that the fact's own question follows.

    Left unchosen the fact is `unchosen`; for a number that may stand for all of the range `covers`, both ends included.
    An `early` chip stands on its screen even before it is known whether it need be asked.
    """

    fact: str
    label_fi: str
    label_selko: str | None = None
    value: Value | None = None
    unchosen: Value
    covers: tuple[int, int] | None = None
    early: bool = False


class Screen(Frozen):
    """One turn that settles several facts: what was seen and left unchosen is an answer too."""

    id: str
    stage: str
    question_fi: str
    question_selko: str | None = None
    help_fi: str
    help_selko: str | None = None
    sensitivity: Sensitivity
    chips: tuple[Chip, ...]
    none_fi: str
    none_selko: str | None = None


class Prior(Frozen):
    """How common a value is among job seekers; for a set fact, how often the value is among the chosen ones."""

    value: Value
    share: float = Field(gt=0, le=1)


class Note(Frozen):
    """What a person should know at once when they tell something, such as a deadline."""

    when: Condition
    text_fi: str
    text_selko: str | None = None
    source: str
    checked_on: date


class Interview(Frozen):
    """How the interview is laid out, what to expect of answers, what is heavy to tell and what to know at once."""

    notes: tuple[Note, ...] = ()
    stages: tuple[Stage, ...] = ()
    heavy: tuple[Condition, ...] = ()
    screens: tuple[Screen, ...] = ()
    priors: Mapping[str, tuple[Prior, ...]] = {}


class RuleBook(Once, Frozen):
    """One published version of everything that decides."""

    version: int
    facts: tuple[Fact, ...]
    needs: tuple[Need, ...]
    services: tuple[Service, ...]
    escalation: tuple[Escalation, ...] = ()
    interview: Interview = Interview()
    sentences: Mapping[str, str] = {}
    municipalities: tuple[Municipality, ...] = ()
    regions: tuple[Area, ...] = ()
    wellbeing_areas: tuple[Area, ...] = ()

    @field_validator("municipalities", mode="before")
    @classmethod
    def _without_names_alone(cls, given: Any) -> Any:
        """The first versions held names alone, which say nothing of areas; any name is a municipality in them."""
        return [one for one in given if not isinstance(one, str)]

    def spoken(self, language: Language) -> "RuleBook":
        """Return the book as a conversation in the language hears it: other words, the same rules and ids."""
        return self._in_selko if language == SELKO else self

    @cached_property
    def _in_selko(self) -> "RuleBook":
        parts = {name: getattr(self, name) for name in RuleBook.model_fields}
        parts |= {name: tuple(map(in_selko, parts[name])) for name in ("facts", "services")}
        return RuleBook(**parts | {"interview": in_selko(self.interview)})

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All facts by id."""
        return Vocabulary(self.facts, current_names(self.municipalities))

    @cached_property
    def _services(self) -> dict[str, Service]:
        return {service.id: service for service in self.services}

    def service(self, service_id: str) -> Service:
        """Return the service. Raises KeyError when there is none."""
        return self._services[service_id]

    def screen(self, screen_id: str | None) -> Screen | None:
        """Return the screen, or None when there is none by that id any more."""
        return next((screen for screen in self.interview.screens if screen.id == screen_id), None)

    def fact(self, fact_id: str) -> Fact:
        """Return the fact. Raises KeyError when there is none."""
        return self.vocabulary[fact_id]
