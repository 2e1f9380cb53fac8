"""What models are measured on, and the scores of one model on it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from api.cli.reading import Message, lines_for, understood
from api.evaluating import breakdown, sets
from domain.catalogue import load_seed
from domain.facts import Vocabulary
from domain.learning import Said

MESSAGES = "messages"


@cache
def vocabulary() -> Vocabulary:
    """Return the facts that the bot knows: those of this version's files, whatever the published rules add."""
    return load_seed().vocabulary


@cache
def held_out() -> tuple[str, ...]:
    """Return the messages of the evaluation sets, which nothing is trained on."""
    return tuple(item["text"] for one in sets.found() for item in one.items)


@dataclass(frozen=True, slots=True)
class Material:
    """The messages that every model reads: those of the evaluation sets, then what editors have marked."""

    items: Sequence[Mapping[str, Any]]
    taught: Mapping[int, Said]

    @classmethod
    def with_taught(cls, taught: Mapping[int, Said]) -> "Material":
        """Return everything to read; `taught` are messages by the number of their example."""
        return cls([item for one in sets.found() if one.kind == MESSAGES for item in one.items], taught)

    @property
    def messages(self) -> list[Message]:
        """The messages in their order."""
        asked = [Message(id=item["id"], text=item["text"], asked=item["asked"]) for item in self.items]
        return [*asked, *(Message(id=id_, text=said.text, asked=said.asked) for id_, said in self.taught.items())]

    @property
    def lines(self) -> list[str]:
        """The messages as the training program takes them."""
        return lines_for(self.messages, on=sets.SAID_ON)

    def scores(self, reads: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """Return the counts by act and fact, and which taught messages are still read otherwise than marked."""
        answers = [asdict(one) for one in understood(self.messages, reads, vocabulary())]
        split = len(self.items)
        wrong = [
            id_
            for (id_, said), answer in zip(self.taught.items(), answers[split:], strict=True)
            if not _as_marked(said, answer)
        ]
        return {**breakdown.of_messages(self.items, answers[:split]), "taught": len(self.taught), "wrong": wrong}


def _as_marked(said: Said, answer: Mapping[str, Any]) -> bool:
    told = {**answer["probable"], **answer["facts"]}
    return said.act in (None, answer["intent"]) and all(_told(told.get(one.fact), one.value) for one in said.marks)


def _told(found: Any, value: Any) -> bool:
    return value in found if isinstance(found, list) else bool(found == value)
