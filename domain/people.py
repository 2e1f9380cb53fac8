"""The example people: what professionals have written of them and expect of the rules."""

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter

from domain.conditions import Frozen, Value
from domain.facts import Facts, Vocabulary

SEED = Path(__file__).parent / "seed"
FILES = ("people.json", "people_more.json", "people_third.json")


class Avoided(Frozen):
    """A service that the set must not have, and the professional's reason."""

    service: str
    reason_fi: str = ""
    basis: str | None = None
    by: str | None = None


class ExamplePerson(Frozen):
    """One example: a story, its facts, and what a professional expects of the answer."""

    id: str
    name_fi: str = ""
    story_fi: str = ""
    facts: Mapping[str, Value] = {}
    declined: tuple[str, ...] = ()
    partial: bool = False
    signals: tuple[str, ...] = ()
    needs_expected: tuple[str, ...] = ()
    must_include: tuple[str, ...] = ()
    should_include: tuple[str, ...] = ()
    must_not_include: tuple[Avoided, ...] = ()
    parallel_pairs: tuple[tuple[str, str], ...] = ()
    order_pairs: tuple[tuple[str, str], ...] = ()
    escalate: str | None = None

    @property
    def name(self) -> str:
        """What an editor calls the person: the given name, or the id in plain letters."""
        return self.name_fi or self.id.replace("-", " ").capitalize()

    def told(self, vocabulary: Vocabulary) -> Facts:
        """Return the facts; what the vocabulary does not know, or would refuse, is left out."""
        kept = {i: value for i, value in self.facts.items() if i in vocabulary and not vocabulary.fault(i, value)}
        declined = [i for i in self.declined if i in vocabulary and i not in kept]
        return Facts.of(vocabulary, kept, declined=declined)


def load_people(folder: Path = SEED) -> tuple[ExamplePerson, ...]:
    """Return the example people of the seed. Raises OSError or pydantic.ValidationError for broken files."""
    found = [person for name in FILES for person in json.loads((folder / name).read_bytes())]
    return TypeAdapter(tuple[ExamplePerson, ...]).validate_python(found)
