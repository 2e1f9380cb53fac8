"""What the administrators' console costs with 2 000 services and 300 facts: the list, a preview, one person's match."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx

from bench.figures import summary, table, write
from bench.large import EDITOR, PASSWORD, PEOPLE, app_in, large, publish
from bench.stack import ROOT
from domain.choosing import Situation
from domain.cover import choose
from domain.editions import Edition
from domain.facts import Facts
from domain.guidance import fresh_guidance
from domain.marks import Marks
from domain.matching import index_of
from domain.rules import RuleBook

ROUNDS = 5
SERVICE = "etsiva-nuorisotyo-3"
ON = date(2026, 11, 21)


def main(data: Path = ROOT / "var" / "bench") -> dict[str, Any]:
    """Run, print the table and write `console.json`."""
    with TemporaryDirectory() as folder:
        rows = asyncio.run(_measured(Path(folder)))
    print(table(rows))
    result = {"rows": rows}
    write(data, "console", result)
    return result


async def _measured(folder: Path) -> dict[str, dict[str, float]]:
    app = app_in(folder, rasa_transport=httpx.MockTransport(lambda _: httpx.Response(503)))
    edition = large()
    async with app.router.lifespan_context(app):
        await publish(app, edition)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bench", timeout=60) as http:
            return await _calls(http, edition)


async def _calls(http: httpx.AsyncClient, edition: Edition) -> dict[str, dict[str, float]]:
    body = {"username": EDITOR, "password": PASSWORD}
    http.headers["X-CSRF-Token"] = (await http.post("/api/v1/login", json=body)).json()["csrf"]
    root = "/api/v1/admin"
    rows = {"the list, first opened": summary([await _timed(lambda: http.get(f"{root}/catalogue/services?sort=name"))])}
    rows["the list"] = await _often(lambda _: http.get(f"{root}/catalogue/services?sort=name&q=tuki"))
    draft = (await http.post(f"{root}/drafts", json={"title": "mittaus"})).json()["id"]
    content = edition.plain("services", SERVICE) or {}
    path = f"{root}/drafts/{draft}/preview"
    rows[f"a preview with effect on {PEOPLE} people, first"] = summary(
        [await _timed(lambda: http.post(path, json=_change(content, 20)))]
    )
    rows[f"a preview with effect on {PEOPLE} people"] = await _often(
        lambda number: http.post(path, json=_change(content, 21 + number))
    )
    rows["one person: verdicts and the set"] = summary(list(_matches(edition, lambda told: _set(edition.book, told))))
    rows["one person: the whole answer"] = summary(list(_matches(edition, lambda told: _answer(edition.book, told))))
    return rows


def _change(content: dict[str, Any], age: int) -> dict[str, Any]:
    line = {"any_of": [{"fact": "ika", "op": "at_most", "value": age}], "why_fi": "Ikäraja"}
    return {"changes": {"services": {SERVICE: {**content, "ways": [{"lines": [line]}]}}}}


def _set(book: RuleBook, told: Facts) -> object:
    return Situation(Marks(index_of(book, ON), told)).chosen


def _answer(book: RuleBook, told: Facts) -> object:
    return fresh_guidance(book, told, ON).plan.suggested


def _matches(edition: Edition, work: Callable[[Facts], object]) -> Iterator[float]:
    known = [person.told(edition.book.vocabulary) for person in edition.people.values()]
    work(known[0])
    for told in known:
        choose.cache_clear()
        begun = time.perf_counter()
        work(told)
        yield (time.perf_counter() - begun) * 1000


async def _often(call: Callable[[int], Awaitable[httpx.Response]]) -> dict[str, float]:
    return summary([await _timed(partial(call, number)) for number in range(ROUNDS)])


async def _timed(call: Callable[[], Awaitable[httpx.Response]]) -> float:
    begun = time.perf_counter()
    response = await call()
    took = (time.perf_counter() - begun) * 1000
    response.raise_for_status()
    return took


if __name__ == "__main__":
    main()
