"""What tests of the queue do again and again."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
from sqlalchemy import update

from api.clock import now
from api.db import staff
from api.db.models.conversation import Conversation
from tests.api.house import House, Visitor, Worker

ALL = {"basic": True, "sensitive": True, "health": True}


async def waiting(house: House, share: Mapping[str, bool] = ALL, facts: Mapping[str, Any] | None = None) -> Visitor:
    """Let a person tell something and ask for a human."""
    visitor = await house.visitor()
    for fact, value in (facts or {}).items():
        response = await visitor.call("PUT", f"/facts/{fact}", json={"value": value})
        assert response.status_code == 204, response.text
    response = await visitor.call("POST", "/handoff", json={"share": share})
    assert response.status_code == 202, response.text
    return visitor


async def claimed(house: House, visitor: Visitor, name: str = "Aino", teams: Iterable[str] = ()) -> Worker:
    """Let a new advisor take the case."""
    worker = await house.advisor(name, teams=teams)
    response = await worker.post(f"/conversations/{visitor.id}/claim")
    assert response.status_code == 204, response.text
    return worker


async def put(worker: Worker, path: str, body: Any) -> httpx.Response:
    return await worker.http.put(f"/api/v1/advisor{path}", json=body)


async def there(worker: Worker, capacity: int = 4) -> None:
    """Let the advisor be there and take cases."""
    response = await put(worker, "/presence", {"state": "available", "capacity": capacity})
    assert response.status_code == 204, response.text


async def write(worker: Worker, visitor: Visitor, text: str) -> httpx.Response:
    return await worker.post(f"/conversations/{visitor.id}/messages", {"client_id": str(uuid4()), "text": text})


async def queue(worker: Worker) -> dict[str, Any]:
    response = await worker.get("/queue")
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


async def waits(worker: Worker) -> list[str]:
    """Return the ids of who waits, as this advisor sees it."""
    return [one["id"] for one in (await queue(worker))["waiting"]]


async def handoff(visitor: Visitor) -> dict[str, Any]:
    response = await visitor.call("GET", "/handoff")
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


async def staff_id(house: House, name: str) -> int:
    async with house.product.database.read() as db:
        found = await staff.by_name(db, name)
    assert found is not None
    return found.id


async def row(house: House, visitor: Visitor) -> Conversation:
    async with house.product.database.read() as db:
        return await db.get_one(Conversation, visitor.id)


async def change(house: House, visitor: Visitor, **values: Any) -> None:
    """Set what only time would bring about."""
    async with house.product.database.write() as db:
        await db.execute(update(Conversation).where(Conversation.id == visitor.id).values(**values))


async def lose(house: House, visitor: Visitor) -> None:
    """Let the advisor's lease have ended a second ago, as if nothing had been heard of them for its whole length."""
    await change(house, visitor, lease_until=now() - timedelta(seconds=1))
