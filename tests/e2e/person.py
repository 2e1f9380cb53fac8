"""A person who talks through the HTTP contract alone."""

import time
import uuid
from typing import Any

import httpx


class Person:
    """One conversation; `say` and `press` return what the assistant answered."""

    def __init__(self, base: str) -> None:
        self.http = httpx.Client(base_url=base, timeout=20)
        opened = self.http.post("/api/v1/conversations", json={"language": "fi"}).raise_for_status().json()
        self.id, self.token = opened["id"], opened["token"]
        self.http.headers["Authorization"] = f"Bearer {self.token}"
        self.path = f"/api/v1/conversations/{self.id}"
        self.last = self.messages()[-1]["seq"]

    def close(self) -> None:
        self.http.close()

    def messages(self, after: int = 0) -> list[dict[str, Any]]:
        got = self.http.get(f"{self.path}/messages", params={"after": after}).raise_for_status().json()
        return list(got["items"])

    def post(self, **body: Any) -> int:
        body.setdefault("client_id", str(uuid.uuid4()))
        answer = self.http.post(f"{self.path}/messages", json=body)
        assert answer.status_code == httpx.codes.ACCEPTED, answer.text
        return int(answer.json()["seq"])

    def answers(self, after: int, seconds: float = 15.0) -> list[dict[str, Any]]:
        """Wait for the assistant's answers to a message; they are stored together."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            items = [item for item in self.messages(after) if item["from"] == "bot"]
            if items:
                self.last = items[-1]["seq"]
                return items
            time.sleep(0.03)
        raise AssertionError(f"no answer to message {after}")

    def say(self, text: str) -> list[dict[str, Any]]:
        return self.answers(self.post(text=text))

    def press(self, **body: Any) -> list[dict[str, Any]]:
        return self.answers(self.post(**body))

    def facts(self) -> dict[str, Any]:
        items = self.http.get(f"{self.path}/facts").raise_for_status().json()["items"]
        return {item["fact"]: item for item in items}

    def known(self) -> dict[str, Any]:
        return {fact: item["value"] for fact, item in self.facts().items() if item["status"] == "known"}

    def suggestion(self) -> dict[str, Any]:
        return dict(self.http.get(f"{self.path}/suggestion").raise_for_status().json())


def question(items: list[dict[str, Any]]) -> dict[str, Any]:
    """The question among these answers, or an empty dict."""
    asked = [item["payload"] for item in items if (item["payload"] or {}).get("kind") == "question"]
    return dict(asked[-1]) if asked else {}
