"""An editor or an approver without a browser, for what a journey does not look at."""

from typing import Any

import httpx

from tests.e2e.desk.desk_page import ADVISOR_PASSWORD
from tests.e2e.stack import Stack

SERVICE = "omaehtoinen-opiskelu"
AGE = ("ika", "at_least")


class Editor:
    """Somebody who works with the interface of the console."""

    def __init__(self, stack: Stack, name: str) -> None:
        self.name = name
        self._http = httpx.Client(base_url=stack.base, timeout=30)
        answer = self._http.post("/api/v1/login", json={"name": name, "password": ADVISOR_PASSWORD})
        self._http.headers["X-CSRF-Token"] = answer.raise_for_status().json()["csrf"]

    def close(self) -> None:
        self._http.close()

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        answer = self._http.request(method, f"/api/v1/admin{path}", json=body)
        assert answer.is_success, answer.text
        return answer.json()

    def draft(self, title: str, age: int) -> int:
        """Begin a draft in which the service is for people of this age and older."""
        draft = int(self.ask("POST", "/drafts", {"title": title})["id"])
        self.change(draft, age)
        return draft

    def change(self, draft: int, age: int) -> None:
        content = self.ask("GET", f"/catalogue/services/{SERVICE}?draft={draft}")["content"]
        for line in content["ways"][0]["lines"]:
            for condition in line["any_of"]:
                if (condition["fact"], condition["op"]) == AGE:
                    condition["value"] = age
        revision = self.ask("GET", f"/drafts/{draft}")["revision"]
        self.ask("PUT", f"/drafts/{draft}/entries/services/{SERVICE}", {"revision": revision, "content": content})

    def submit(self, draft: int) -> None:
        revision = self.ask("GET", f"/drafts/{draft}")["revision"]
        self.ask("POST", f"/drafts/{draft}/submission", {"revision": revision, "note": "Muutos laissa."})

    def publish(self, draft: int, on: str) -> None:
        revision = self.ask("GET", f"/drafts/{draft}")["revision"]
        self.ask("POST", f"/drafts/{draft}/publication", {"revision": revision, "effective_from": on, "note": ""})
