"""An answer on a scale, such as 0 to 10: "nelosen verran", "6/10", "puolet", "täys kymppi"."""

from __future__ import annotations

from .clauses import cues
from .numbers import NumberSpan, parse_numbers
from .tokens import Normalised
from .values import Value

WIDEST_RANGE = 2
# "Kuus ja puol, laita vaikka kuus": the number settled on.
SETTLED = ("laita", "laitetaan", "merkkaa", "merkitään", "pannaan", "sanotaan")


def find_rating(norm: Normalised, low: int = 0, high: int = 10) -> Value | None:
    """The point of the scale from `low` to `high` that the message gives, None where it gives none.

    A range and a bound ("alle viisi") are given as the nearest point, not certain; a half and "5-6" are near enough.
    """
    tokens = norm.tokens
    numbers = [n for n in parse_numbers(tokens) if n.kind in ("cardinal", "noun", "ordinal")]
    numbers = [n for n in numbers if not _of_scale(norm, n, high) and not _counts(norm, n)]
    fitting = [n for n in numbers if low <= n.value <= high]
    if fitting:
        return _number(norm, _of_now(norm, fitting))
    if numbers:
        return None
    for token in tokens:
        for cue, value in (("middle", (low + high) / 2), ("lowest", low), ("highest", high)):
            if token.norm in cues(f"rating_{cue}"):
                return Value(round(value), token.start, token.end, token.original, cue == "middle")
    return None


def _of_now(norm: Normalised, numbers: list[NumberSpan]) -> list[NumberSpan]:
    """The numbers after "nyt" or "laita", where "ennen kymppi, nyt neljä" tells of two times."""
    now = next((i for i, token in enumerate(norm.tokens) if token.norm in SETTLED or token.norm in cues("now")), None)
    later = [n for n in numbers if now is not None and n.first > now]
    return later if len(numbers) > 1 and later else numbers


def _of_scale(norm: Normalised, number: NumberSpan, high: int) -> bool:
    """Whether the number is the top of the scale: 10 in "6/10" and in "asteikolla 0-10"."""
    before = norm.tokens[number.first - 1].norm if number.first else ""
    scale = before in ("/", "kautta")
    after = [token.norm for token in norm.tokens[number.last + 1 : number.last + 3]]
    if number.value == high and norm.tokens[number.first].norm == "kymmenestä":
        return True
    if number.value == 0 and after in (["-", f"{high}"], ["–", f"{high}"]):
        return True
    return number.value == high and (scale or (before in ("-", "–") and norm.tokens[number.first - 2].norm == "0"))


def _counts(norm: Normalised, number: NumberSpan) -> bool:
    """Whether the number counts something else than points: "kolme vuotta"."""
    if number.last + 1 >= len(norm.tokens):
        return False
    after = norm.tokens[number.last + 1]
    return after.pos == "nimisana" and after.lemma not in cues("rating_points") and after.case == "partitive"


def _number(norm: Normalised, numbers: list[NumberSpan]) -> Value:
    first = numbers[0]
    second = numbers[1] if len(numbers) > 1 else first
    if first.last < second.first <= first.last + 2 and abs(second.value - first.value) <= WIDEST_RANGE:
        middle = int((first.value + second.value) / 2 + 0.5)
        near = abs(second.value - first.value) <= 1
        return Value(middle, first.start, second.end, norm.words(first.start, second.end), near)
    before = {token.norm for token in norm.tokens[max(0, first.first - 2) : first.first]}
    loose = not cues("rating_loose").isdisjoint(before)
    return Value(int(first.value + 0.5), first.start, first.end, norm.words(first.start, first.end), not loose)
