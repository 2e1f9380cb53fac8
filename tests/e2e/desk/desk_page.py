"""The advisors' desk as an advisor uses it: what is seen and pressed, and all that the network brought to the page."""

import re

from playwright.sync_api import Locator, Page, Route, expect

from tests.e2e.chat_page import SHOTS
from tests.e2e.stack import Stack

PATIENCE_MS = 20_000
ANSWERS = re.compile(r"/api/v1/(?!advisor/events)")
ADVISOR_PASSWORD = "neljä outoa sanaa peräkkäin"


class DeskPage:
    """One browser page with an advisor logged in."""

    def __init__(self, page: Page, stack: Stack, name: str) -> None:
        self.page, self.name = page, name
        self._answers: list[str] = []
        self._streamed: list[str] = []
        page.set_default_timeout(PATIENCE_MS)
        network = page.context.new_cdp_session(page)
        network.on("Network.eventSourceMessageReceived", lambda event: self._streamed.append(event["data"]))
        network.send("Network.enable")
        page.goto(f"{stack.base}/neuvoja")

    def log_in(self) -> None:
        self.page.get_by_label("Käyttäjätunnus").fill(self.name)
        self.page.get_by_label("Salasana").fill(ADVISOR_PASSWORD)
        self.page.get_by_role("button", name="Kirjaudu", exact=True).click()
        expect(self.page.get_by_role("heading", name="Jono")).to_be_visible()

    def heard(self) -> str:
        """Return everything that the server has sent to this page, live events included."""
        return "\n".join([*self._answers, *self._streamed])

    def overhear(self) -> None:
        """Keep from now on what the server answers; live events are kept from the beginning."""

        def keep(route: Route) -> None:
            response = route.fetch()
            self._answers.append(response.text())
            route.fulfill(response=response)

        self.page.route(ANSWERS, keep)

    def queued(self, place: str) -> Locator:
        return self.page.get_by_role("button", name=re.compile(f"Ota keskustelu: .*{place}"))

    def take(self, place: str) -> None:
        """Take the case of the person who lives there."""
        self.queued(place).click()
        expect(self.page.get_by_role("heading", name=f"Asiakas · {place}")).to_be_visible()

    def say(self, text: str) -> None:
        box = self.page.get_by_role("textbox", name="Kirjoita vastaus")
        box.fill(text)
        box.press("Enter")
        expect(self.transcript.get_by_text(text)).to_have_count(1)

    @property
    def transcript(self) -> Locator:
        return self.page.get_by_role("log", name="Keskustelu")

    @property
    def side(self) -> Locator:
        return self.page.get_by_role("complementary", name="Henkilön tiedot ja ehdotus")

    def tab(self, name: str) -> None:
        self.page.get_by_role("tab", name=name).click()

    def offer_to(self, colleague: str, note: str) -> None:
        self.page.get_by_role("button", name="Siirrä", exact=True).click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("radio", name=re.compile(f"^{colleague} (Paikalla|Poissa|Varattu)")).check()
        dialog.get_by_label("Mitä seuraavan on hyvä tietää?").fill(note)
        dialog.get_by_role("button", name="Tarjoa keskustelua").click()
        expect(dialog).to_have_count(0)

    def close_case(self, outcome: str, agreed: str, *, to: str) -> None:
        self.page.get_by_role("button", name="Päätä keskustelu").first.click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_label(outcome).check()
        dialog.get_by_role("textbox", name="Mitä sovittiin").fill(agreed)
        dialog.get_by_label(to).check()
        dialog.get_by_role("button", name="Päätä keskustelu").click()
        expect(self.page.get_by_text("Keskustelu on päätetty.")).to_be_visible()

    def shot(self, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"desk-{name}-1440.png")
