"""Finds a municipality or an own age that a message names plainly, for an answer that waits for no model."""

import csv
import re
from collections.abc import Mapping
from pathlib import Path

FORMS = Path(__file__).parents[1] / "nlu_data" / "language" / "place_forms.csv"
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
HERE = frozenset({"nominative", "inessive", "elative", "adessive", "ablative"})


class Named:
    """The forms in which a municipality is said to be somebody's own, without those that are words or names too."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = forms

    @classmethod
    def load(cls, path: Path = FORMS) -> "Named":
        """Read the forms. Raises OSError when they cannot be read."""
        with path.open(encoding="utf-8", newline="") as rows:
            plain = (row for row in csv.DictReader(rows) if row["case"] in HERE and not row["also"])
            return cls({row["form"]: row["municipality"] for row in plain})

    def municipality(self, text: str) -> str | None:
        """The municipality that the text names, if it names one only."""
        found = {self._forms[word] for word in WORD.findall(text.lower()) if word in self._forms}
        return found.pop() if len(found) == 1 else None


def age_pattern(own_words: list[str], other_units: list[str]) -> re.Pattern[str]:
    """Finds an age told of oneself: one of `own_words`, then a number that counts none of `other_units`."""
    own, units = "|".join(map(re.escape, own_words)), "|".join(map(re.escape, other_units))
    return re.compile(rf"(?<!\w)(?:{own})\s+(\d{{1,2}})(?![\d.,:])(?!\s*(?:{units})(?!\w))", re.IGNORECASE)
