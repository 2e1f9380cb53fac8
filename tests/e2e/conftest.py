"""One running product for all journeys."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.e2e.chat_page import ChatPage
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


CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 360, "height": 740}}
SIZES = {
    "wide": {"width": 1440, "height": 900},
    "narrow": {"width": 1024, "height": 768},
    "visitor": {"width": 390, "height": 780},
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=BROWSER_FLAGS)
        yield started
        started.close()


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Callable[[str], BrowserContext]]:
    """Open the windows of one more person, of the size that is named."""
    made: list[BrowserContext] = []

    def context(size: str) -> BrowserContext:
        made.append(browser.new_context(viewport=SIZES[size], locale="fi-FI", reduced_motion="reduce"))
        return made[-1]

    yield context
    for one in made:
        one.close()


@pytest.fixture
def open_chat(browser: Browser, stack: Stack) -> Iterator[Callable[..., ChatPage]]:
    contexts = []

    def opened(size: str = "desktop") -> ChatPage:
        contexts.append(browser.new_context(viewport=WIDTHS[size], locale="fi-FI"))
        return ChatPage(contexts[-1].new_page(), stack)

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(params=list(WIDTHS))
def chat(open_chat: Callable[..., ChatPage], request: pytest.FixtureRequest) -> ChatPage:
    return open_chat(request.param)
