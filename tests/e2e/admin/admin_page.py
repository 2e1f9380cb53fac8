"""The page of administrators as they use it: by visible names and roles alone."""

from playwright.sync_api import Locator, Page, expect

from tests.e2e.chat_page import SHOTS
from tests.e2e.desk.desk_page import ADVISOR_PASSWORD
from tests.e2e.stack import Stack

PATIENCE_MS = 20_000


class AdminPage:
    """One browser page with an administrator, an approver or an auditor logged in."""

    def __init__(self, page: Page, stack: Stack, name: str) -> None:
        self.page, self.stack, self.name = page, stack, name
        page.set_default_timeout(PATIENCE_MS)
        page.goto(f"{stack.base}/yllapito")

    def log_in(self) -> None:
        self.page.get_by_label("Käyttäjätunnus").fill(self.name)
        self.page.get_by_label("Salasana").fill(ADVISOR_PASSWORD)
        self.page.get_by_role("button", name="Kirjaudu", exact=True).click()
        expect(self.page.get_by_role("button", name="Kirjaudu ulos")).to_be_visible(timeout=PATIENCE_MS)

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    def go(self, place: str) -> None:
        """Open a place of the address anew, such as `luonnokset/1/muutokset`."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.stack.base}/yllapito#/{place}")
        self.settle()

    def settle(self) -> None:
        """Wait until everything asked for has come."""
        expect(self.page.get_by_role("heading", level=1)).to_be_visible(timeout=PATIENCE_MS)
        fetching = self.page.get_by_text("Haetaan", exact=True).filter(visible=True)
        expect(fetching).to_have_count(0, timeout=PATIENCE_MS)
        self.page.wait_for_load_state("networkidle")

    def section(self, name: str) -> None:
        self.page.get_by_role("navigation", name="Ylläpidon osiot").get_by_role("link", name=name, exact=True).click()
        expect(self.page.get_by_role("heading", level=1, name=name)).to_be_visible()

    def tab(self, name: str) -> None:
        tabs = self.page.get_by_role("navigation", name="Luonnoksen osat")
        tabs.get_by_role("link", name=name).click()
        expect(tabs.get_by_role("link", name=name)).to_have_attribute("aria-current", "page")
        self.settle()

    def press(self, name: str) -> None:
        self.main.get_by_role("button", name=name, exact=True).click()

    def shot(self, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        width = (self.page.viewport_size or {"width": 0})["width"]
        self.page.screenshot(path=SHOTS / f"admin-{name}-{width}.png", full_page=True)
