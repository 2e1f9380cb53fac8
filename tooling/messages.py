"""What the launcher says: the sentences stand in messages.json, progress goes to standard error."""

import json
import sys
from functools import cache
from pathlib import Path


@cache
def _sentences() -> dict[str, str]:
    sentences: dict[str, str] = json.loads(Path(__file__).with_name("messages.json").read_text("utf-8"))
    return sentences


def text(key: str, **facts: object) -> str:
    """The sentence of that key with its facts filled in; KeyError when either is missing."""
    return _sentences()[key].format(**facts)


def say(key: str, **facts: object) -> None:
    """Write one sentence to standard error, which leaves standard output to results."""
    sys.stderr.write(text(key, **facts) + "\n")
    sys.stderr.flush()


def answer(line: str) -> None:
    """Write one line to standard output at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
