"""Numbers in digits and words: standard, inflected, spoken, joined and approximate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .tables import rows
from .tokens import Token

# A row of digits of any length is a number; no fact is as large as this.
BEYOND_ALL = 1e9
ROUND = (
    "a",
    "ä",
    "e",
    "i",
    "n",
    "t",
    "in",
    "ki",
    "kin",
    "kaan",
    "kään",
    "han",
    "hän",
    "ksi",
    "ks",
    "ssa",
    "ssä",
    "s",
    "sta",
    "stä",
    "lla",
    "llä",
    "lta",
    "ltä",
    "lle",
)


@dataclass(frozen=True)
class NumberSpan:
    """A number and where it stands: `first` and `last` are token indexes (last included).

    `kind` is cardinal, ordinal, noun ("nelonen") or half; `about` tells that the words are loose ("pari").
    """

    value: float
    start: int
    end: int
    first: int
    last: int
    kind: str = "cardinal"
    about: bool = False


@lru_cache(maxsize=None)
def _table() -> dict[str, dict[str, float]]:
    """Kind of number word -> form -> value."""
    table: dict[str, dict[str, float]] = {}
    for row in rows("numbers"):
        for form in row["forms"].split():
            table.setdefault(row["kind"], {}).setdefault(form, float(row["value"]))
    return table


@lru_cache(maxsize=None)
def _cutter() -> re.Pattern[str]:
    """A pattern that finds the next number word at the start of what is left, the longest first."""
    forms = {form for kind in ("unit", "stem", "ten", "teen", "hundred", "thousand") for form in _table()[kind]}
    return re.compile("|".join(sorted(forms, key=len, reverse=True)))


@lru_cache(maxsize=20_000)
def word_value(word: str) -> float | None:
    """Value of one lower-case word that is a cardinal, joined or not: "viiskytkaks" -> 52."""
    parts = _cut(word.replace("-", ""))
    return _evaluate(parts) if parts and (len(parts) > 1 or parts[0] not in _table()["stem"]) else None


def is_number_word(word: str) -> bool:
    """Whether the lower-case word is a number in words, of whatever kind."""
    return any(word in forms for forms in _table().values()) or word_value(word) is not None


def _cut(word: str) -> tuple[str, ...]:
    """The word as number words from left to right, () where it is not made of them."""
    if not word:
        return ()
    for size in range(min(len(word), 16), 1, -1):
        head, tail = word[:size], word[size:]
        if not _cutter().fullmatch(head):
            continue
        if not tail or tail in ROUND:
            return (head,)
        if rest := _cut(tail):
            return (head, *rest)
    return ()


def _evaluate(parts: Sequence[str]) -> float | None:
    """Value of number words in order; two units in a row are digits, as in kaksviis = 25."""
    if len(parts) == 2 and all(_is_unit(part) and _unit(part) < 10 for part in parts):
        return _unit(parts[0]) * 10 + _unit(parts[1])
    total, current, before = 0.0, 0.0, ""
    table = _table()
    for part in parts:
        if before == "unit" and part in table["teen"] and current % 10:
            current, before = current + 10, "teen"
        elif before in ("", "unit") and part in table["ten"]:
            tens = current % 10 or 1.0
            current, before = current - current % 10 + tens * 10, "ten"
        elif part in table["hundred"]:
            current, before = max(current, 1) * 100, "hundred"
        elif part in table["thousand"]:
            total, current, before = total + max(current, 1) * 1000, 0.0, "thousand"
        elif before != "unit" and _is_unit(part):
            current, before = current + _unit(part), "unit"
        else:
            return None
    return total + current


def _is_unit(part: str) -> bool:
    return part in _table()["unit"] or part in _table()["stem"]


def _unit(part: str) -> float:
    table = _table()
    return table["unit"][part] if part in table["unit"] else table["stem"][part]


def parse_numbers(tokens: Sequence[Token]) -> list[NumberSpan]:
    """Every number of the message in order, with neighbouring words joined ("kolme ja puoli", "viisi kymmentä")."""
    found: list[NumberSpan] = []
    index = 0
    while index < len(tokens):
        span = _at(tokens, index)
        if span is None:
            index += 1
            continue
        found.append(span)
        index = span.last + 1
    return found


def _at(tokens: Sequence[Token], index: int) -> NumberSpan | None:
    token = tokens[index]
    if token.kind == "number":
        return _and_half(tokens, index, index, _digits(token.original))
    if token.kind != "word":
        return None
    for kind in ("whole", "half", "about"):
        value = _lookup(kind, token)
        if value is not None:
            return _half_or(tokens, index, value, kind)
    cardinal = _cardinal(tokens, index)
    if cardinal:
        return cardinal
    for kind in ("noun", "ordinal"):
        value = _lookup(kind, token)
        if value is not None:
            return _span(tokens, index, index, value, kind)
    return None


def _lookup(kind: str, token: Token) -> float | None:
    forms = _table()[kind]
    return next((forms[form] for form in (token.original.lower(), token.norm, token.lemma) if form in forms), None)


def _digits(text: str) -> float:
    return 0.5 if text == "½" else min(float(text.replace(",", ".")), BEYOND_ALL)


def _half_or(tokens: Sequence[Token], index: int, value: float, kind: str) -> NumberSpan:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if kind == "half" and following is not None and _lookup("teen", following):
        return _span(tokens, index, index + 1, 1.5, "cardinal")
    if kind == "about" and value == 2 and following is not None and _lookup("ten", following):
        return _span(tokens, index, index + 1, 20, "cardinal", about=True)
    return _span(tokens, index, index, value, "half" if kind == "half" else "cardinal", about=kind == "about")


def _cardinal(tokens: Sequence[Token], index: int) -> NumberSpan | None:
    """The longest run of words from `index` that make one number."""
    best: NumberSpan | None = None
    parts: tuple[str, ...] = ()
    for last in range(index, min(index + 5, len(tokens))):
        token = tokens[last]
        cut = _cut(token.original.lower()) or _cut(token.norm)
        if token.kind != "word" or not cut or (cut[0] in _table()["stem"] and len(cut) == 1):
            break
        parts += cut
        value = _evaluate(parts)
        if value is None or (last > index and not _joins(tokens[last - 1], cut, value)):
            break
        best = _and_half(tokens, index, last, value)
    return best


def _joins(before: Token, cut: tuple[str, ...], value: float) -> bool:
    """Whether a number word goes on from the one before, as in "viisi kymmentä kaksi", not "kaksi kolme"."""
    table = _table()
    head = cut[0]
    goes_on = head in table["ten"] or head in table["teen"] or head in table["hundred"] or head in table["thousand"]
    return goes_on or (value > 20 and before.norm not in table["unit"] and value != int(value) // 10 * 10)


def _and_half(tokens: Sequence[Token], first: int, last: int, value: float) -> NumberSpan:
    """The number with "ja puoli" or ½ after it added."""
    rest = tokens[last + 1 : last + 3]
    if rest and rest[0].original == "½":
        return _span(tokens, first, last + 1, value + 0.5, "cardinal")
    if len(rest) == 2 and rest[0].norm == "ja" and rest[1].norm in ("puoli", "puol"):
        return _span(tokens, first, last + 2, value + 0.5, "cardinal")
    return _span(tokens, first, last, value, "cardinal")


def _span(
    tokens: Sequence[Token], first: int, last: int, value: float, kind: str, *, about: bool = False
) -> NumberSpan:
    return NumberSpan(value, tokens[first].start, tokens[last].end, first, last, kind, about)
