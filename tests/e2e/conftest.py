"""One running product for all journeys."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.person import Person
from tests.e2e.stack import Stack, running


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    data: Path = tmp_path_factory.mktemp("data")
    with running(data) as started:
        yield started


@pytest.fixture
def person(stack: Stack) -> Iterator[Person]:
    talking = Person(stack.base)
    yield talking
    talking.close()
