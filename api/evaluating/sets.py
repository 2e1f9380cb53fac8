"""The sets of messages: the project's own, and the ones beside the checkout where they are."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from api.cli.reading import Message, understand
from api.evaluating import scoring
from domain.facts import Vocabulary

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = {"own": ROOT / "evaluation", "shared": ROOT.parent / "shared" / "eval"}
# The day on which the messages of every set are said.
SAID_ON = date(2026, 11, 21)
Score = Callable[[Sequence[dict[str, Any]], Sequence[dict[str, Any]]], scoring.Scored]
KINDS: dict[str, Score] = {
    "messages": scoring.of_messages,
    "crisis": scoring.of_crisis,
    "places": scoring.of_places,
}
HOME = "kotikunta"


@dataclass(frozen=True, slots=True)
class EvaluationSet:
    """A file of messages with their meaning; `name` is folder and file, such as `own/messages`."""

    name: str
    kind: str
    items: list[dict[str, Any]]

    def messages(self) -> Iterator[Message]:
        """What is given to the reader; a place is an answer to the question about the home municipality."""
        for item in self.items:
            asked = HOME if self.kind == "places" else item.get("asked")
            yield Message(id=item["id"], text=item["text"], asked=asked)


def found(folders: dict[str, Path] | None = None) -> list[EvaluationSet]:
    """Every set there is; the kind is the first word of the file's name."""
    places = FOLDERS if folders is None else folders
    files = [(owner, path) for owner, folder in places.items() for path in sorted(folder.glob("*.jsonl"))]
    kinds = [(owner, path, path.stem.partition("_")[0]) for owner, path in files]
    return [EvaluationSet(f"{owner}/{path.stem}", kind, _read(path)) for owner, path, kind in kinds if kind in KINDS]


def score(sets: Sequence[EvaluationSet], model: Path, vocabulary: Vocabulary) -> dict[str, scoring.Scored]:
    """The figures of each set by its name; the model is loaded once. Raises ModelUnreadable."""
    messages = [message for one in sets for message in one.messages()]
    answers = map(asdict, understand(messages, model, vocabulary, on=SAID_ON))
    return {one.name: KINDS[one.kind](one.items, [next(answers) for _ in one.items]) for one in sets}


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
