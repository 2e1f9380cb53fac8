"""Puts another model in the place of the one that reads: loaded beside it, so no message waits or is lost."""

import asyncio
import gc
import tarfile
from pathlib import Path
from typing import Text

from rasa.core.agent import Agent
from rasa.shared.exceptions import RasaException

# The name of the model that Rasa was started with.
FIRST = ""


class ModelUnreadable(Exception):
    """There is no model at that place, or none that these components can load."""


def keep_for_good() -> None:
    """Model and libraries stay; looking through them for garbage takes a fifth of a second each time."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


class Swapper:
    """Knows which model reads now; one change at a time."""

    def __init__(self) -> None:
        self.name = FIRST
        self._one_at_a_time = asyncio.Lock()

    async def use(self, agent: Agent, name: Text, path: Text) -> None:
        """Let the model of a file read from the next message on. Raises ModelUnreadable; then the old one goes on."""
        async with self._one_at_a_time:
            if name == self.name:
                return
            await asyncio.get_running_loop().run_in_executor(None, _load, agent, path)
            self.name = name
            keep_for_good()


def _load(agent: Agent, path: Text) -> None:
    if not Path(path).is_file():
        raise ModelUnreadable(path)
    try:
        agent.load_model(path)
    except (RasaException, OSError, ValueError, KeyError, EOFError, tarfile.TarError) as error:
        raise ModelUnreadable(type(error).__name__) from error
