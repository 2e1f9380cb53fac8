"""Installing what a lock holds: by pip, and where there is much of it first by uv, which is many times as fast."""

import shutil
from pathlib import Path

from tooling import places
from tooling.problems import Exit, Problem
from tooling.programs import named, run

EXACTLY = ("--require-hashes", "--no-deps")
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "install", *EXACTLY)
# What has to be built is built with the locked tools of build.txt and not with those of the day.
LOCKED_TOOLS = "--no-build-isolation"
IMPATIENT = {"UV_HTTP_TIMEOUT": "30", "UV_HTTP_RETRIES": "1"}


def install(name: str, python: Path, lock: Path, *, log: str, target: Path | None = None) -> None:
    """Install exactly what a lock holds, into the environment of `python` or into a folder; raises Problem."""
    argv: list[str | Path] = [python, *PIP, "-r", lock]
    if target:
        argv += ["--target", target, "--upgrade"]
    if python == places.BOT_PYTHON:
        argv.append(LOCKED_TOOLS)
    # An interrupted pip leaves gigabytes behind; here the next one finds and removes them.
    shutil.rmtree(places.SCRATCH, ignore_errors=True)
    places.SCRATCH.mkdir(parents=True)
    run(name, argv, log=log, environment={"TMPDIR": str(places.SCRATCH)})
    shutil.rmtree(places.SCRATCH)


def install_quickly(name: str, python: Path, lock: Path, *, log: str) -> None:
    """Install as `install` does into an environment with locked building tools; raises Problem.

    uv does not read pip's own configuration; where it does not get through, pip goes on and its problem counts.
    """
    argv: list[str | Path] = ["pip", "install", "--python", python, *EXACTLY, LOCKED_TOOLS, "-r", lock]
    try:
        run(name, [uv(), *argv], log=f"{log}-uv", environment=IMPATIENT)
    except Problem as problem:
        if problem.code not in {Exit.NO_NETWORK, Exit.STEP_FAILED}:
            raise
        install(name, python, lock, log=log)


def uv() -> Path:
    """The locked installer of that name, fetched when it is not there yet; raises Problem."""
    program = places.TOOLS / "uv" / "bin" / "uv"
    if not program.exists():
        install(named("uv"), places.PRODUCT_PYTHON, places.UV_LOCK, log="uv", target=program.parents[1])
    return program
