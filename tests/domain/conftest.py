"""The published catalogue and its example people, loaded once."""

import json
from typing import Any

import pytest

from domain.catalogue import SEED, load_seed
from domain.rules import RuleBook

FILES = ("people.json", "people_more.json", "people_third.json")


@pytest.fixture(scope="session")
def rulebook() -> RuleBook:
    return load_seed()


def example_people() -> list[dict[str, Any]]:
    return [person for file in FILES for person in json.loads((SEED / file).read_text(encoding="utf-8"))]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "person" in metafunc.fixturenames:
        people = example_people()
        metafunc.parametrize("person", people, ids=[person["id"] for person in people])


@pytest.fixture(scope="session")
def people() -> list[dict[str, Any]]:
    return example_people()
