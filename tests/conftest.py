"""What all tests share: one event loop library, unhurried Hypothesis, and the PostgreSQL that the launcher started."""

import os

import pytest
from hypothesis import settings

settings.register_profile("shared-machine", deadline=None, print_blob=True)
# In CI the examples are the same on every run, so that red means a change; the search goes on elsewhere.
settings.register_profile("ci", settings.get_profile("shared-machine"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "shared-machine")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """The address of an empty PostgreSQL database; `./palvelupolku test` starts the server."""
    url = os.environ.get("PALVELUPOLKU_TEST_PG")
    if not url:
        pytest.skip("PALVELUPOLKU_TEST_PG is not set: run the tests with ./palvelupolku test")
    return url
