"""A second product of the same journeys, on a day off: no Rasa, nobody at the desk, only call-backs."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.e2e.stack import ROOT, Stack, free_port, wait_for

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
    port = free_port()
    environment = {
        **os.environ,
        "PALVELUPOLKU_DATA_DIR": str(data),
        "PALVELUPOLKU_PORT": str(port),
        "PALVELUPOLKU_RASA_URL": f"http://127.0.0.1:{free_port()}",
        "PALVELUPOLKU_RASA_TOKEN": "unused",
        "PALVELUPOLKU_SERVICE_HOURS": str(day_off(data)),
    }
    with (data / "product.log").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-m", "api"], cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        stack = Stack(f"http://127.0.0.1:{port}", data)
        wait_for(f"{stack.base}/healthz")
        yield stack
    finally:
        process.terminate()
        process.wait(30)
