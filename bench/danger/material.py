"""The messages that the scorecard learns from: the tables of the tests, everyday messages and a phrase bank."""

import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.danger.spoken import HABITS, spoken
from domain.urgency import UrgencySigns
from domain.urgency_data import LABELS, Label

ROOT = Path(__file__).parents[2]
TABLES = ROOT / "tests" / "domain" / "tables"
ORDINARY = ROOT / "tests" / "bot" / "facts"
PHRASES = Path(__file__).parent / "phrases.txt"
NOTHING = "ei mitään"
CHOICE = re.compile(r"\{([^{}]*)\}")
ACTS = ROOT / "nlu_data" / "acts"
ITEM = "    - "
SEED = 1
ORDINARY_SHARE = 3.0  # most messages are these
BANK_SHARE = 0.6  # how much a sentence of the bank counts beside a written message
ACT_SHARE = 0.3
SHORT = 8  # words of an everyday message that people put before or after something else
RETOLD_SHARE = 0.4
RETOLD_PART = 0.4
JOINED_SHARE = 0.5
JOINTS = (", ", ". ", " ja ", " mutta ", ", mutta nyt ", ", ja nyt ", " ... ", ". Nyt ", " mut ")
OTHER_FIRST = 0.65
TABLE_PREFIX = "urgency_"
VIOLENCE = "vakivalta_tai_uhka"
LABEL: Mapping[str, Label] = {label: label for label in LABELS}


@dataclass(frozen=True, slots=True)
class Example:
    """A message, the table or bank that it comes from, the labels that are right (none: calm), how much it counts."""

    source: str
    labels: tuple[Label, ...]
    text: str
    share: float = 1.0


def tables() -> Iterator[Example]:
    """The messages of all tables of the tests."""
    for path in sorted(TABLES.glob(f"{TABLE_PREFIX}*.txt")):
        for heading, line in _lines(path):
            yield Example(path.stem.removeprefix(TABLE_PREFIX), _labels(heading), line)


def retold(examples: Iterable[Example]) -> Iterator[Example]:
    """Each example once more, the way somebody else would say it."""
    chance = random.Random(SEED)
    for example in examples:
        text = spoken(example.text, chance.choice([*HABITS]))
        if text != example.text:
            yield Example(example.source, example.labels, text, RETOLD_SHARE)


def joined(examples: Sequence[Example], everyday: Iterable[Example], times: int = 2) -> Iterator[Example]:
    """Each example a few times more beside something harmless, as people tell several things at once."""
    chance = random.Random(SEED)
    harmless = [one.text for one in _acts() if len(one.text.split()) > 1]
    pairs = zip(harmless, harmless[::-1], strict=True)
    harmless += [chance.choice(JOINTS).join(pair) for pair in pairs]
    harmless += [one.text for one in everyday if len(one.text.split()) <= SHORT]
    for example in examples:
        for _ in range(times):
            other, joint = chance.choice(harmless), chance.choice(JOINTS)
            parts = (other, example.text) if chance.random() < OTHER_FIRST else (example.text, other)
            text = joint.join((parts[0].rstrip(".!?"), parts[1]))
            yield Example(example.source, example.labels, text, example.share * JOINED_SHARE)


def bank(times: int) -> Iterator[Example]:
    """Up to so many different sentences from each line of the phrase bank, and messages that speak of no danger."""
    chance = random.Random(SEED)
    for heading, line in _lines(PHRASES):
        labels = _labels(heading)
        drawn = (CHOICE.sub(lambda found: chance.choice(found.group(1).split("|")), line) for _ in range(times))
        for text in dict.fromkeys(" ".join(one.split()).replace(" ,", ",") for one in drawn):
            said = spoken(text, chance.choice([*HABITS])) if chance.random() < RETOLD_PART else text
            yield Example("bank", labels, said, BANK_SHARE)
    yield from _acts()


def ordinary(signs: UrgencySigns) -> Iterator[Example]:
    """Job seekers' own everyday worries, which are no danger; those in which a reader or a pattern sees one are not."""
    for path in sorted(ORDINARY.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            danger = told.get("urgent") or told["facts"].get(VIOLENCE)
            if not danger and not signs.by_rule(told["text"]):
                yield Example("bank", (), told["text"], ORDINARY_SHARE)


def _acts() -> Iterator[Example]:
    for path in sorted(ACTS.glob("*.yml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(ITEM):
                yield Example("bank", (), line.removeprefix(ITEM), ACT_SHARE)


def _labels(heading: str) -> tuple[Label, ...]:
    """The labels that a heading names. Raises KeyError for a label that there is none of."""
    return () if heading == NOTHING else tuple(LABEL[name] for name in heading.split("|"))


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    heading = NOTHING
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line and not line.startswith("#"):
            yield heading, line
