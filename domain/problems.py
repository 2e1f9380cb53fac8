"""A problem in data: where it is, its stable code, and the detail for a log or an editor."""

from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong; `place` is a path such as `services.tuva.ways.0.lines.1`."""

    place: str
    code: str
    detail: str = ""
