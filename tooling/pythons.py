"""Finds a Python 3.10 for Rasa wherever people keep one, or fetches it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tooling import system
from tooling.installing import IMPATIENT, uv
from tooling.places import TOOLS
from tooling.problems import Exit, Problem
from tooling.programs import named, run, step

CHOSEN = "PALVELUPOLKU_PYTHON310"
PROBE = "import ensurepip, sys, venv; print(sys.version_info[:2] == (3, 10))"


def python310() -> Path:
    """The path of a working Python 3.10 with venv; raises Problem when there is none and none can be had."""
    chosen = os.environ.get(CHOSEN)
    if chosen:
        if not works(Path(chosen)):
            raise Problem(Exit.PYTHON_310_MISSING, "python310_useless", path=chosen)
        return Path(chosen)
    found = next(filter(works, _places()), None)
    if found is not None:
        return found
    with step(named("python310")):
        return _fetched()


def works(python: Path) -> bool:
    """Whether this is a Python 3.10 that can make environments; a shim of pyenv may be neither."""
    if not os.access(python, os.X_OK):
        return False
    asked = subprocess.run([python, "-c", PROBE], check=False, capture_output=True, text=True)
    return asked.stdout.strip() == "True"


def _places() -> Iterator[Path]:
    for folder in os.get_exec_path():
        yield Path(folder) / "python3.10"
    home = Path.home()
    pyenv = Path(os.environ.get("PYENV_ROOT", home / ".pyenv"))
    yield from sorted(pyenv.glob("versions/3.10*/bin/python3.10"), reverse=True)
    data = Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share"))
    of_uv = Path(os.environ.get("UV_PYTHON_INSTALL_DIR", data / "uv" / "python"))
    yield from sorted(of_uv.glob("cpython-3.10*/bin/python3.10"), reverse=True)
    yield from sorted((TOOLS / "python").glob("cpython-3.10*/bin/python3.10"), reverse=True)


def _fetched() -> Path:
    for fetch in (_from_distribution, _from_uv):
        try:
            fetch()
        except Problem as problem:
            if problem.code not in {Exit.NO_ROOT, Exit.NO_NETWORK, Exit.STEP_FAILED}:
                raise
        found = next(filter(works, _places()), None)
        if found is not None:
            return found
    raise Problem(Exit.PYTHON_310_MISSING, "python310_missing")


def _from_distribution() -> None:
    if shutil.which("apt-cache") is None:
        return
    known = subprocess.run(["apt-cache", "show", "python3.10-venv"], check=False, capture_output=True)
    if known.returncode == 0:
        system.install(["python3.10", "python3.10-venv"])


def _from_uv() -> None:
    keep = {"UV_PYTHON_INSTALL_DIR": str(TOOLS / "python"), **IMPATIENT}
    run(named("python310"), [uv(), "python", "install", "3.10"], log="python310", environment=keep)
