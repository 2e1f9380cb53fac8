"""Names of municipalities that the tables do not hold yet: editors add them, and the product tells them with a turn."""

from __future__ import annotations

from functools import lru_cache

from . import place_names, spelling
from .place_forms import forms_of


@lru_cache(maxsize=64)
def know(names: tuple[str, ...]) -> None:
    """Understand these names in all their cases from now on; which municipality one means is the product's to say."""
    new = [name for name in names if name.lower() not in place_names.forms()]
    if new:
        place_names.add(form for name in new for form in forms_of(name))
        spelling.forget()
