"""From post to readable answer through the whole stack, beside a bare light Rasa with one action."""

import asyncio
import json
import time
import uuid
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx

from bench.figures import summary, table, write
from bench.stack import ROOT, bare_rasa, product

SAID = ("oon 51 vuotta", "asun Turussa", "oon ollu työttömänä 14 kk", "en tiiä", "oon 52", "joo")
MESSAGES = 110
EARLY = slice(3, 13)
LATE = slice(95, 105)


class Talker:
    """One visitor who listens to the event stream and times each answer."""

    def __init__(self, client: httpx.AsyncClient, conversation: str, token: str) -> None:
        self.client = client
        self.path = f"/api/v1/conversations/{conversation}"
        self.headers = {"Authorization": f"Bearer {token}"}
        self.answers: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    @classmethod
    async def begin(cls, client: httpx.AsyncClient) -> "Talker":
        """Open a conversation."""
        opened = (await client.post("/api/v1/conversations", json={"language": "fi"})).raise_for_status().json()
        return cls(client, opened["id"], opened["token"])

    async def listen(self) -> None:
        """Queue every message of the assistant as it arrives."""
        async with self.client.stream("GET", f"{self.path}/events", headers=self.headers, timeout=None) as stream:
            async for item in _messages(stream):
                if item["from"] == "bot":
                    await self.answers.put(item)

    async def say(self, text: str) -> float:
        """Post one message; return the milliseconds until the first answer after it was read back."""
        body = {"client_id": str(uuid.uuid4()), "text": text}
        begun = time.perf_counter()
        posted = await self.client.post(f"{self.path}/messages", json=body, headers=self.headers)
        seq = posted.raise_for_status().json()["seq"]
        while (await asyncio.wait_for(self.answers.get(), 30))["seq"] <= seq:
            pass
        return (time.perf_counter() - begun) * 1000


async def _messages(stream: httpx.Response) -> AsyncIterator[dict[str, Any]]:
    kind = ""
    async for line in stream.aiter_lines():
        if line.startswith("event:"):
            kind = line[6:].strip()
        elif line.startswith("data:") and kind == "message":
            yield json.loads(line[5:])


async def _bare_turn(client: httpx.AsyncClient, address: str, sender: str) -> float:
    begun = time.perf_counter()
    answered = await client.post(address, json={"sender": sender, "message": "olen viisikymmentä"})
    if not answered.raise_for_status().json():
        raise RuntimeError("the bare Rasa gave no answer")
    return (time.perf_counter() - begun) * 1000


async def measure(base: str, bare: str) -> dict[str, Any]:
    """Talk to both in turns, so that a noisy moment of the machine meets both."""
    ours: list[float] = []
    reference: list[float] = []
    async with httpx.AsyncClient(base_url=base, timeout=30) as client:
        talker = await Talker.begin(client)
        listening = asyncio.create_task(talker.listen())
        await asyncio.sleep(0.5)
        for turn in range(MESSAGES):
            ours.append(await talker.say(SAID[turn % len(SAID)]))
            # A new sender every ten messages: the reference must not pay for a long tracker.
            reference.append(await _bare_turn(client, bare, f"bare-{turn // 10}"))
            await asyncio.sleep(0.05)
        listening.cancel()
    rows = {
        "palvelupolku": summary(ours[3:]),
        "bare light Rasa, one action": summary(reference[3:]),
        "palvelupolku, messages 4-13": summary(ours[EARLY]),
        "palvelupolku, messages 96-105": summary(ours[LATE]),
    }
    early, late = rows["palvelupolku, messages 4-13"], rows["palvelupolku, messages 96-105"]
    ratio = rows["palvelupolku"]["p50_ms"] / rows["bare light Rasa, one action"]["p50_ms"]
    return {"rows": rows, "to_bare": round(ratio, 2), "late_to_early": round(late["p50_ms"] / early["p50_ms"], 2)}


def main(data: Path = ROOT / "var" / "bench") -> dict[str, Any]:
    """Run, print the table and write `message.json`."""
    with product(data / "message-data") as base, bare_rasa(data / "bare") as bare:
        result = asyncio.run(measure(base, bare))
    print(table(result["rows"]))
    print(f"to the bare one: {result['to_bare']}   late to early: {result['late_to_early']}")
    write(data, "message", result)
    return result


if __name__ == "__main__":
    main()
