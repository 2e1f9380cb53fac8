"""A person and the advisor who has their case, for the tests about cases."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx

from tests.api.house import House, Visitor, Worker

ALL = {"basic": True, "sensitive": True, "health": True}
BASIC = {"basic": True}


@dataclass
class Desk:
    """One claimed case from both sides."""

    house: House
    visitor: Visitor
    worker: Worker

    async def act(self, method: str, path: str = "", body: Any = None) -> httpx.Response:
        """Call the case's own address as its advisor."""
        given = {"json": body} if body is not None else {}
        return await self.worker.http.request(method, f"/api/v1/advisor/conversations/{self.visitor.id}{path}", **given)

    async def done(self, method: str, path: str = "", body: Any = None) -> Any:
        response = await self.act(method, path, body)
        assert response.is_success, response.text
        return response.json() if response.content else None

    async def look(self) -> dict[str, Any]:
        view: dict[str, Any] = await self.done("GET")
        return view

    async def send(self, kind: str, **content: Any) -> httpx.Response:
        return await self.act("POST", "/send", {"client_id": str(uuid4()), "kind": kind, **content})

    async def close(self, **content: Any) -> None:
        await self.done("POST", "/close", {"client_id": str(uuid4()), "outcome": "neuvottu", **content})


async def at_desk(house: House, share: dict[str, bool] | None = None, name: str = "Aino", **told: Any) -> Desk:
    """Let a person tell facts, ask for a human and be taken by an advisor."""
    visitor = await house.visitor()
    for fact, value in told.items():
        assert (await visitor.call("PUT", f"/facts/{fact}", json={"value": value})).status_code == 204
    await visitor.call("POST", "/handoff", json={"share": ALL if share is None else share})
    worker = await house.advisor(name)
    response = await worker.post(f"/conversations/{visitor.id}/claim")
    assert response.status_code == 204, response.text
    return Desk(house, visitor, worker)
