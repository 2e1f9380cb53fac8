"""A full desk: how soon a message reaches the other side, with many conversations open and many advisors at work."""

import asyncio
import json
import os
import secrets
import subprocess
import time
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from string import ascii_lowercase
from typing import Any
from urllib.parse import urlsplit

import httpx

from bench.figures import summary, table, write
from bench.stack import ROOT, product

CONVERSATIONS = 300
ADVISORS = 30
PER_SECOND = 10.0
SECONDS = 60
HEARD_WITHIN = 30  # seconds; later than that counts as unheard
PASSWORD = secrets.token_urlsafe(24)
OPEN = {"timezone": "Europe/Helsinki", "always": True, "text_fi": "aina"}
ADVISOR, VISITOR = "to the advisor", "to the visitor"
SHARE = {"basic": True, "sensitive": True, "health": False}


@dataclass
class Ears:
    """What the streams hear: when each text that was sent came through."""

    waited_for: dict[tuple[str, str], asyncio.Future[float]] = field(default_factory=dict)

    async def listen(self, base: str, side: str, path: str, headers: dict[str, str]) -> None:
        """Read one event stream until it is cancelled; plain sockets, so that the listener costs little."""
        address = urlsplit(base)
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {address.netloc}\r\n{lines}\r\n".encode())
        try:
            async for event, text in _events(reader):
                if event == "message" and (side, text) in self.waited_for:
                    self.waited_for.pop((side, text)).set_result(time.perf_counter())
        finally:
            writer.close()

    def expect(self, side: str, text: str) -> asyncio.Future[float]:
        """Return when the text will have been heard on that side; the sender's own stream carries it too."""
        return self.waited_for.setdefault((side, text), asyncio.get_running_loop().create_future())


async def _events(reader: asyncio.StreamReader) -> AsyncIterator[tuple[str, str]]:
    event = ""
    while line := await reader.readline():
        if line.startswith(b"event: "):
            event = line[7:].decode().strip()
        elif line.startswith(b"data: ") and event == "message":
            yield event, json.loads(line[6:])["text"]


@dataclass
class Case:
    """A conversation with an advisor: how each side sends."""

    id: str
    visitor: dict[str, str]
    advisor: dict[str, str]

    async def say(self, client: httpx.AsyncClient, text: str, *, as_advisor: bool) -> None:
        """Post one message of one side."""
        side, headers = ("advisor/", self.advisor) if as_advisor else ("", self.visitor)
        body = {"client_id": str(uuid.uuid4()), "text": text}
        path = f"/api/v1/{side}conversations/{self.id}/messages"
        (await client.post(path, json=body, headers=headers)).raise_for_status()


def _hire(data: Path, name: str) -> None:
    command = [str(ROOT / "palvelupolku"), "user", "add", name, "--role", "advisor", "--password-stdin"]
    subprocess.run(
        [*command, "--data-dir", str(data)], cwd=ROOT, input=PASSWORD, text=True, check=True, capture_output=True
    )


async def _log_in(client: httpx.AsyncClient, name: str) -> dict[str, str]:
    answer = await client.post("/api/v1/login", json={"name": name, "password": PASSWORD})
    csrf = answer.raise_for_status().json()["csrf"]
    cookies = "; ".join(f"{one.name}={one.value}" for one in answer.cookies.jar)
    client.cookies.clear()
    return {"Cookie": cookies, "X-CSRF-Token": csrf}


async def _open_case(client: httpx.AsyncClient, advisor: dict[str, str]) -> Case:
    opened = (await client.post("/api/v1/conversations", json={"language": "fi"})).raise_for_status().json()
    visitor = {"Authorization": f"Bearer {opened['token']}"}
    path = f"/api/v1/conversations/{opened['id']}/handoff"
    (await client.post(path, json={"share": SHARE}, headers=visitor)).raise_for_status()
    path = f"/api/v1/advisor/conversations/{opened['id']}/claim"
    (await client.post(path, json={"anyway": True}, headers=advisor)).raise_for_status()
    return Case(opened["id"], visitor, advisor)


async def measure(base: str) -> dict[str, Any]:
    """Open everything, then send from both sides at a steady rate and time each message's way to the other side."""
    ears = Ears()
    limits = httpx.Limits(max_connections=50)
    async with httpx.AsyncClient(base_url=base, timeout=30, limits=limits, trust_env=False) as client:
        advisors = [await _log_in(client, f"neuvoja{n}") for n in range(ADVISORS)]
        cases = [await _open_case(client, advisors[n % ADVISORS]) for n in range(CONVERSATIONS)]
        listening = [asyncio.create_task(ears.listen(base, ADVISOR, "/api/v1/advisor/events", one)) for one in advisors]
        for case in cases:
            path = f"/api/v1/conversations/{case.id}/events"
            listening.append(asyncio.create_task(ears.listen(base, VISITOR, path, case.visitor)))
        await asyncio.sleep(5)
        times = await _talk(client, ears, cases)
        for task in listening:
            task.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
    return {"rows": {name: summary(found) for name, found in times.items()}, "unheard": len(ears.waited_for)}


def _word() -> str:
    """Return a word of its own; letters only, since digits could be masked as a number of the person."""
    return "".join(secrets.choice(ascii_lowercase) for _ in range(20))


async def _talk(client: httpx.AsyncClient, ears: Ears, cases: list[Case]) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {ADVISOR: [], VISITOR: []}

    async def one(case: Case, *, as_advisor: bool) -> None:
        text = f"viesti {_word()}"
        side = VISITOR if as_advisor else ADVISOR
        begun, heard = time.perf_counter(), ears.expect(side, text)
        await case.say(client, text, as_advisor=as_advisor)
        done, _ = await asyncio.wait([heard], timeout=HEARD_WITHIN)
        times[side].extend((each.result() - begun) * 1000 for each in done)

    sending, turn = [], cycle(cases)
    for number in range(int(PER_SECOND * SECONDS)):
        sending.append(asyncio.create_task(one(next(turn), as_advisor=number % 2 == 0)))
        await asyncio.sleep(1 / PER_SECOND)
    await asyncio.gather(*sending)
    return times


@contextmanager
def _desk(data: Path) -> Iterator[str]:
    data.mkdir(parents=True, exist_ok=True)
    hours = data / "hours.json"
    hours.write_text(json.dumps(OPEN), encoding="utf-8")
    os.environ |= {"PALVELUPOLKU_SERVICE_HOURS": str(hours), "PALVELUPOLKU_CONVERSATIONS": "100000/1000"}
    with product(data) as base:
        for number in range(ADVISORS):
            _hire(data, f"neuvoja{number}")
        yield base


def main(data: Path = ROOT / "var" / "bench") -> dict[str, Any]:
    """Run, print the table and write `live.json`."""
    with _desk(data / f"live-data-{uuid.uuid4().hex[:8]}") as base:
        result = asyncio.run(measure(base))
    print(table(result["rows"]))
    print(f"{CONVERSATIONS} conversations, {ADVISORS} advisors, {PER_SECOND:g} a second; unheard: {result['unheard']}")
    write(data, "live", result)
    return result


if __name__ == "__main__":
    main()
