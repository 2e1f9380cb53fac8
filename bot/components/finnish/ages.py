"""The writer's own age: "viiskytkaks", "kohta 30", "synt. 1994", "nelikymppinen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from .age_signs import is_years, may_be_age, says_age, words_after
from .clauses import Clause, clauses, cues, someone_else
from .dates import DATE
from .numbers import NumberSpan, parse_numbers, word_value
from .tokens import Normalised, Token
from .values import Value

YOUNGEST, OLDEST = 10, 99
# "Kahdeksantoista ja puoli" is eighteen.
HALF = 0.5
# "Kaksi vuotta aikaa kolmeenkymppiin".
TOWARDS = ("een", "iin")
BORN = re.compile(r"syntyny|synt\b|syntynyt|synnyin|syntymävuo|vuos\w{0,2}mall|vuosikert|vm\b|\bs\.")
DECADE = re.compile(r"(?P<ten>[a-zäö]*?)-?(?:kymppi(?:nen|sen|senä|siä|set|stä|sten)|kybäi?nen|kympin)$")
TENS = {
    "kaks": 20,
    "kaksi": 20,
    "kolme": 30,
    "kolmi": 30,
    "kol": 30,
    "neli": 40,
    "neljä": 40,
    "nel": 40,
    "viis": 50,
    "viisi": 50,
    "kuus": 60,
    "kuusi": 60,
    "seittemän": 70,
    "seitsemän": 70,
    "seiska": 70,
    "kaheksan": 80,
    "kahdeksan": 80,
}


def find_age(norm: Normalised, today: date, asked: bool) -> Value | None:
    """The writer's age in full years on `today`, None where it is not said.

    `asked` tells that the message answers a question about age, so that a bare number is one.
    """
    tokens = norm.tokens
    numbers = parse_numbers(tokens)
    for clause in clauses(tokens):
        words = clause.of(tokens)
        if someone_else(words):
            continue
        own = [n for n in numbers if clause.first <= n.first <= clause.last]
        found = _born(norm, clause, own, today, asked) or _decade(norm, clause) or _number(norm, clause, own, asked)
        if found is not None:
            return found
    return None


def _value(norm: Normalised, value: float, start: int, end: int, *, certain: bool = True) -> Value | None:
    if value % 1 not in (0, HALF) or not YOUNGEST <= value <= OLDEST:
        return None
    return Value(int(value), start, end, norm.words(start, end), certain)


def _born(norm: Normalised, clause: Clause, numbers: Sequence[NumberSpan], today: date, asked: bool) -> Value | None:
    words = clause.of(norm.tokens)
    text = norm.original[words[0].start : words[-1].end + 1].lower()
    if match := DATE.search(text):
        return _on_date(norm, words, match, today) if asked or BORN.search(text) else None
    if not BORN.search(text) and not _born_in(words):
        return _bare_year(norm, words, numbers, today) if asked else None
    for number in numbers:
        year = int(number.value)
        if number.value != year:
            continue
        if 0 <= year < 100:
            year += 1900 if year + 2000 > today.year - YOUNGEST else 2000
        if 1900 < year <= today.year:
            return _value(norm, today.year - year, words[0].start, words[-1].end)
    return None


def _on_date(norm: Normalised, words: Sequence[Token], match: re.Match[str], today: date) -> Value | None:
    """The age of someone born on a full date."""
    if not match.group(3) or not 1 <= int(match.group(2)) <= 12:
        return None
    day, month, year = (int(part) for part in match.group(1, 2, 3))
    year += 0 if year > 100 else 1900 if year + 2000 > today.year - YOUNGEST else 2000
    age = today.year - year - ((today.month, today.day) < (month, day))
    return _value(norm, age, words[0].start, words[-1].end)


def _bare_year(norm: Normalised, words: Sequence[Token], numbers: Sequence[NumberSpan], today: date) -> Value | None:
    """As in "1985" and "-85" as an answer are the year of birth."""
    if len(numbers) != 1 or sum(1 for t in words if t.kind == "word") > 2:
        return None
    number = numbers[0]
    year = int(number.value)
    short = norm.original[max(0, number.start - 1) : number.start] in ("-", "–", "'") and 0 <= year < 100
    if short:
        year += 1900 if year + 2000 > today.year - YOUNGEST else 2000
    if not 1900 < year < today.year:
        return None
    return _value(norm, today.year - year, number.start, number.end)


def _born_in(words: Sequence[Token]) -> bool:
    return any(token.lemma == "syntyä" or token.original.lower().startswith(("synty", "synny")) for token in words)


def _decade(norm: Normalised, clause: Clause) -> Value | None:
    """As in "viiskymppinen" is 50, "parikymppinen" and "kolmenkympin korvilla" only about that."""
    words = clause.of(norm.tokens)
    for token in words:
        word = token.original.lower()
        if word.endswith("vuotias") and (years := word_value(word.removesuffix("vuotias"))):
            return _value(norm, years, token.start, token.end)
        match = DECADE.fullmatch(token.original.lower()) or DECADE.fullmatch(token.norm)
        if match is None or not match["ten"]:
            continue
        tens = match["ten"].removesuffix("n").removesuffix("e") if match["ten"] not in TENS else match["ten"]
        loose = match["ten"].startswith("pari")
        value = 20 if loose else TENS.get(tens) or (word_value(match["ten"]) or 0) * 10
        if value and not _bounded(words, token):
            less = _soon(words, token)
            certain = not loose and not any(t.norm in cues("age_about") for t in words)
            return _value(norm, value - less, token.start, token.end, certain=certain)
    return None


def _before(words: Sequence[Token], token: Token) -> list[str]:
    return [other.norm for other in words if other.start < token.start][-3:]


def _bounded(words: Sequence[Token], token: Token) -> bool:
    after = next((t.norm for t in words if t.start >= token.end), "")
    if after in ("+", "plus"):
        return True
    return not cues("age_bound").isdisjoint(_before(words, token))


def _soon(words: Sequence[Token], token: Token) -> int:
    """One year when the age is still ahead: "kohta 30", "täytän 18 maaliskuussa"."""
    ahead = any(t.norm in cues("age_ahead") for t in words)
    ahead = ahead or any(t.norm in cues("age_ahead_word") for t in words)
    return int(ahead or not cues("age_soon").isdisjoint(_before(words, token)))


def _number(norm: Normalised, clause: Clause, numbers: Sequence[NumberSpan], asked: bool) -> Value | None:
    words = clause.of(norm.tokens)
    for number in sorted(numbers, key=lambda one: not _after_age(norm.tokens, one)):
        token = norm.tokens[number.first]
        if number.kind not in ("cardinal", "noun") or _bounded(words, token) or _denied(norm.tokens, number):
            continue
        if norm.tokens[number.last].norm.endswith(TOWARDS):
            continue
        named = says_age(norm.tokens, number, words)
        if not (named or (asked and may_be_age(norm.tokens, number))):
            continue
        end = number.end
        if number.last + 1 < len(norm.tokens) and is_years(norm.tokens[number.last + 1]):
            end = norm.tokens[number.last + 1].end
        certain = not number.about and not any(t.norm in cues("age_about") for t in words)
        found = _value(norm, number.value - _soon(words, token), number.start, end, certain=certain)
        if found is not None:
            return found
    return None


def _after_age(tokens: Sequence[Token], number: NumberSpan) -> bool:
    """As in "22 v samoissa hommissa ja ikää 58": the word for age stands right before the number."""
    return number.first > 0 and tokens[number.first - 1].lemma == "ikä"


def _denied(tokens: Sequence[Token], number: NumberSpan) -> bool:
    """As in "43 enkä 34", "en ole 34": the number is what the age is not."""
    before = [token.norm for token in tokens[max(0, number.first - 3) : number.first]]
    negated = any(word in ("enkä", "en", "eikä", "ei") for word in before)
    return negated and "vaan" not in before and "," not in before


def age_limits(norm: Normalised) -> tuple[int | None, int | None] | None:
    """Lowest and highest age of "alle kolmekymppinen" and "yli 50", where only a limit is said."""
    tokens = norm.tokens
    for number in parse_numbers(tokens):
        before = tokens[number.first - 1].norm if number.first else ""
        value = int(number.value)
        if before in ("alle", "yli") and YOUNGEST <= value <= OLDEST and _limit_of_age(tokens, number):
            return (None, value - 1) if before == "alle" else (value, None)
    return None


def _limit_of_age(tokens: Sequence[Token], number: NumberSpan) -> bool:
    following = words_after(tokens, number)
    return not following or following[0].kind == "mark" or is_years(following[0]) or following[0].pos == "sidesana"
