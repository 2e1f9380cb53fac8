"""The Python environments: made from lock files with hashes, stamped last, made anew when half-finished."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tooling import places, stamps
from tooling.installing import install, install_quickly
from tooling.messages import say
from tooling.programs import named, need_space, run, step


@dataclass(frozen=True)
class Environment:
    """One environment and one lock that it has to satisfy; `gigabytes` is what it needs on the disk."""

    key: str
    folder: Path
    lock: Path
    gigabytes: float
    also: tuple[str, ...] = ()
    build: Path | None = None

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.folder / "bin" / "python"

    def stamp(self, key: str | None = None) -> Path:
        """Where it stands that the environment is whole."""
        return self.folder / f"stamp-{key or self.key}"

    def is_ready(self) -> bool:
        """Whether everything in the lock is installed and the interpreter still there."""
        return stamps.is_fresh(self.stamp(), self.fingerprint()) and self.python.exists()

    def fingerprint(self) -> str:
        """What the environment is made from."""
        return stamps.fingerprint([self.lock], str(self.folder.resolve()))

    def ensure(self, interpreter: Callable[[], Path]) -> None:
        """Make or update the environment; does nothing when it is ready. Raises Problem."""
        if self.is_ready():
            return
        name = named(self.key)
        need_space(name, self.gigabytes)
        base = interpreter()
        with step(name):
            self._prepare(name, base)
            if self.build:
                install(name, self.python, self.build, log=f"{self.key}-build")
                install_quickly(name, self.python, self.lock, log=self.key)
            else:
                install(name, self.python, self.lock, log=self.key)
            for key in (self.key, *self.also):
                stamps.write(self.stamp(key), BY_KEY[key].fingerprint())

    def _prepare(self, name: str, base: Path) -> None:
        whole = any(self.folder.glob("stamp-*")) and self.python.exists()
        if self.folder.exists() and not whole:
            say("half_finished", step=name)
            shutil.rmtree(self.folder)
        if not whole:
            # venv would swallow what ensurepip says, and with it the cause of a failure.
            run(name, [base, "-m", "venv", "--without-pip", self.folder], log=f"{self.key}-venv")
            run(name, [self.python, "-m", "ensurepip", "--default-pip"], log=f"{self.key}-pip")
        for stamp in self.folder.glob("stamp-*"):
            stamp.unlink()


PRODUCT = Environment("product", places.PRODUCT_VENV, places.PRODUCT_LOCK, 1.0)
DEV = Environment("dev", places.PRODUCT_VENV, places.DEV_LOCK, 1.5, also=("product",))
BOT = Environment("bot", places.BOT_VENV, places.BOT_LOCK, 4.5, build=places.BUILD_LOCK)
BY_KEY = {environment.key: environment for environment in (PRODUCT, DEV, BOT)}


def own_python() -> Path:
    """The interpreter that runs the launcher."""
    return Path(sys.executable)
