"""Takes identity codes, account, card and phone numbers and addresses out of a text before it is stored."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from domain.privacy_numbers import (
    account_length,
    can_be_birthday,
    is_card,
    is_identity_code,
    is_phone,
    is_short_phone,
)

SEED = Path(__file__).parent / "seed"

LONGEST_NAME = 64
CALLING_REACH = 40  # signs before a number in which a word tells that it is called
NAME = re.compile(r"[\w.+%'-]+\Z")
IDENTITY_CODE = re.compile(
    r"(?<!\d)(\d{2})([ .]?)(\d{2})[ .]?((?:18|19|20)(?=\d{2}))?(\d{2})"
    r"(\s{0,2}(?:[-+\u2010-\u2015\u2212_/]|[YXWVUABCDEFyxwvuabcdef](?=\s{0,2}\d))\s{0,2}|\s{0,2})"
    r"(\d{3})\s?([0-9A-Ya-y])"
)
ACCOUNT = re.compile(r"(?=((?<![^\W_])[A-Za-z]{2} ?\d{2}(?:[ \u00a0-]?[A-Za-z0-9]){11,30}))")
CARD = re.compile(r"(?<!\d)(?:\d{13,19}|(?:\d{4}([ \u00a0-])){3}\d{1,7}|\d{4}[ -]\d{6}[ -]\d{4,5})(?!\d)")
DIGITS = re.compile(r"(?<![\w+])\(?\+?\d(?:[ \u00a0.\-\u2010-\u2015/()]{0,3}\d){5,14}(?!\w)")


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without personal numbers and addresses, and the kinds of what was taken out, one per place."""

    text: str
    found: tuple[str, ...]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    masks: dict[str, str]
    phone_words: list[str]
    street_endings: list[str]
    ordinary_street_endings: list[str]
    no_streets: list[str]
    units_after: list[str]
    digit_words: list[str]
    zero_words: list[str]
    at_words: list[str]
    dot_words: list[str]
    account_lengths: dict[str, int]
    home_country: str


@dataclass(frozen=True, slots=True)
class _Words:
    """Patterns made of words that stand in the data, and the public numbers that are never taken out."""

    masks: dict[str, str]
    at: re.Pattern[str]
    host: re.Pattern[str]
    spoken: re.Pattern[str]
    calling: re.Pattern[str]
    street: re.Pattern[str]
    named_street: re.Pattern[str]
    zero: tuple[str, ...]
    public: frozenset[str]
    account_lengths: dict[str, int]
    home_country: str


Finder = Callable[[str, _Words], Iterable[tuple[int, int]]]


def mask(text: str) -> Masked:
    """The text with every personal number and address replaced. Masking a masked text changes nothing."""
    words = _words()
    found: list[str] = []
    before = None
    while before != text:
        before = text
        for kind, finder in FINDERS:
            text = _replaced(text, finder(text, words), words.masks[kind], kind, found)
    return Masked(text, tuple(found))


