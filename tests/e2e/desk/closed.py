"""A second product of the same journeys, on a day off: no Rasa, nobody at the desk, only call-backs."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.e2e.stack import Stack, running_alone

ZONE = "Europe/Helsinki"
HOURS_TEXT = "joka päivä, vuorokauden ympäri"


def day_off(folder: Path) -> Path:
    """Write hours that are open round the clock but for the holiday that it is today and tomorrow."""
    today = datetime.now(ZoneInfo(ZONE)).date()
    week = {
        day: [{"opens": "00:00", "closes": "23:59:59"}] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    }
    closed_on = [str(today), str(today + timedelta(days=1))]
    hours = {"timezone": ZONE, "week": week, "closed_on": closed_on, "text_fi": HOURS_TEXT}
    file = folder / "hours.json"
    file.write_text(json.dumps(hours), encoding="utf-8")
    return file


@contextmanager
def running_on_a_day_off(data: Path) -> Iterator[Stack]:
    """Start the product alone; what needs no understanding works without Rasa."""
    with running_alone(data, {"PALVELUPOLKU_SERVICE_HOURS": str(day_off(data))}) as stack:
        yield stack
