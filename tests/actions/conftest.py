"""The seed's rule book and a way to say what was heard."""

from collections.abc import Callable
from typing import Any

import pytest

from actions.hearing import Heard
from actions.ports import Case, Dialogue, Pending
from domain.catalogue import load_seed
from domain.facts import Facts
from domain.rules import RuleBook
from tests.actions.dialogue import Talk


@pytest.fixture(scope="session")
def book() -> RuleBook:
    return load_seed()


@pytest.fixture
def hear() -> Callable[..., Heard]:
    def heard(text: str = "", intent: str = "inform", **parts: Any) -> Heard:
        empty: dict[str, Any] = {"readings": (), "refused": (), "dont_know": (), "choices": (), "seen": ()}
        return Heard(conversation="c", turn="c:2", intent=intent, text=text, **{**empty, **parts})

    return heard


@pytest.fixture
def case(book: RuleBook) -> Callable[..., Case]:
    def of(pending: Pending | None = None, **known: Any) -> Case:
        return Case("c", Facts.of(book.vocabulary, known), Dialogue(pending=pending or Pending()))

    return of


@pytest.fixture
def talk(book: RuleBook) -> Talk:
    return Talk(book)
