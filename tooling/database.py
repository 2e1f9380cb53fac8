"""The database: brought to its newest form and given the default catalogue where it has none."""

from collections.abc import Mapping

from tooling.places import PRODUCT_PYTHON, ROOT
from tooling.programs import named, run

WAYS = (("-m", "api.db.migrate"), ("-m", "api.cli", "seed"))


def ensure(settings: Mapping[str, str]) -> None:
    """Migrate and seed; both do nothing when nothing is missing. Raises Problem."""
    for way in WAYS:
        log = "-".join(way[1:]).replace(".", "-")
        run(named("database"), [PRODUCT_PYTHON, *way], log=log, environment={"PYTHONPATH": str(ROOT), **settings})
