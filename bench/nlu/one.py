"""Trains one pipeline and reads messages with it; prints its figures as one line of JSON."""

from __future__ import annotations

import asyncio
import json
import logging
import resource
import sys
import time
from pathlib import Path
from typing import Any, Dict, List, Text

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.model_training import train_nlu
from rasa.utils.log_utils import configure_structlog

TRAINING = "nlu_data/acts"
SAID_ON = "2026-11-21"


def train(config: Text, folder: Text) -> None:
    """Train the pipeline of a configuration into a folder."""
    train_nlu(config, TRAINING, folder, fixed_model_name="model")


async def read(model: Text, items: List[Dict[Text, Any]]) -> Dict[Text, Any]:
    """Read every message once to warm up, once for the figures; in processor time, which others do not disturb."""
    started = time.perf_counter()
    processor = Agent.load(model).processor
    loaded = time.perf_counter() - started
    await _read_all(processor, items)
    seconds, right = [], 0
    for item in items:
        before = time.process_time()
        found = await processor.parse_message(_message(item))
        seconds.append(time.process_time() - before)
        act = found.get("act") or found["intent"]["name"]
        right += act in (item["intent"], *item.get("intent_alt", ()))
    cpu = sum(seconds)
    seconds.sort()
    return {
        "accuracy": round(right / len(items), 4),
        "cpu_ms": round(1000 * cpu / len(items), 2),
        "cpu_p50_ms": round(1000 * seconds[len(seconds) // 2], 2),
        "cpu_p95_ms": round(1000 * seconds[int(0.95 * len(seconds))], 2),
        "messages_per_cpu_s": round(len(items) / cpu, 1),
        "load_s": round(loaded, 1),
        "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


async def _read_all(processor: Any, items: List[Dict[Text, Any]]) -> None:
    for item in items:
        await processor.parse_message(_message(item))


def _message(item: Dict[Text, Any]) -> UserMessage:
    return UserMessage(item["text"], metadata={"asked": [item["asked"]] if item["asked"] else [], "today": SAID_ON})


def main() -> None:
    """`train CONFIG FOLDER` or `read MODEL MESSAGES`."""
    configure_structlog(logging.ERROR)
    if sys.argv[1] == "train":
        train(*sys.argv[2:])
        answer: Dict[Text, Any] = {"training_cpu_s": round(time.process_time(), 1)}
    else:
        lines = Path(sys.argv[3]).read_text("utf-8").splitlines()
        answer = asyncio.run(read(sys.argv[2], [json.loads(line) for line in lines]))
    sys.stdout.write("\n" + json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
