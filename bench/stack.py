"""Starts what is measured: the whole product through its launcher, and the bare Rasa that it is compared with."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[1]
BARE = ROOT / "bench" / "bare_rasa"
RASA_PYTHON = ROOT / "bot" / ".venv" / "bin" / "python"
PATIENCE_S = 240.0
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}


def free_port() -> int:
    """Return a loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def product(data: Path) -> Iterator[str]:
    """Run the product and its Rasa; yields the base address when a first message would be answered."""
    port = free_port()
    command = [str(ROOT / "palvelupolku"), "run", "--port", str(port), "--data-dir", str(data)]
    env = {**os.environ, "PALVELUPOLKU_MESSAGES": "100000/1000"}
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("Valmis:"):
                break
        else:
            raise RuntimeError("the product stopped before it was ready")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(60)


@contextmanager
def product_alone(data: Path) -> Iterator[str]:
    """Run the product without Rasa, for what needs no understanding; yields the base address."""
    port = free_port()
    own = {"DATA_DIR": str(data), "PORT": str(port), "RASA_TOKEN": "unused"}
    env = {**os.environ, **{f"PALVELUPOLKU_{name}": value for name, value in own.items()}}
    process = subprocess.Popen([sys.executable, "-m", "api"], cwd=ROOT, env=env)
    try:
        base = f"http://127.0.0.1:{port}"
        _wait_for(lambda: httpx.get(f"{base}/healthz", timeout=10).is_success)
        yield base
    finally:
        process.terminate()
        process.wait(60)


@contextmanager
def bare_rasa(work: Path) -> Iterator[str]:
    """Train and run a light Rasa with one action; yields the address of its REST channel."""
    model = _trained(work)
    rasa_port, action_port = free_port(), free_port()
    endpoints = work / "endpoints.yml"
    endpoints.write_text(f"action_endpoint:\n  url: http://127.0.0.1:{action_port}/webhook\n", encoding="utf-8")
    credentials = work / "credentials.yml"
    credentials.write_text("rest:\n", encoding="utf-8")
    serve = [
        str(RASA_PYTHON), "-m", "rasa", "run", "-m", str(model), "-p", str(rasa_port), "-i", "127.0.0.1",
        "--endpoints", str(endpoints), "--credentials", str(credentials),
    ]  # fmt: skip
    act = [sys.executable, "-m", "rasa_sdk", "--actions", "bench.bare_rasa.actions", "-p", str(action_port)]
    log = (work / "bare.log").open("wb")
    env = {**os.environ, **QUIET}
    running = [subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log) for command in (serve, act)]
    try:
        address = f"http://127.0.0.1:{rasa_port}"
        channel = f"{address}/webhooks/rest/webhook"
        _wait_for(lambda: bool(httpx.post(channel, json={"sender": "warm", "message": "hei"}, timeout=10).json()))
        yield channel
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(60)
        log.close()


def _trained(work: Path) -> Path:
    work.mkdir(parents=True, exist_ok=True)
    command = [
        str(RASA_PYTHON), "-m", "rasa", "train", "--config", str(BARE / "config.yml"), "--domain",
        str(BARE / "domain.yml"), "--data", str(BARE / "data"), "--out", str(work), "--fixed-model-name", "bare",
    ]  # fmt: skip
    subprocess.run(command, cwd=ROOT, env={**os.environ, **QUIET}, check=True, stdout=subprocess.DEVNULL)
    return work / "bare.tar.gz"


def _wait_for(answered: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            if answered():
                return
        except httpx.TransportError:
            pass
        time.sleep(0.5)
    raise RuntimeError("what is to be measured never answered")
