"""Reading the audit log: by person, conversation and day, page by page; and every look leaves a row."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from api.db import staff
from tests.api.house import House, Worker

pytestmark = pytest.mark.anyio
CASE = str(uuid4())


@pytest.fixture
async def auditor(house: House) -> Worker:
    """An auditor, and a log with rows around midnight in Finland, which is 21 or 22 in UTC."""
    worker = await house.advisor("Tarja", role="auditor")
    rows = [
        ("Aino", "look", CASE, datetime(2026, 6, 9, 20, 59, tzinfo=UTC)),
        ("Aino", "claim", CASE, datetime(2026, 6, 9, 21, 0, tzinfo=UTC)),
        ("Eero", "look", None, datetime(2026, 6, 10, 20, 59, tzinfo=UTC)),
        ("Eero", "look", CASE, datetime(2026, 6, 10, 21, 0, tzinfo=UTC)),
    ]
    async with house.product.database.write() as db:
        for name, action, conversation, at in rows:
            staff.audit(db, name, action, conversation, at=at)
    return worker


async def read(worker: Worker, **question: Any) -> Any:
    response = await worker.http.get("/api/v1/audit", params=question)
    assert response.status_code == 200, response.text
    return response.json()


def who(page: Any) -> list[tuple[str, str]]:
    return [(row["staff"], row["action"]) for row in page["items"]]


async def test_it_is_filtered(auditor: Worker) -> None:
    assert who(await read(auditor, staff="Aino")) == [("Aino", "claim"), ("Aino", "look")]
    assert who(await read(auditor, day="2026-06-10")) == [("Eero", "look"), ("Aino", "claim")]
    seen = await read(auditor, conversation=CASE, staff="Eero")
    assert (who(seen), seen["items"][0]["conversation"]) == ([("Eero", "look")], CASE)


async def test_pages_follow_each_other_without_gap_or_overlap(auditor: Worker) -> None:
    found, before = [], {}
    while True:
        page = await read(auditor, conversation=CASE, limit=2, **before)
        found += [row["id"] for row in page["items"] if row["action"] != "audit_read"]
        if page["next"] is None:
            break
        before = {"before": page["next"]}
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 3


async def test_a_look_is_written_down(auditor: Worker) -> None:
    await read(auditor, conversation=CASE, staff="Aino")
    newest = (await read(auditor, staff="Tarja"))["items"][0]
    assert (newest["action"], newest["conversation"], newest["detail"]) == ("audit_read", CASE, "Aino")


@pytest.mark.parametrize("question", [{"day": "eilen"}, {"conversation": "1"}, {"limit": 501}, {"before": 0}, {"x": 1}])
async def test_a_question_that_means_nothing_is_refused(auditor: Worker, question: dict[str, Any]) -> None:
    assert (await auditor.http.get("/api/v1/audit", params=question)).status_code == 422
