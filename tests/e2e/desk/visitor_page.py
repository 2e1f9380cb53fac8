"""The chat of a person who needs a human."""

from typing import Any

from playwright.sync_api import Locator, expect

from tests.e2e.chat_page import ChatPage


class VisitorPage(ChatPage):
    """A chat page that can be given facts without the interview, and asks for a human."""

    def tell(self, **facts: Any) -> None:
        mine = self.session()
        for fact, value in facts.items():
            answer = self.page.request.put(
                f"{self.stack.base}/api/v1/conversations/{mine['id']}/facts/{fact}",
                headers={"Authorization": f"Bearer {mine['token']}"},
                data={"value": value},
            )
            assert answer.ok, answer.text()

    def ask_for_human(self, *, share: tuple[str, ...] = ("Arkaluonteiset tiedot", "Terveystiedot")) -> None:
        """Ask in the dialog; the conversation and the basic facts are shared in any case."""
        self.page.get_by_role("button", name="Puhu ihmiselle").first.click()
        for kind in share:
            self.dialog.get_by_text(kind, exact=True).click()
            expect(self.dialog.get_by_role("checkbox", name=kind)).to_be_checked()
        self.dialog.get_by_role("button", name="Pyydä ihmistä mukaan").click()

    def write(self, text: str) -> None:
        """Write to a human; nobody answers by itself."""
        self.box.fill(text)
        self.box.press("Enter")
        expect(self.log.get_by_text(text, exact=True)).to_have_count(1)

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")
