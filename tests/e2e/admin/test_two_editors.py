"""Two editors on the same service: whoever is later sees what the other did, and nothing is overwritten unseen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from api.clock import today
from tests.e2e.admin.admin_page import AdminPage
from tests.e2e.admin.editor import SERVICE, Editor

pytestmark = pytest.mark.e2e

AGE_FIELD = "Ehto 2: arvo"


def test_the_later_save_shows_both_and_asks(console: Callable[..., AdminPage], editor: Editor) -> None:
    draft = editor.draft("Yhteinen luonnos", 30)
    first, second = console("Eeva", "admin"), console("Olli", "admin")
    for page in (first, second):
        page.go(f"luettelo/services/{SERVICE}?luonnos={draft}")
        expect(page.page.get_by_label(AGE_FIELD)).to_have_value("30")
    set_age(first, "40")
    expect(first.page.get_by_text("Tallennettu luonnokseen.")).to_be_visible()
    set_age(second, "45")
    dialog = second.page.get_by_role("dialog", name="Joku muu ehti tallentaa tämän")
    expect(dialog.get_by_text(f"{first.name} tallensi")).to_be_visible()
    expect(dialog.get_by_text("40 vuotta")).to_be_visible()
    expect(dialog.get_by_text("45 vuotta")).to_be_visible()
    assert age_in(editor, draft) == 40
    dialog.get_by_label("Oma muutokseni").check()
    dialog.get_by_role("button", name="Tallenna valinnat").click()
    expect(second.page.get_by_text("Tallennettu luonnokseen.")).to_be_visible()
    assert age_in(editor, draft) == 45


def test_a_draft_that_another_has_overtaken_is_merged(
    console: Callable[..., AdminPage], editor: Editor, approver: Editor
) -> None:
    faster, slower = editor.draft("Nopeampi", 31), editor.draft("Hitaampi", 33)
    editor.submit(faster)
    approver.publish(faster, today().isoformat())
    page = console("Eeva", "admin")
    page.go(f"luonnokset/{slower}/julkaisu?luonnos={slower}")
    expect(page.main.get_by_text("Luonnosta ei voi julkaista ennen kuin")).to_be_visible()
    expect(page.page.get_by_role("button", name="Lähetä hyväksyttäväksi")).to_have_count(0)
    page.main.get_by_role("link", name="Yhdistä uusi versio").first.click()
    expect(page.main.get_by_text("Yhtä kohtaa on muutettu kummassakin.")).to_be_visible()
    page.shot("merge")
    page.main.get_by_label("Pidä luonnoksen muutos").check()
    page.press("Yhdistä")
    expect(page.main.get_by_text("Ikä: vähintään 31 vuotta")).to_be_visible()
    expect(page.main.get_by_text("Ikä: vähintään 33 vuotta")).to_be_visible()
    page.tab("Julkaisu")
    expect(page.page.get_by_role("button", name="Lähetä hyväksyttäväksi")).to_be_visible()


def set_age(page: AdminPage, age: str) -> None:
    page.page.get_by_label(AGE_FIELD).fill(age)
    page.page.get_by_role("button", name="Tallenna luonnokseen").click()


def age_in(editor: Editor, draft: int) -> int:
    lines = editor.ask("GET", f"/catalogue/services/{SERVICE}?draft={draft}")["content"]["ways"][0]["lines"]
    return int(lines[1]["any_of"][0]["value"])
