"""Who may do what on the page: an advisor is shown the way home, an auditor looks and changes nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.admin.admin_page import AdminPage
from tests.e2e.admin.editor import SERVICE, Editor

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("role", ["advisor", "supervisor"])
def test_the_desk_does_not_open_the_rules(console: Callable[..., AdminPage], role: str) -> None:
    page = console("Aino", role)
    expect(page.page.get_by_role("heading", name="Tämä sivu ei kuulu rooliisi")).to_be_visible()
    expect(page.page.get_by_role("link", name="Siirry neuvojan työpöydälle")).to_have_attribute("href", "/neuvoja")
    expect(page.page.get_by_role("navigation")).to_have_count(0)


def test_an_auditor_looks_and_changes_nothing(console: Callable[..., AdminPage], editor: Editor) -> None:
    draft = editor.draft("Katsottava", 30)
    page = console("Tarkka", "auditor")
    expect(page.page.get_by_role("button", name="Uusi luonnos")).to_have_count(0)
    page.go(f"luettelo/services/{SERVICE}?luonnos={draft}")
    expect(page.page.get_by_text("Voit katsoa tätä, mutta muutokset tekee ylläpitäjä.")).to_be_visible()
    expect(page.page.get_by_role("button", name="Tallenna luonnokseen")).to_have_count(0)
    page.go(f"luonnokset/{draft}/muutokset?luonnos={draft}")
    expect(page.main.get_by_text("Ikä: vähintään 30 vuotta")).to_be_visible()
    expect(page.page.get_by_role("button", name="Peru muutos")).to_have_count(0)
    page.tab("Julkaisu")
    expect(page.main.get_by_text("Voit katsoa luonnosta, mutta et muuttaa sitä.")).to_be_visible()
    page.section("Tuonti ja vienti")
    with page.page.expect_download() as found:
        page.main.get_by_role("link", name="Taulukko (XLSX)").click()
    assert found.value.suggested_filename == "palvelupolku.xlsx"
    expect(page.main.get_by_text("Tuonti kuuluu ylläpitäjälle.")).to_be_visible()
