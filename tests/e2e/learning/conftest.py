"""A product of one's own: another model reads nobody else's messages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.e2e.admin.admin_page import AdminPage
from tests.e2e.admin.editor import Editor
from tests.e2e.desk.conftest import account
from tests.e2e.stack import Stack, running


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    data: Path = tmp_path_factory.mktemp("school")
    with running(data) as started:
        yield started


@pytest.fixture
def editor(school: Stack) -> Iterator[Editor]:
    working = Editor(school, account(school, "Ville", "admin"))
    yield working
    working.close()


@pytest.fixture
def console(contexts: Callable[[str], BrowserContext], school: Stack) -> Callable[[str, str], AdminPage]:
    """Open the page of a new editor."""

    def opened(name: str, size: str) -> AdminPage:
        page = AdminPage(contexts(size).new_page(), school, account(school, name, "admin"))
        page.log_in()
        return page

    return opened
