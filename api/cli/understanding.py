"""The command `understand`: what is taken from messages, through the real model, without a server."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from api.cli.reading import Broken, Message, ModelUnreadable, Understood, read_lines
from api.cli.reading import understand as understand_all
from api.cli.words import say
from api.clock import today as this_day
from domain.catalogue import load_seed
from domain.facts import Vocabulary

WRONG_INPUT = 2
File = Annotated[str, typer.Argument(help=say("help_message_file"))]
Today = Annotated[str | None, typer.Option("--today", help=say("help_understand_today"))]


def understand(file: File, today: Today = None) -> None:
    """Say what each message states, refuses, does not know and wants, and whether it is urgent."""
    vocabulary = load_seed().vocabulary
    items = list(read_lines(_lines(file), vocabulary))
    wrong = any(isinstance(item, Broken) for item in items)
    for answer in _answers(items, vocabulary, _day(today)):
        sys.stdout.buffer.write((json.dumps(answer, ensure_ascii=False) + "\n").encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    if wrong:
        raise typer.Exit(WRONG_INPUT)


def _answers(items: Sequence[Message | Broken], vocabulary: Vocabulary, on: date) -> Iterable[dict[str, Any]]:
    messages = [item for item in items if isinstance(item, Message)]
    try:
        read = iter(list(understand_all(messages, model(), vocabulary, on=on)) if messages else [])
    except ModelUnreadable as error:
        raise typer.BadParameter(say("model_unreadable", detail=error.detail)) from None
    return [_line(item if isinstance(item, Broken) else next(read)) for item in items]


def _line(item: Broken | Understood) -> dict[str, Any]:
    if isinstance(item, Broken):
        return {"id": item.id, "problems": [problem._asdict() for problem in item.problems]}
    return asdict(item)


def model() -> Path:
    """The trained model that the launcher names. Raises typer.BadParameter when it is not there."""
    path = Path(os.environ.get("PALVELUPOLKU_MODEL", ""))
    if not path.is_file():
        raise typer.BadParameter(say("no_model"))
    return path


def _lines(file: str) -> Iterable[bytes]:
    if file == "-":
        return sys.stdin.buffer
    try:
        return Path(file).read_bytes().splitlines()
    except OSError as error:
        raise typer.BadParameter(say("unreadable_file", file=file, cause=error.strerror)) from None


def _day(text: str | None) -> date:
    try:
        return date.fromisoformat(text) if text else this_day()
    except ValueError:
        raise typer.BadParameter(say("not_a_day", day=text)) from None
