"""The advisors' own words as data: ready replies, the codes of how a talk ended, and facts told of a third person."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from domain.conditions import Frozen
from domain.facts import Fact

SEED = Path(__file__).parent / "seed"
BLANK = re.compile(r"\{(\w+)\}")


class ReadyReply(Frozen):
    """A reply to send as it is or to go on from; `{nimi}`, `{kunta}` and `{neuvoja}` are blanks in it."""

    id: str
    shortcut: str
    label_fi: str
    text_fi: str


class Outcome(Frozen):
    """How a talk with an advisor ended."""

    id: str
    label_fi: str


@cache
def ready_replies(path: Path = SEED / "ready_replies.json") -> tuple[ReadyReply, ...]:
    """Read the replies. Raises OSError or pydantic.ValidationError."""
    listed = json.loads(path.read_text(encoding="utf-8"))["replies"]
    return tuple(ReadyReply.model_validate(one) for one in listed)


@cache
def outcomes(path: Path = SEED / "outcomes.json") -> tuple[Outcome, ...]:
    """Read the outcomes. Raises OSError or pydantic.ValidationError."""
    listed = json.loads(path.read_text(encoding="utf-8"))["outcomes"]
    return tuple(Outcome.model_validate(one) for one in listed)


class DeskLabels(Frozen):
    """Labels by fact, and by fact and value, where the catalogue's own speak as the person or to them."""

    facts: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]

    def of(self, fact: Fact) -> Fact:
        """Return the fact as it is named to an advisor."""
        named = self.values.get(fact.id, {})
        values = tuple(one.model_copy(update={"label_fi": named.get(one.id, one.label_fi)}) for one in fact.values)
        return fact.model_copy(update={"label_fi": self.facts.get(fact.id, fact.label_fi), "values": values})


@cache
def desk_labels(path: Path = SEED / "desk_labels.json") -> DeskLabels:
    """Read the labels. Raises OSError or pydantic.ValidationError."""
    return DeskLabels.model_validate_json(path.read_text(encoding="utf-8"))


def filled(text: str, fields: Mapping[str, str | None]) -> str:
    """Return the text with its known blanks filled in; the others stay as they are."""
    return BLANK.sub(lambda blank: fields.get(blank[1]) or blank[0], text)


def blanks(text: str) -> list[str]:
    """Return the names of the blanks that are left."""
    return BLANK.findall(text)
