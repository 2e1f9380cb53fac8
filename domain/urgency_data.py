"""The signs of danger as data: named groups of words, rules made of patterns, and a check that names every fault.

A pattern is a row of parts such as "en|enkä .. jaksa elää|@die". A part is one of several phrases; a phrase is made of
words ("tapan"), beginnings ("hakka*"), parts of words ("*lääk*"), groups ("@self"), ranges of numbers ("10..199") and
a pause (",") or the end of a sentence ("$") that stand side by side; "-hakkaan" takes a word out of a group again.
Parts follow each other at once ("+"), within 4 words ("..") or within 8 ("..."), a pause counted as a word; "a & b"
means both within 7 words in either order. No pattern reaches over the end of a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from domain.problems import Problem

Label = Literal[
    "hengenvaara", "itsetuhoisuus", "vakivalta", "asunnoton_tanaan", "uhkaus", "lapsi_vaarassa", "laheisen_kriisi"
]
LABELS: tuple[Label, ...] = get_args(Label)
GAPS = {"+": 0, "..": 4, "...": 8}
EITHER_ORDER = 7
MOST_OPERANDS = 3
GROUP = "@"
SEPARATOR = re.compile(r" (\+|\.\.\.?) ")
PIECE = re.compile(r"@\w+|\d+\.\.\d+|[*-]?\w+\*?|[$,]")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Guard(_Strict):
    """Words that take the danger out of a clause, such as a film or long ago, but not with others in the sentence."""

    any: list[str]
    but_not_with: list[str] = []


class Rule(_Strict):
    """A label for a message where `any` is found, `together_with` is in its sentence and no `unless` touches it."""

    id: str
    label: Label
    any: list[str]
    together_with: list[str] = []
    unless: list[str] = []
    guards: list[str] = []


class SignsData(_Strict):
    """The whole of urgency.json. `labels` stand in order: where several are found, the first is given.

    `fillers` are words that are not heard, and a clause ends before a word of `breaks`.
    """

    labels: list[Label]
    fillers: list[str]
    breaks: list[str]
    words: dict[str, list[str]]
    guards: dict[str, Guard]
    rules: list[Rule]


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts in order; before each part but the first, how many words may stand between (0: none).

    A part is a tuple of phrases, a phrase a tuple of pieces.
    """

    parts: tuple[tuple[tuple[str, ...], ...], ...]
    gaps: tuple[int, ...]


def parse(pattern: str) -> list[Sequence]:
    """The sequences that a pattern stands for. Raises ValueError with a code when the pattern is malformed."""
    operands = [_sequence(operand) for operand in pattern.split(" & ")]
    if len(operands) > MOST_OPERANDS:
        raise ValueError("too_many_operands")
    return [_joined(order) for order in permutations(operands)]


def _joined(operands: tuple[Sequence, ...]) -> Sequence:
    parts = operands[0].parts
    gaps = operands[0].gaps
    for operand in operands[1:]:
        parts += operand.parts
        gaps += (EITHER_ORDER, *operand.gaps)
    return Sequence(parts, gaps)


def _sequence(operand: str) -> Sequence:
    chunks = SEPARATOR.split(operand)
    parts = tuple(tuple(tuple(phrase.split()) for phrase in chunk.split("|")) for chunk in chunks[::2])
    if not all(phrase and all(map(PIECE.fullmatch, phrase)) for part in parts for phrase in part):
        raise ValueError("bad_pattern")
    return Sequence(parts, tuple(GAPS[separator] for separator in chunks[1::2]))


def groups_in(sequence: Sequence) -> set[str]:
    """The names of the groups that a sequence refers to."""
    return {piece[1:] for part in sequence.parts for phrase in part for piece in phrase if piece[0] == GROUP}


def problems(data: SignsData) -> list[Problem]:
    """Everything wrong with the data beyond its shape."""
    found: list[Problem] = []
    needs: dict[str, set[str]] = {name: set() for name in data.words}
    for place, owner, pattern in _patterns(data):
        try:
            sequences = parse(pattern)
        except ValueError as problem:
            found.append(Problem(place, str(problem), pattern))
            continue
        named = set().union(*map(groups_in, sequences))
        found += [Problem(place, "unknown_group", name) for name in sorted(named - data.words.keys())]
        needs.get(owner, set()).update(named & data.words.keys())
    found += [Problem(f"words.{name}", "circular_group") for name in data.words if _reaches_itself(name, needs)]
    found += _rule_problems(data)
    return found


def _patterns(data: SignsData) -> Iterator[tuple[str, str, str]]:
    """Each pattern with its place and, for a named group, the group's name."""
    for name, patterns in data.words.items():
        yield from ((f"words.{name}.{i}", name, pattern) for i, pattern in enumerate(patterns))
    holders: list[tuple[str, dict[str, list[str]]]] = [
        (f"guards.{name}", {"any": guard.any, "but_not_with": guard.but_not_with})
        for name, guard in data.guards.items()
    ]
    holders += [
        (f"rules.{i}", {"any": rule.any, "together_with": rule.together_with, "unless": rule.unless})
        for i, rule in enumerate(data.rules)
    ]
    for place, fields in holders:
        for field, patterns in fields.items():
            yield from ((f"{place}.{field}.{i}", "", pattern) for i, pattern in enumerate(patterns))


def _reaches_itself(name: str, needs: dict[str, set[str]]) -> bool:
    seen: set[str] = set()
    ahead = set(needs[name])
    while ahead:
        seen |= ahead
        ahead = set().union(*(needs[other] for other in ahead)) - seen
    return name in seen


def _rule_problems(data: SignsData) -> list[Problem]:
    found = [Problem("labels", "label_missing", label) for label in LABELS if label not in data.labels]
    if len(set(data.labels)) != len(data.labels):
        found.append(Problem("labels", "label_twice"))
    seen: set[str] = set()
    for place, sign in ((f"rules.{i}", rule) for i, rule in enumerate(data.rules)):
        if sign.id in seen:
            found.append(Problem(f"{place}.id", "id_twice", sign.id))
        seen.add(sign.id)
        found += [Problem(f"{place}.guards", "unknown_guard", name) for name in sign.guards if name not in data.guards]
    found += [Problem(f"rules.{i}.any", "empty") for i, rule in enumerate(data.rules) if not rule.any]
    return found
