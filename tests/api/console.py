"""What the tests of the rules' console share: its people and the edits they make."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx

from api.clock import today
from tests.api.house import House

ADMIN = "/api/v1/admin"
TODAY = today().isoformat()
TOMORROW = (today() + timedelta(days=1)).isoformat()


@dataclass
class Console:
    """One person's page."""

    http: httpx.AsyncClient

    async def ask(self, method: str, path: str, status: int = 200, **how: Any) -> Any:
        response = await self.http.request(method, ADMIN + path, **how)
        assert response.status_code == status, (response.status_code, response.text[:600])
        is_json = "json" in response.headers.get("content-type", "")
        return response.json() if is_json and response.content else response.content

    async def get(self, path: str, status: int = 200) -> Any:
        return await self.ask("GET", path, status)

    async def post(self, path: str, body: Any = None, status: int = 200) -> Any:
        return await self.ask("POST", path, status, json=body or {})

    async def draft(self, title: str = "Muutos", **more: Any) -> dict[str, Any]:
        found: dict[str, Any] = await self.post("/drafts", {"title": title, **more}, 201)
        return found

    async def content(self, draft: int, service: str, collection: str = "services") -> dict[str, Any]:
        found = await self.get(f"/catalogue/{collection}/{service}?draft={draft}")
        content: dict[str, Any] = found["content"]
        return content

    async def save(
        self, draft: int, entry: str, content: Any, revision: int, *, status: int = 200, collection: str = "services"
    ) -> Any:
        body = {"revision": revision, "content": content}
        return await self.ask("PUT", f"/drafts/{draft}/entries/{collection}/{entry}", status, json=body)

    async def change(self, draft: int, service: str, **fields: Any) -> int:
        """Change fields of a service in a draft as it is now."""
        content = await self.content(draft, service)
        seen = (await self.get(f"/drafts/{draft}"))["revision"]
        saved = await self.save(draft, service, {**content, **fields}, seen)
        return int(saved["revision"])

    async def submit(self, draft: int, status: int = 200) -> Any:
        revision = (await self.get(f"/drafts/{draft}"))["revision"]
        return await self.post(f"/drafts/{draft}/submission", {"revision": revision, "note": "perustelu"}, status)

    async def publish(self, draft: int, status: int = 201, on: str = TODAY) -> Any:
        revision = (await self.get(f"/drafts/{draft}"))["revision"]
        body = {"revision": revision, "effective_from": on, "note": "hyväksytty"}
        return await self.post(f"/drafts/{draft}/publication", body, status)


async def console(house: House, name: str, role: str = "admin") -> Console:
    return Console((await house.advisor(name, role=role)).http)


def older(content: dict[str, Any], age: int) -> dict[str, Any]:
    """Return a service with another highest age."""
    changed = {**content, "ways": [{"lines": [dict(line) for line in way["lines"]]} for way in content["ways"]]}
    for way in changed["ways"]:
        for line in way["lines"]:
            line["any_of"] = [
                {**one, "value": age} if (one["fact"], one["op"]) == ("ika", "at_most") else one
                for one in line["any_of"]
            ]
    return changed
