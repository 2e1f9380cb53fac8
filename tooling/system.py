"""What only the system's package manager can bring, looked for by what it does and not by a list of packages."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection
from pathlib import Path

from tooling.problems import Exit, Problem
from tooling.programs import named, run, step

DICTIONARIES = ("/usr/lib/voikko/5", "/usr/share/voikko/5", "/usr/local/lib/voikko/5", "/etc/voikko/5")
POSTGRES = Path("/usr/lib/postgresql")
LOCK_PATIENCE = "-oDPkg::Lock::Timeout=300"


def has_venv() -> bool:
    """Whether this Python can make environments; Debian ships that part separately."""
    return importlib.util.find_spec("ensurepip") is not None


def has_libvoikko() -> bool:
    """Whether the library that reads Finnish words can be loaded."""
    try:
        ctypes.CDLL("libvoikko.so.1")
    except OSError:
        return False
    return True


def has_dictionary() -> bool:
    """Whether Voikko's Finnish dictionary is there."""
    return any(Path(folder).is_dir() for folder in DICTIONARIES)


def chromium() -> str | None:
    """The browser of the tests."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def postgres_programs() -> Path | None:
    """The folder of initdb and postgres, the newest version first."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    folders = sorted(POSTGRES.glob("*/bin/initdb"), key=lambda initdb: int(initdb.parent.parent.name))
    return folders[-1].parent if folders else None


LOOKS: dict[str, Callable[[], object]] = {
    f"python3.{sys.version_info.minor}-venv": has_venv,
    "libvoikko1": has_libvoikko,
    "voikko-fi": has_dictionary,
    "chromium": chromium,
    "postgresql": postgres_programs,
}
FOR_ENVIRONMENTS = (f"python3.{sys.version_info.minor}-venv",)
FOR_FINNISH = ("libvoikko1", "voikko-fi")


def missing(packages: Collection[str]) -> list[str]:
    """Those of the packages whose work nothing on this machine does yet."""
    return [package for package in dict.fromkeys(packages) if not LOOKS[package]()]


def ensure(packages: Collection[str]) -> None:
    """Install what is missing of these packages; raises Problem."""
    absent = missing(packages)
    if absent:
        with step(named("system", packages=", ".join(absent))):
            install(absent)


def install(packages: list[str]) -> None:
    """Install Debian packages as root, with sudo, or not at all: then the Problem holds the line to run."""
    name = named("system", packages=", ".join(packages))
    if not shutil.which("apt-get"):
        raise Problem(Exit.NO_ROOT, "no_apt", packages=" ".join(packages))
    apt = [*_as_root(packages), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", LOCK_PATIENCE, "-q"]
    run(name, [*apt, "update"], log="apt-update")
    run(name, [*apt, "install", "-y", "--no-install-recommends", *packages], log="apt-install")


def _as_root(packages: list[str]) -> list[str]:
    if os.geteuid() == 0:
        return []
    # Asks for the password here, on the terminal; the steps themselves run without one.
    asks = ["sudo", "-v"] if sys.stdin.isatty() else ["sudo", "-n", "true"]
    if not shutil.which("sudo") or subprocess.run(asks, check=False, capture_output=not sys.stdin.isatty()).returncode:
        raise Problem(Exit.NO_ROOT, "no_root", packages=" ".join(packages))
    return ["sudo", "-n"]
