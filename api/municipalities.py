"""The municipalities and the areas they belong to."""

import csv
from dataclasses import asdict, dataclass
from pathlib import Path

from domain.catalogue import SEED

FILE = SEED / "municipalities.csv"


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality by its official names."""

    code: str
    name_fi: str
    name_sv: str
    region_fi: str
    wellbeing_area_fi: str


class Municipalities:
    """All of them in alphabetical order."""

    def __init__(self, found: list[Municipality]) -> None:
        self.listed = [asdict(one) for one in found]
        self._areas = {one.name_fi: one.wellbeing_area_fi for one in found}

    def __contains__(self, name: object) -> bool:
        return name in self._areas

    def wellbeing_area(self, name: str) -> str:
        """Return the area that a municipality belongs to, or nothing for a name that is none."""
        return self._areas.get(name, "")

    @classmethod
    def load(cls, path: Path = FILE) -> "Municipalities":
        """Read the list. Raises OSError."""
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        fields = Municipality.__dataclass_fields__
        return cls(sorted((Municipality(**{key: row[key] for key in fields}) for row in rows), key=lambda m: m.name_fi))
