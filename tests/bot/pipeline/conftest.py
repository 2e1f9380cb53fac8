"""The trained model that the launcher names, read without a server."""

import asyncio
import logging
import os
from collections.abc import Callable
from typing import Any

import pytest
from rasa.utils.log_utils import configure_structlog

from bot.tools.understand import Reader

Read = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def read() -> Read:
    """What the model makes of a text, with the facts that were asked, those told just before and what was offered."""
    model = os.environ.get("PALVELUPOLKU_TEST_MODEL")
    if not model:
        pytest.skip("PALVELUPOLKU_TEST_MODEL is not set: run the tests with ./palvelupolku test")
    configure_structlog(logging.WARNING)
    reader = Reader(model)
    return lambda text, *asked, **more: asyncio.run(reader.read(text, asked, "2026-11-21", **more))
