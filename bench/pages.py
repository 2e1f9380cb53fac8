"""What an editor waits for in a real browser with 2 000 services and 300 facts: the list, a form, a preview."""

import asyncio
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Locator, Page, sync_playwright

from bench.figures import summary, table, write
from bench.large import COPIES, EDITOR, PASSWORD, PEOPLE, app_in, large, publish
from bench.stack import ROOT, product_alone

ROUNDS = 5
NAME, SERVICE = "Etsivä nuorisotyö", "etsiva-nuorisotyo-0"
# Limits that touch somebody; of the alike copies the first is the one that is suggested.
AGES = range(16, 16 + ROUNDS)
PATIENCE_MS = 60_000
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def main(data: Path = ROOT / "var" / "bench") -> dict[str, Any]:
    """Run, print the table and write `pages.json`; times are from a click or a key until the answer is drawn."""
    with TemporaryDirectory() as folder:
        asyncio.run(_fill(Path(folder)))
        with product_alone(Path(folder)) as base, _browser() as page:
            rows = {name: summary(times) for name, times in _day(Editor(page, base)).items()}
    print(table(rows))
    result = {"rows": rows}
    write(data, "pages", result)
    return result


async def _fill(folder: Path) -> None:
    app = app_in(folder)
    async with app.router.lifespan_context(app):
        await publish(app, large())


@contextmanager
def _browser() -> Iterator[Page]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = started.new_page(viewport={"width": 1440, "height": 900}, locale="fi-FI")
        page.set_default_timeout(PATIENCE_MS)
        yield page
        started.close()


class Editor:
    """The editor at the page. What is timed returns milliseconds."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.row = page.locator('tbody a[href*="luettelo/services/"]').first
        self.search = page.get_by_role("searchbox")
        self.age = page.get_by_label("Ehto 1: arvo")

    def log_in(self) -> float:
        """Time the way from the button to the first rows of the list."""
        self.page.goto(f"{self.base}/yllapito")
        self.page.get_by_label("Käyttäjätunnus").fill(EDITOR)
        self.page.get_by_label("Salasana").fill(PASSWORD)
        return self._timed(self.page.get_by_role("button", name="Kirjaudu", exact=True).click, self.row)

    def open_anew(self) -> float:
        """Time the page from its address to the first rows of the list."""
        self.page.goto("about:blank")
        return self._timed(lambda: self.page.goto(f"{self.base}/yllapito#/luettelo/services"), self.row)

    def come_back(self) -> float:
        """Time the list from a click in the navigation of another section."""
        self._section("Tarpeet")
        self.row.wait_for(state="hidden")
        return self._timed(lambda: self._section("Palvelut"), self.row)

    def find(self) -> float:
        """Time a search from the last key until the list holds what was found."""
        self.search.fill("")
        self.page.get_by_text(f"{COPIES} kohtaa").wait_for(state="hidden")
        return self._timed(lambda: self.search.fill(NAME), self.page.get_by_text(f"{COPIES} kohtaa"))

    def begin_draft(self) -> None:
        """Begin the draft in which the rest happens."""
        self.page.get_by_role("button", name="Uusi luonnos").click()
        self.page.get_by_label("Luonnoksen nimi").fill("Mittaus")
        self.page.get_by_role("button", name="Aloita muokkaus").click()
        self.page.get_by_text("Muokkaat").wait_for()

    def open_form(self) -> float:
        """Time the form of the service from a click on its name."""
        self._section("Palvelut")
        self.find()
        return self._timed(self.page.locator(f'tbody a[href*="/{SERVICE}?"]').click, self.age)

    def preview(self, age: int) -> float:
        """Time the effect of an age limit from the last key until it is drawn, the pause for further keys included."""
        begun = time.perf_counter()
        with self.page.expect_response(lambda answer: f'"value":{age}}}' in (answer.request.post_data or "")) as answer:
            self.age.fill(str(age))
        touched = len(answer.value.json()["effect"]["people"])
        self.page.get_by_text(f"Luonnos koskee {touched} esimerkkihenkilöä").wait_for()
        return self._drawn(begun)

    def _section(self, name: str) -> None:
        sections = self.page.get_by_role("navigation", name="Ylläpidon osiot")
        sections.get_by_role("link", name=name, exact=True).click()

    def _timed(self, act: Callable[[], object], shown: Locator) -> float:
        begun = time.perf_counter()
        act()
        shown.wait_for()
        return self._drawn(begun)

    def _drawn(self, begun: float) -> float:
        self.page.evaluate(DRAWN)
        return (time.perf_counter() - begun) * 1000


def _day(editor: Editor) -> dict[str, list[float]]:
    times = {"log-in, until the list is there for the first time": [editor.log_in()]}
    times["the list, the page opened anew"] = [editor.open_anew() for _ in range(ROUNDS)]
    times["the list, from another section"] = [editor.come_back() for _ in range(ROUNDS)]
    times["a search in the list"] = [editor.find() for _ in range(ROUNDS)]
    editor.begin_draft()
    times["a service's form, from the list"] = [editor.open_form() for _ in range(ROUNDS)]
    first, *later = [editor.preview(age) for age in AGES]
    times[f"a preview with effect on {PEOPLE} people, first"] = [first]
    times[f"a preview with effect on {PEOPLE} people"] = later
    return times


if __name__ == "__main__":
    main()
