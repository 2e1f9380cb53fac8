"""`run`: the product and Rasa, side by side, until somebody says stop."""

import http.client
import os
import secrets
import signal
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tooling import locks, model, options, ports, setup
from tooling.messages import answer, say, text
from tooling.places import BOT, BOT_PYTHON, PRODUCT_PYTHON, ROOT
from tooling.supervisor import Child, look_after

OPTIONS = ("--host", "--port", "--data-dir", "--database-url")
NEEDS = ("product", "bot", "pages", "model")
OURS = "PALVELUPOLKU_"
PAUSE = 0.2


@dataclass(frozen=True)
class Plan:
    """Where everything of one run is."""

    host: str
    port: int
    rasa_port: int
    data_dir: Path
    settings: Mapping[str, str]

    @property
    def url(self) -> str:
        """The address of the product as this machine reaches it."""
        return ports.address(self.host, self.port)


def run(words: list[str]) -> int:
    """Set up, start, supervise; 0 after an orderly stop. Raises Problem."""
    plan = _plan(words)
    with locks.running(plan.data_dir):
        ports.require_free(plan.host, plan.port)
        setup.ensure(NEEDS)
        both = _children(plan, secrets.token_urlsafe(32))
        say("starting", url=plan.url)
        try:
            _supervise(both, plan)
        finally:
            say("stopping")
            for child in both:
                child.stop()
            say("stopped")
    return 0


def _plan(words: list[str]) -> Plan:
    taken, rest = options.take(words, *OPTIONS)
    options.nothing_else("run", rest)
    settings = options.data_settings(taken)
    host = taken.get("--host", ports.LOOPBACK)
    port = options.port(taken.get("--port", "8000")) or ports.free_port(host)
    data_dir = Path(settings["PALVELUPOLKU_DATA_DIR"])
    return Plan(host, port, ports.free_port(), data_dir, settings)


def _children(plan: Plan, token: str) -> tuple[Child, Child]:
    shared = {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "PALVELUPOLKU_RASA_TOKEN": token}
    product = {
        **os.environ,
        **plan.settings,
        **shared,
        "PALVELUPOLKU_HOST": plan.host,
        "PALVELUPOLKU_PORT": str(plan.port),
        "PALVELUPOLKU_MODEL": str(model.path()),
        "PALVELUPOLKU_RASA_URL": ports.address(ports.LOOPBACK, plan.rasa_port),
    }
    # Rasa gets no security updates: it is told its token and where to ask, and nothing else of the product's.
    rasa = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    rasa |= {**model.LIGHT, **shared, "PALVELUPOLKU_ACTION_URL": f"{plan.url}/internal/rasa/action"}
    return (
        Child("product", [PRODUCT_PYTHON, "-P", "-m", "api"], product, plan.data_dir),
        Child("rasa", _rasa_argv(plan), rasa, plan.data_dir),
    )


def _rasa_argv(plan: Plan) -> list[str | Path]:
    return [
        *(BOT_PYTHON, "-m", "rasa", "run", "--quiet", "--model", model.path()),
        *("--endpoints", BOT / "endpoints.yml", "--credentials", BOT / "credentials.yml"),
        *("--port", str(plan.rasa_port), "--interface", ports.LOOPBACK),
    ]


def _supervise(both: tuple[Child, Child], plan: Plan) -> None:
    stopping: list[int] = []
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda number, _: stopping.append(number))
    was_ready = False
    while not stopping:
        look_after(both, was_ready=was_ready)
        if not was_ready and _is_ready(plan.url):
            was_ready = True
            answer(text("ready", url=f"{plan.url}/"))
        time.sleep(PAUSE)


def _is_ready(url: str) -> bool:
    place = urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname or ports.LOOPBACK, place.port, timeout=2)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
