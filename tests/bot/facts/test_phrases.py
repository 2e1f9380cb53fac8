"""Many ways of saying each value of a fact, of answering its question, and of what only looks like it.

The phrases stand in `phrases/`: `[fact=value]` is told without being asked, `[? fact=value]` answers the question,
`[! fact]` must not give the fact; what a line states beside its heading stands after `||`. What is not understood of
a file is in the message of a failure.
"""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "phrases"
TODAY = date(2026, 11, 21)
BOOLEANS = {"true": True, "false": False}
TOLD, ANSWERED, LOOK_ALIKE = "told", "answered", "look-alike"
KINDS = {"?": ANSWERED, "!": LOOK_ALIKE}
OPEN = {"dont_know": "dont_know", "declined": "refused"}
# Shares understood: told, answered, and look-alikes from which nothing is taken.
LEVELS = {
    "arki": (0.95, 0.96, 0.97),
    "asuminen": (0.93, 0.98, 0.94),
    "kieli_ja_kotoutuminen": (0.91, 0.96, 0.96),
    "koulutus": (0.94, 0.97, 0.97),
    "perhe": (0.96, 0.98, 0.97),
    "perustiedot": (0.96, 0.97, 0.93),
    "talous": (0.96, 0.96, 0.96),
    "terveys": (0.92, 0.97, 0.97),
    "toiveet": (0.96, 0.97, 0.96),
    "tyo": (0.96, 0.95, 0.97),
}


def phrases(path):
    heading = None
    for line in map(str.strip, path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("[") and line.endswith("]"):
            sign, text = line[1], line[1:-1].lstrip("?! ")
            fact, _, value = text.partition("=")
            heading = KINDS.get(sign, TOLD), fact.strip(), BOOLEANS.get(value.strip(), value.strip())
        elif line and not line.startswith("#"):
            yield (*heading, line.partition("||")[0].strip())


def understood(understanding, kind, fact, value, text):
    found = understanding.understand(text, [fact] if kind == ANSWERED else [], TODAY)
    if value in OPEN:
        declined = any(one["fact"] == fact and one["value"] == "kieltaydytty" for one in found["facts"])
        return fact in found[OPEN[value]] or (value == "declined" and declined)
    certain = {one["fact"]: one["value"] for one in found["facts"] if one["certain"]}
    if kind == LOOK_ALIKE:
        return fact not in certain
    got = certain.get(fact)
    return value in got if isinstance(got, list) else got == value


@pytest.mark.parametrize("name", LEVELS)
def test_phrases_are_understood(understanding, name):
    every, missed = Counter(), []
    for kind, fact, value, text in phrases(FOLDER / f"{name}.txt"):
        every[kind] += 1
        if not understood(understanding, kind, fact, value, text):
            missed.append((kind, fact, value, text))
    for kind, level in zip((TOLD, ANSWERED, LOOK_ALIKE), LEVELS[name], strict=True):
        wrong = [one for one in missed if one[0] == kind]
        assert 1 - len(wrong) / every[kind] >= level, wrong
