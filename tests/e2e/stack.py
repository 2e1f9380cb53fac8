"""The whole product as a newcomer starts it, for the journeys."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
PATIENCE_S = 180.0
LEASE_S = 12


@dataclass(frozen=True)
class Stack:
    """A running product: its address and its data folder."""

    base: str
    data: Path

    def pid(self, name: str) -> int:
        return int((self.data / "run" / f"{name}.pid").read_text(encoding="utf-8"))

    def kill(self, name: str) -> None:
        os.kill(self.pid(name), signal.SIGKILL)

    def staff(self, name: str, role: str, password: str) -> None:
        """Make a staff account through the command that an operator uses."""
        command = [
            str(ROOT / "palvelupolku"), "user", "add", name, "--role", role, "--password-stdin",
            "--data-dir", str(self.data),
        ]  # fmt: skip
        subprocess.run(command, cwd=ROOT, input=password, text=True, check=True, capture_output=True)

    def wait_ready(self, seconds: float = PATIENCE_S) -> None:
        wait_for(f"{self.base}/readyz", seconds)


def wait_for(url: str, seconds: float = PATIENCE_S) -> None:
    """Ask until the answer is right."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if httpx.get(url, timeout=5).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise AssertionError(f"no right answer from {url}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _always_open(folder: Path) -> Path:
    """Service hours that let the journeys run at any time of day."""
    hours = folder / "hours.json"
    hours.write_text('{"timezone": "Europe/Helsinki", "always": true, "text_fi": "aina"}', encoding="utf-8")
    return hours


@contextmanager
def running(data: Path) -> Iterator[Stack]:
    """Start the product on a free port; stop it, and both of its children, afterwards."""
    port = free_port()
    command = [str(ROOT / "palvelupolku"), "run", "--port", str(port), "--data-dir", str(data)]
    env = {**os.environ, "PALVELUPOLKU_SERVICE_HOURS": str(_always_open(data)), "PALVELUPOLKU_LEASE": str(LEASE_S)}
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said: list[str] = []
    ready = threading.Event()

    def read() -> None:
        for line in process.stdout or ():
            said.append(line)
            if line.startswith("Valmis:"):
                ready.set()
        ready.set()

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    try:
        ready.wait(PATIENCE_S)
        assert process.poll() is None, "".join(said)
        stack = Stack(f"http://127.0.0.1:{port}", data)
        stack.wait_ready()
        yield stack
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)
        reader.join(10)
        if process.stdout is not None:
            process.stdout.close()


@contextmanager
def running_alone(data: Path, environment: Mapping[str, str], *, module: Sequence[str] = ("api",)) -> Iterator[Stack]:
    """Start the product without Rasa, in a process of its own; what needs no understanding works."""
    port = free_port()
    settings = {
        "PALVELUPOLKU_DATA_DIR": str(data),
        "PALVELUPOLKU_PORT": str(port),
        "PALVELUPOLKU_RASA_URL": f"http://127.0.0.1:{free_port()}",
        "PALVELUPOLKU_RASA_TOKEN": "unused",
    }
    with (data / f"product-{port}.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", *module],
            cwd=ROOT,
            env={**os.environ, **settings, **environment},
            stdout=log,
            stderr=log,
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz")
        yield Stack(f"http://127.0.0.1:{port}", data)
    finally:
        process.terminate()
        process.wait(30)
