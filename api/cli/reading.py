"""Messages in a file, and what the trained model makes of them in Rasa's own environment, without a server."""

import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from domain.facts import Vocabulary
from domain.privacy import mask
from domain.problems import Problem
from domain.urgency import UrgencySigns

ROOT = Path(__file__).resolve().parents[2]
BOT_PYTHON = ROOT / "bot" / ".venv" / "bin" / "python"
LIGHT = {"OMP_NUM_THREADS": "1", "TF_CPP_MIN_LOG_LEVEL": "3", "RASA_TELEMETRY_ENABLED": "false"}
CODES = {"json_invalid": "broken_json", "missing": "missing", "model_type": "not_an_object"}


class ModelUnreadable(Exception):
    """The program that reads with the model stopped; `detail` is the last line it wrote."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class Message(BaseModel):
    """One line of input."""

    model_config = ConfigDict(strict=True)

    id: Any
    text: str
    asked: str | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that cannot be read as a message."""

    id: Any
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class Understood:
    """What one message says. `probable` are readings that a person would be asked to confirm."""

    id: Any
    intent: str
    urgent: str | None
    facts: dict[str, Any] = field(default_factory=dict)
    probable: dict[str, Any] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    dont_know: list[str] = field(default_factory=list)


def read_lines(lines: Iterable[bytes], vocabulary: Vocabulary) -> Iterator[Message | Broken]:
    """Each line that is not empty as a message, or every problem of it."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _message(line.removeprefix(b"\xef\xbb\xbf"), f"line {number}", vocabulary)


def _message(line: bytes, place: str, vocabulary: Vocabulary) -> Message | Broken:
    try:
        message = Message.model_validate_json(line)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        return Broken(_id(line), [_problem(place, fault) for fault in faults])
    if message.asked is not None and message.asked not in vocabulary:
        return Broken(message.id, [Problem(f"{place}.asked", "unknown_fact", message.asked[:120])])
    return message


def _problem(place: str, fault: Any) -> Problem:
    return Problem(".".join((place, *map(str, fault["loc"]))), CODES.get(fault["type"], "wrong_type"), fault["msg"])


def _id(line: bytes) -> Any:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return data.get("id") if isinstance(data, dict) else None


def understand(messages: Sequence[Message], model: Path, vocabulary: Vocabulary, *, on: date) -> Iterator[Understood]:
    """What each message says, in their order, as on the way from the page. Raises ModelUnreadable."""
    return understood(messages, _read(lines_for(messages, on=on), model), vocabulary)


def lines_for(messages: Iterable[Message], *, on: date) -> list[str]:
    """Return the messages, masked, as lines for the programs that read with a model."""
    return [
        json.dumps(
            {
                "text": mask(message.text).text,
                "asked": [message.asked] if message.asked else [],
                "today": on.isoformat(),
            }
        )
        for message in messages
    ]


def understood(
    messages: Iterable[Message], reads: Iterable[dict[str, Any]], vocabulary: Vocabulary
) -> Iterator[Understood]:
    """Put together what a model has read with what the patterns of danger see."""
    signs = UrgencySigns.load()
    for message, read in zip(messages, reads, strict=True):
        danger = signs.label(mask(message.text).text)
        yield _understood(message.id, read, danger.label if danger else None, vocabulary)


def _read(lines: Iterable[str], model: Path) -> Iterator[dict[str, Any]]:
    program = [str(BOT_PYTHON), "-W", "ignore", "-m", "bot.tools.understand", str(model)]
    environment = {**os.environ, **LIGHT, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        program, input="\n".join(lines).encode(), capture_output=True, env=environment, cwd=ROOT, check=False
    )
    if done.returncode:
        raise ModelUnreadable(done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2])
    return map(json.loads, done.stdout.splitlines())


def _understood(identifier: Any, read: dict[str, Any], urgent: str | None, vocabulary: Vocabulary) -> Understood:
    """The entities by kind. A reading that the vocabulary refuses is left out, as the bot's actions do."""
    understood = Understood(identifier, read["act"], urgent)
    for entity in read["entities"]:
        found = entity["value"]
        if entity["entity"] == "refused":
            understood.refused.append(found["fact"])
        elif entity["entity"] == "dont_know":
            understood.dont_know.append(found["fact"])
        elif not vocabulary.check({found["fact"]: found["value"]}):
            (understood.facts if found["certain"] else understood.probable)[found["fact"]] = found["value"]
    return understood
