"""A fresh clone for each test."""

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
