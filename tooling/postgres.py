"""A PostgreSQL of the tests' own: made in a temporary folder, on loopback, gone afterwards."""

import os
import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tooling import children, ports, programs, system
from tooling.places import SETUP_LOGS
from tooling.problems import Exit, Problem

USER = "palvelupolku"
PATIENCE = 30.0
# The data is thrown away, so nothing has to reach the disk.
FAST = ("-cfsync=off", "-csynchronous_commit=off", "-cfull_page_writes=off", "-cmax_connections=200")


@contextmanager
def cluster() -> Iterator[str]:
    """A running server; gives the SQLAlchemy address of an empty database. Raises Problem."""
    bin_folder = system.postgres_programs()
    if bin_folder is None:
        raise Problem(Exit.NO_ROOT, "no_root", packages="postgresql")
    owner = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
    folder = Path(tempfile.mkdtemp(prefix="palvelupolku-pg-"))
    log = SETUP_LOGS / "postgres.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    try:
        password = _make(bin_folder, folder, owner)
        yield from _serve(bin_folder, folder, owner, password, log)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make(bin_folder: Path, folder: Path, owner: str | None) -> str:
    password = secrets.token_hex(16)
    secret = folder / "password"
    secret.write_text(password, "ascii")
    if owner:
        for path in (folder, secret):
            shutil.chown(path, owner, owner)
    words = [f"--pgdata={folder / 'data'}", f"--username={USER}", f"--pwfile={secret}", "--auth=scram-sha-256"]
    more = ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    argv: list[str | Path] = [bin_folder / "initdb", *words, *more]
    made = subprocess.run(
        argv, check=False, capture_output=True, text=True, user=owner, group=owner, cwd="/", env=_plain()
    )
    if made.returncode:
        raise Problem(Exit.STEP_FAILED, "step_failed", step=programs.named("postgres"), log="initdb", tail=made.stderr)
    return password


def _serve(bin_folder: Path, folder: Path, owner: str | None, password: str, log: Path) -> Iterator[str]:
    port = ports.free_port()
    place = [f"-cport={port}", f"-clisten_addresses={ports.LOOPBACK}", f"-cunix_socket_directories={folder}"]
    argv: list[str | Path] = [bin_folder / "postgres", "-D", folder / "data", *place, *FAST]
    with log.open("wb") as output:
        server = children.start(argv, output=output, environment=_plain(), user=owner)
    try:
        _wait(bin_folder, port, server, log)
        yield f"postgresql+psycopg://{USER}:{password}@{ports.LOOPBACK}:{port}/postgres"
    finally:
        children.stop(server)


def _wait(bin_folder: Path, port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    argv: list[str | Path] = [bin_folder / "pg_isready", "-q", "-h", ports.LOOPBACK, "-p", str(port)]
    for_ever = time.monotonic() + PATIENCE
    while subprocess.run(argv, check=False).returncode:
        if server.poll() is not None or time.monotonic() > for_ever:
            raise programs.cause(programs.named("postgres"), log)
        time.sleep(0.1)


def _plain() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8", "TZ": "UTC"}
