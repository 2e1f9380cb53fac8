"""Which team a case belongs to, and why and how urgently a human is needed: data, and the choice made of it."""

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from domain.municipalities import Directory, Home

SEED = Path(__file__).parent / "seed"
COMMON = "yhteinen"  # the team of everybody without a team
DANGER = 3  # nobody keeps such a case for somebody else
WEIGHTS = {"kiireellinen": 4, "tarkea": 3}
PLAIN_WEIGHT = 2
DECIDES_ALONE = 100
CALLBACK, REQUEST, RULE = "takaisinsoitto", "pyynto", "saanto"
NOT_UNDERSTOOD, NO_RESULT = "ei_ymmarretty", "ei_tulosta"


class Entry(BaseModel):
    """A line of the data."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str


class Kind(Entry):
    """What teams of one kind take; with `takes_all` they are asked last for everything else."""

    needs: frozenset[str]
    reasons: frozenset[str] = frozenset()
    max_age: int | None = None
    takes_all: bool = False


class Team(Entry):
    """One team; places are official codes, and without any it serves the whole country."""

    name_fi: str
    kind: str
    municipalities: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    wellbeing_areas: tuple[str, ...] = ()


class Reason(Entry):
    """Why a human is needed: signs of danger and escalation rules that mean it, 3 is the highest priority."""

    label_fi: str
    priority: int
    signals: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()


class Case(NamedTuple):
    """What routing looks at: only what the person shares. `needs` maps a need to its urgency."""

    reason: str
    home: str | None = None
    age: int | None = None
    needs: Mapping[str, str] = {}


class Teams(BaseModel):
    """All teams, kinds (of equal ones the first is asked first) and reasons (the first that fits counts)."""

    model_config = ConfigDict(frozen=True, extra="ignore", arbitrary_types_allowed=True)

    kinds: tuple[Kind, ...]
    reasons: tuple[Reason, ...]
    teams: tuple[Team, ...]
    places: Directory

    @classmethod
    def load(cls, folder: Path = SEED) -> "Teams":
        """Read teams and municipalities. Raises OSError, ValueError."""
        data = json.loads((folder / "teams.json").read_text(encoding="utf-8"))
        return cls.model_validate({**data, "places": Directory.load(folder)})

    def name(self, team: str | None) -> str:
        """Return the name of a team; one that is no more goes by its id."""
        wanted = team or COMMON
        return next((one.name_fi for one in self.teams if one.id == wanted), wanted)

    def label(self, reason: str | None) -> str | None:
        """Return a reason in words, or None for one that is no more."""
        return next((one.label_fi for one in self.reasons if one.id == reason), None)

    def reason(self, id_: str) -> Reason:
        """Return a reason. Raises KeyError."""
        for one in self.reasons:
            if one.id == id_:
                return one
        raise KeyError(id_)

    def reason_of(self, signal: str | None, rule: str | None) -> Reason | None:
        """Return what a sign of danger or an escalation rule means; a rule of its own kind is a rule all the same."""
        for one in self.reasons:
            if signal in one.signals or rule in one.rules:
                return one
        return self.reason(RULE) if rule else None

    def route(self, case: Case, staffed: Collection[str]) -> str:
        """Return the team for the case among those in which somebody works, otherwise the common one."""
        home = self.places.home(case.home)
        for kind in self._ranked(case):
            for team in self.teams:
                if team.kind == kind.id and team.id in staffed and _serves(team, home):
                    return team.id
        return COMMON

    def _ranked(self, case: Case) -> list[Kind]:
        points = {kind.id: _points(kind, case) for kind in self.kinds}
        fit = [kind for kind in self.kinds if points[kind.id] or kind.takes_all]
        return sorted(fit, key=lambda kind: -points[kind.id])


def _points(kind: Kind, case: Case) -> int:
    if kind.max_age is not None and (case.age is None or case.age > kind.max_age):
        return 0
    needs = sum(WEIGHTS.get(urgency, PLAIN_WEIGHT) for need, urgency in case.needs.items() if need in kind.needs)
    return needs + DECIDES_ALONE * (case.reason in kind.reasons)


def _serves(team: Team, home: Home | None) -> bool:
    if not (team.municipalities or team.regions or team.wellbeing_areas):
        return True
    if home is None:
        return False
    named = home.municipality in team.municipalities or home.region in team.regions
    return named or home.wellbeing_area in team.wellbeing_areas
