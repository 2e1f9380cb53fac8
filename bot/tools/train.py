"""Trains a model with what editors have taught and reads the messages that it is measured on, at the lowest priority.

Arguments: the training file of what was taught, where the model goes, and further models to read with. Standard
input: the number of messages, then a message a line as `bot.tools.understand` takes it; when it is closed, this ends
at once, so nothing outlives the program that asked. Standard output, JSON lines: `{"stage": "training"}`, then for each
model `{"stage": "reading"}` and an answer for each message.
"""

import asyncio
import json
import logging
import os
import sys
import threading
from pathlib import Path
from typing import IO, List, Text

from rasa.model_training import train
from rasa.utils.log_utils import configure_structlog

from bot.tools.understand import Reader, answer

ROOT = Path(__file__).parents[2]
BOT = ROOT / "bot"
LOWEST = 19
ALONE = 3


def main(taught: Path, model: Path, others: List[Text], to: IO[Text]) -> None:
    """Train, then let each model read every message."""
    lines = [sys.stdin.readline() for _ in range(int(sys.stdin.readline()))]
    threading.Thread(target=_end_with_the_product, daemon=True).start()
    _tell(to, "training")
    train(
        domain=str(BOT / "rasa_domain"),
        config=str(BOT / "config.yml"),
        training_files=[str(BOT / "dialogue"), str(ROOT / "nlu_data"), str(taught)],
        output=str(model.parent),
        force_training=True,
        fixed_model_name=model.name[: -len(".tar.gz")],
    )
    for one in (str(model), *others):
        reader = Reader(one)
        _tell(to, "reading")
        asyncio.run(answer(reader, lines, to))


def _tell(to: IO[Text], stage: Text) -> None:
    to.write(json.dumps({"stage": stage}) + "\n")


def _end_with_the_product() -> None:
    sys.stdin.read()
    os._exit(ALONE)


if __name__ == "__main__":
    os.nice(LOWEST)
    configure_structlog(logging.WARNING)
    # Rasa prints to standard output what people are to read; ours goes to a program.
    answers = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
    os.dup2(2, 1)
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:], answers)
