"""The whole way from the first word to the path, with the keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.chat_page import ChatPage

pytestmark = pytest.mark.e2e

TABS_AT_MOST = 80
SETTLES_MS = 1500
FOCUSED = """() => {
    const one = document.activeElement;
    // A checkbox is drawn by what stands around it.
    const drawn = one.type === 'checkbox' ? one.parentElement : one;
    const box = drawn.getBoundingClientRect();
    const above = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
    const name = one.getAttribute('aria-label') || one.innerText || one.labels?.[0]?.innerText || one.placeholder || '';
    return {name: name.trim(), seen: above !== null && (drawn.contains(above) || above.contains(drawn))};
}"""


class Keys:
    """Moves the focus of one page as a person without a mouse does."""

    def __init__(self, page: Page, *, at_most: int = TABS_AT_MOST) -> None:
        self.page, self.keyboard, self._at_most = page, page.keyboard, at_most

    def to(self, name: str, key: str = "Tab") -> None:
        """Move until the element of this name has the focus; what has the focus is never hidden."""
        passed = []
        for _ in range(self._at_most):
            self.keyboard.press(key)
            here = self.page.evaluate(FOCUSED)
            assert here["seen"], f"hidden under something: {here['name']}"
            if here["name"].startswith(name):
                return
            passed.append(here["name"][:30])
        raise AssertionError(f"{name} was not reached: {passed}")

    def press(self, name: str, key: str = "Tab") -> None:
        """Move to a button and press it."""
        self.to(name, key)
        self.keyboard.press("Enter")


class ChatKeys(Keys):
    """The same in the chat, where a button may answer."""

    def __init__(self, chat: ChatPage) -> None:
        super().__init__(chat.page)
        self.chat = chat

    def answer(self, name: str, key: str = "Tab") -> None:
        """Press a button that answers, wait for what comes of it and until the log has scrolled to it."""
        before = self.chat.last_seq()
        self.press(name, key)
        self.chat.answered_after(before)
        self.page.wait_for_timeout(SETTLES_MS)


def test_from_the_first_word_to_the_path(chat: ChatPage) -> None:
    keys = ChatKeys(chat)
    keys.to("Kirjoita viesti")
    before = chat.last_seq()
    keys.keyboard.type("oon 52 ja ollu kaks vuotta työttömänä, velat painaa")
    keys.keyboard.press("Enter")
    chat.answered_after(before)
    expect(chat.box).to_be_focused()

    chat.page.wait_for_timeout(SETTLES_MS)
    keys.answer("Ohita", "Shift+Tab")
    keys.answer("Näytä ehdotukset jo nyt")
    keys.press("Avaa polku", "Shift+Tab")
    expect(chat.page.get_by_role("heading", level=1)).to_be_focused()

    keys.press("Miksi tämä?")
    expect(chat.page.get_by_role("button", name="Miksi tämä?").first).to_have_attribute("aria-expanded", "true")
    keys.press("Otan mukaan")
    expect(chat.page.get_by_text("Otit tämän mukaan")).to_be_visible()
    keys.press("Takaisin keskusteluun", "Shift+Tab")
    expect(chat.log).to_be_focused()


def test_dialogs_keep_the_focus_and_give_it_back(chat: ChatPage) -> None:
    keys = ChatKeys(chat)
    keys.press("Puhu ihmiselle")
    dialog = chat.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    keys.to("Peruuta")
    keys.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(chat.page.get_by_role("button", name="Puhu ihmiselle").first).to_be_focused()
