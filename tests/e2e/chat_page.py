"""The chat as a person uses it: what is seen and pressed, by visible names and roles alone."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.stack import Stack

PATIENCE_MS = 15_000
SHOTS = Path(__file__).parents[2] / "var" / "screens"


class ChatPage:
    """One browser page with the chat open."""

    def __init__(self, page: Page, stack: Stack) -> None:
        self.page, self.stack = page, stack
        page.set_default_timeout(PATIENCE_MS)
        page.goto(f"{stack.base}/")
        expect(self.said_by_bot.first).to_be_visible(timeout=PATIENCE_MS)

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def said_by_bot(self) -> Locator:
        return self.log.locator(".message--bot .message__text")

    @property
    def said_by_me(self) -> Locator:
        return self.log.locator(".message--visitor .message__text")

    @property
    def box(self) -> Locator:
        return self.page.get_by_role("textbox", name="Kirjoita viesti")

    def say(self, text: str) -> None:
        """Write a message, send it with Enter, and wait for the answer."""
        before = self.last_seq()
        self.box.fill(text)
        self.box.press("Enter")
        self.answered_after(before)

    def answered_after(self, seq: int) -> None:
        """Wait until the assistant has said something after a message of this person."""
        self.page.wait_for_function(
            """seq => [...document.querySelectorAll('.message--bot[data-seq]')]
                .some(item => Number(item.dataset.seq) > seq + 1)""",
            arg=seq,
            timeout=PATIENCE_MS,
        )

    def last_seq(self) -> int:
        numbers = self.page.eval_on_selector_all("[data-seq]", "items => items.map(item => Number(item.dataset.seq))")
        return max(numbers, default=0)

    def press(self, *names: str) -> None:
        """Press buttons of the newest question; the last one sends the answer."""
        before = self.last_seq()
        more = self.page.get_by_role("button", name="Näytä muut", expanded=False)
        for name in names:
            button = self.page.get_by_role("button", name=name, exact=True)
            if button.count() == 0 and more.count() > 0:
                more.last.click()
            button.last.click()
        self.answered_after(before)

    def session(self) -> dict[str, str]:
        """The conversation's id and token, as the page keeps them."""
        stored = self.page.evaluate("() => ({...localStorage})")
        for text in stored.values():
            value = json.loads(text) if text.startswith("{") else {}
            if {"id", "token"} <= value.keys():
                return {"id": value["id"], "token": value["token"]}
        raise AssertionError("the page keeps no conversation")

    def api(self, path: str) -> Any:
        """Read the conversation through the contract, as the same person."""
        mine = self.session()
        answer = self.page.request.get(
            f"{self.stack.base}/api/v1/conversations/{mine['id']}/{path}",
            headers={"Authorization": f"Bearer {mine['token']}"},
        )
        assert answer.ok, answer.text()
        return answer.json()

    def known(self) -> dict[str, Any]:
        return {item["fact"]: item["value"] for item in self.api("facts")["items"] if item["status"] == "known"}

    def question(self) -> dict[str, Any]:
        """The question that stands open now, or an empty dict."""
        for item in reversed(self.api("messages?after=0")["items"]):
            payload = item["payload"] or {}
            if payload.get("kind") in {"question", "result", "confirm"}:
                return dict(payload) if payload["kind"] == "question" else {}
        return {}

    def shot(self, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        width = (self.page.viewport_size or {"width": 0})["width"]
        self.page.screenshot(path=SHOTS / f"{name}-{width}.png")
