"""No screen of the administrators' page has a grave fault that a machine can find, at either width."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.admin.admin_page import AdminPage
from tests.e2e.admin.editor import SERVICE, Editor
from tests.e2e.test_accessibility import faults

pytestmark = pytest.mark.e2e

SIZES = ["wide", "narrow"]
LISTS = ["services", "needs", "facts", "people", "texts", "sentences", "escalation", "interview"]


def checked(page: AdminPage, name: str) -> None:
    """Look for faults and for what is wider than the screen, and keep a picture for human eyes."""
    page.settle()
    assert faults(page.page) == [], name
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is too wide"
    page.shot(name)


@pytest.mark.parametrize("size", SIZES)
def test_the_catalogue_and_an_entry(console: Callable[..., AdminPage], editor: Editor, size: str) -> None:
    draft = editor.draft(f"Saavutettavuus {size}", 30)
    page = console("Eeva", "admin", size)
    for collection in LISTS:
        page.go(f"luettelo/{collection}")
        checked(page, f"list-{collection}")
    page.go(f"luettelo/services/{SERVICE}")
    checked(page, "entry-published")
    page.go(f"luettelo/services/{SERVICE}?luonnos={draft}")
    for tab in ("Luettuna", "Kokeile", "Vaikutus", "Käyttö"):
        page.page.get_by_role("tab", name=tab).click()
        checked(page, f"entry-{tab.lower()}")


@pytest.mark.parametrize("size", SIZES)
def test_drafts_versions_and_files(
    console: Callable[..., AdminPage], editor: Editor, approver: Editor, size: str
) -> None:
    draft = editor.draft(f"Lähetetty {size}", 30)
    page = console("Eeva", "admin", size)
    page.go("luonnokset")
    checked(page, "drafts")
    for part in ("muutokset", "ongelmat", "vaikutus", "julkaisu"):
        page.go(f"luonnokset/{draft}/{part}?luonnos={draft}")
        checked(page, f"draft-{part}")
    editor.submit(draft)
    deciding = console("Anu", "approver", size)
    deciding.go(f"luonnokset/{draft}/julkaisu?luonnos={draft}")
    checked(deciding, "draft-approval")
    deciding.go("versiot")
    checked(deciding, "versions")
    deciding.go("versiot/1")
    checked(deciding, "version")
    page.go(f"tuonti?luonnos={draft}")
    checked(page, "files")


def test_who_is_no_administrator(console: Callable[..., AdminPage]) -> None:
    page = console("Aino", "advisor")
    expect(page.page.get_by_role("heading", name="Tämä sivu ei kuulu rooliisi")).to_be_visible()
    checked(page, "not-yours")
