"""Editors, an approver and visitors on one running product whose rules may be changed freely."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.e2e.admin.admin_page import AdminPage
from tests.e2e.admin.editor import Editor
from tests.e2e.desk.conftest import account
from tests.e2e.desk.visitor_page import VisitorPage
from tests.e2e.stack import Stack, running_alone


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A product of one's own: what is published here changes nobody else's journeys."""
    data: Path = tmp_path_factory.mktemp("rules")
    with running_alone(data, {}) as started:
        yield started


@pytest.fixture
def console(contexts: Callable[[str], BrowserContext], rules: Stack) -> Callable[..., AdminPage]:
    """Open the page of a new person; the name gets a number."""

    def at_page(name: str, role: str, size: str = "wide") -> AdminPage:
        page = AdminPage(contexts(size).new_page(), rules, account(rules, name, role))
        page.log_in()
        return page

    return at_page


@pytest.fixture
def visit(contexts: Callable[[str], BrowserContext]) -> Callable[[Stack], VisitorPage]:
    """Open the chat of a new visitor."""
    return lambda stack: VisitorPage(contexts("visitor").new_page(), stack)


@pytest.fixture
def editor(rules: Stack) -> Iterator[Editor]:
    working = Editor(rules, account(rules, "Ville", "admin"))
    yield working
    working.close()


@pytest.fixture
def approver(rules: Stack) -> Iterator[Editor]:
    working = Editor(rules, account(rules, "Anu", "approver"))
    yield working
    working.close()
