"""Municipalities and the areas that they belong to; who lives where decides who serves them."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from domain.conditions import Frozen

SEED = Path(__file__).parent / "seed"


class Area(Frozen):
    """A region or a wellbeing services county; `id` is its official code.

    Checking an area means checking which municipalities belong to it, too.
    """

    id: str
    name_fi: str
    genitive_fi: str = ""
    source: str
    checked_on: date
    recheck_days: int


class Municipality(Frozen):
    """One municipality; `id` is its official code, `region` and `wellbeing_area` are codes as well.

    `former_names` are those of municipalities that are part of this one now: people go on saying them.
    """

    id: str
    name_fi: str
    name_sv: str
    region: str
    wellbeing_area: str
    former_names: tuple[str, ...] = ()
    valid_from: date | None = None
    source: str


class Home(NamedTuple):
    """The official codes of a municipality and of the areas that it belongs to."""

    municipality: str
    region: str
    wellbeing_area: str


def current_names(municipalities: Iterable[Municipality]) -> dict[str, str]:
    """Return the name of today for every name, also for one that a municipality had before a merger."""
    found: dict[str, str] = {}
    for one in municipalities:
        found |= dict.fromkeys(one.former_names, one.name_fi)
    return found | {one.name_fi: one.name_fi for one in municipalities}


class Directory:
    """All municipalities with their areas, found by any name that they have or had."""

    def __init__(
        self, municipalities: Iterable[Municipality], regions: Iterable[Area], wellbeing_areas: Iterable[Area]
    ) -> None:
        self.municipalities = sorted(municipalities, key=lambda one: one.name_fi)
        self._current = current_names(self.municipalities)
        self._homes = {one.name_fi: Home(one.id, one.region, one.wellbeing_area) for one in self.municipalities}
        self._regions = {area.id: area for area in regions}
        self._wellbeing_areas = {area.id: area for area in wellbeing_areas}

    @classmethod
    def load(cls, folder: Path = SEED) -> "Directory":
        """Read what this version of the product comes with. Raises OSError or pydantic.ValidationError."""
        areas = TypeAdapter(list[Area])
        return cls(
            TypeAdapter(list[Municipality]).validate_json((folder / "municipalities.json").read_bytes()),
            areas.validate_json((folder / "regions.json").read_bytes()),
            areas.validate_json((folder / "wellbeing_areas.json").read_bytes()),
        )

    def current(self, name: str) -> str | None:
        """Return the name of today, or None for a name that no municipality has or had."""
        return self._current.get(name)

    def home(self, name: str | None) -> Home | None:
        """Return the codes of the municipality and its areas, or None for a name that is none."""
        return self._homes.get(self._current.get(name or "", ""))

    def wellbeing_area(self, name: str | None) -> Area | None:
        """Return the wellbeing area that serves a municipality, or None where it is not known."""
        home = self.home(name)
        return None if home is None else self._wellbeing_areas.get(home.wellbeing_area)

    @property
    def names(self) -> frozenset[str]:
        """Every name that a municipality has or had."""
        return frozenset(self._current)

    @property
    def listed(self) -> list[dict[str, Any]]:
        """Return all of them in alphabetical order, as a page shows them."""
        return [
            {
                "code": one.id,
                "name_fi": one.name_fi,
                "name_sv": one.name_sv,
                "former_names": list(one.former_names),
                "region_fi": _name(self._regions.get(one.region)),
                "wellbeing_area_fi": _name(self._wellbeing_areas.get(one.wellbeing_area)),
            }
            for one in self.municipalities
        ]


def _name(area: Area | None) -> str:
    return "" if area is None else area.name_fi