def _replaced(text: str, places: Iterable[tuple[int, int]], by: str, kind: str, found: list[str]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in places:
        if start >= done:
            pieces += (text[done:start], by)
            found.append(kind)
            done = end
    return "".join((*pieces, text[done:]))


def _emails(text: str, words: _Words) -> Iterator[tuple[int, int]]:
    for mark in words.at.finditer(text):
        name = NAME.search(text[max(mark.start() - LONGEST_NAME, 0) : mark.start()])
        host = words.host.match(text, mark.end())
        if name and host:
            yield mark.start() - len(name.group()), host.end()


def _accounts(text: str, words: _Words) -> Iterator[tuple[int, int]]:
    for match in ACCOUNT.finditer(text):
        if length := account_length(match.group(1), words.account_lengths, words.home_country):
            yield match.start(1), match.start(1) + length


def _identity_codes(text: str, _: _Words) -> Iterator[tuple[int, int]]:
    for match in IDENTITY_CODE.finditer(text):
        day, gap, month, century, year, sign, number, check = match.groups()
        whole = sign.strip() and not gap and not century and not text[match.end() : match.end() + 1].isalnum()
        if is_identity_code(day + month + year + number, check) or (whole and can_be_birthday(day, month)):
            yield match.span()


def _cards(text: str, _: _Words) -> Iterator[tuple[int, int]]:
    return (match.span() for match in CARD.finditer(text) if is_card(match.group()))


def _phones(text: str, words: _Words) -> Iterator[tuple[int, int]]:
    for match in DIGITS.finditer(text):
        called = words.calling.search(text, max(match.start() - CALLING_REACH, 0), match.start())
        if is_phone(match.group(), words.public) or (called and is_short_phone(match.group())):
            yield match.span()


def _spoken_phones(text: str, words: _Words) -> Iterator[tuple[int, int]]:
    for match in words.spoken.finditer(text):
        if match.group().casefold().startswith(words.zero):
            yield match.span()


def _streets(text: str, words: _Words) -> Iterator[tuple[int, int]]:
    """Streets with a house number. A street that ends like an ordinary word needs a capital letter."""
    spans = [match.span() for pattern in (words.street, words.named_street) for match in pattern.finditer(text)]
    return iter(sorted(spans))


FINDERS: tuple[tuple[str, Finder], ...] = (
    ("email", _emails),
    ("iban", _accounts),
    ("identity_code", _identity_codes),
    ("card", _cards),
    ("phone", _phones),
    ("phone", _spoken_phones),
    ("street", _streets),
)


@cache
def _words() -> _Words:
    data = _Data.model_validate_json((SEED / "privacy.json").read_bytes())
    numbers = json.loads((SEED / "help_numbers.json").read_bytes())
    at = rf"\s?[(\[{{]?@[)\]}}]?\s?|\s?[(\[{{](?:{_any(data.at_words)})[)\]}}]\s?|\s(?:{_any(data.at_words)})\s"
    dot = rf"\.|\s?[(\[](?:{_any(data.dot_words)})[)\]]\s?|\s(?:{_any(data.dot_words)})\s"
    digit = rf"(?:{_any(data.digit_words + data.zero_words)}|\d{{1,3}})"
    return _Words(
        masks=data.masks,
        at=re.compile(at, re.IGNORECASE),
        host=re.compile(rf"[\w-]{{1,63}}(?:(?:{dot})[\w-]{{1,63}}){{1,5}}", re.IGNORECASE),
        spoken=re.compile(rf"(?<!\w)(?:{digit}[\s,.-]{{1,3}}){{6,}}{digit}(?!\w)", re.IGNORECASE),
        calling=re.compile(rf"(?<!\w)(?:{_any(data.phone_words)})(?!\w)[^\d.!?\n]*$", re.IGNORECASE),
        street=_street(data, rf"(?i:[^\W\d_][\w-]{{2,40}}?(?:{_any(data.street_endings)}))"),
        named_street=_street(data, rf"[A-ZÅÄÖ][\w-]{{2,40}}?(?:{_any(data.ordinary_street_endings)})"),
        zero=("0", "+", *data.zero_words),
        public=frozenset(re.sub(r"\D", "", number["number"]) for number in numbers),
        account_lengths=data.account_lengths,
        home_country=data.home_country,
    )


def _street(data: _Data, name: str) -> re.Pattern[str]:
    """A street's name, its house number and what may follow: a stair, a flat."""
    no = rf"(?!(?i:{_any(data.no_streets)})\b)"
    unit = rf"(?!\s?(?i:{_any(data.units_after)})\b|\s?[%€]|[.,:]?\d)"
    flat = r"(?:\s?(?:[A-Za-z](?![\w])|as\.?(?=\s?\d))(?:\s?\d{1,3}(?!\w))?)?"
    return re.compile(rf"(?<!\w){no}{name}\s\d{{1,3}}{unit}(?:\s?-\s?\d{{1,3}}(?!\d))?{flat}(?!\w)")


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
