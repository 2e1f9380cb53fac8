"""A fresh clone for each test."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.launcher.clone import Clone


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    root = tmp_path / "clone"
    root.mkdir()
    return Clone.of_checkout(root)


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """An empty folder that a test fills with programs and puts on PATH."""
    folder = tmp_path / "programs"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def heard_interrupts() -> Iterator[None]:
    """A shell lets what it starts in the background ignore Ctrl+C, and so would the launchers started here."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
