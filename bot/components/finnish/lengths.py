"""Lengths of time: "puoltoist vuotta", "pari kolme kuukautta", "kolmatta vuotta"."""

from __future__ import annotations

from dataclasses import replace

from .clauses import cues
from .times import DAYS_A_MONTH, LIFE, Duration, Reading, Unit, unit_of

MODIFIERS = ("time_below", "time_nearly", "time_soon", "time_about")
WIDEST_GUESS = 3
# "Vajaa" takes a month off a time of at least so many months, and a small part of a shorter one.
LONG, NEARLY = 5, 0.08
# "Reilu pari viikkoa" is so much more than its weeks.
OVER, MORE = ("reilu", "reilut", "runsas", "runsaat"), 1.1
GOING_ON = ("menossa", "meneillään", "käynnissä", "alkoi")
LENGTH_CASES = ("", "nominative", "genitive", "partitive", "accusative")
# How far before the time its "ei" may stand: "en ole ollut töissä kahteen vuoteen".
FARTHEST_NO = 8


def length_at(read: Reading, i: int) -> Duration | None:
    """The length of time that begins at token `i`."""
    return _running(read, i) or _length(read, i) or _bare(read, i)


def _running(read: Reading, i: int) -> Duration | None:
    """As in "kolmatta vuotta" and "kolmas vuosi menossa": between two and three years, so a range."""
    number = read.numbers.get(i)
    if number is None or number.kind != "ordinal" or number.last + 1 >= len(read.tokens):
        return None
    token = read.tokens[number.last + 1]
    unit = unit_of(token)
    ordinal = read.tokens[i].norm.endswith(("tta", "ttä", "ista", "istä")) or read.tokens[i].norm == "toista"
    going_on = token.case == "nominative" and read.word(number.last + 2) in GOING_ON
    if unit is None or number.value < 2 or not (going_on or (token.case == "partitive" and ordinal)):
        return None
    low, high = (number.value - 1) * unit.months, number.value * unit.months
    months = (low + high) / 2
    return Duration(
        months,
        months * DAYS_A_MONTH,
        certain=False,
        kind="for",
        first=i,
        last=number.last + 1,
        low=low,
        high=high,
        unit=unit.name,
    )


def _length(read: Reading, i: int) -> Duration | None:
    """A number with its unit, with what comes before ("yli") and after ("ja 3 kk", "sitten")."""
    first, modifier = i, ""
    if any(read.is_cue(i, group) for group in MODIFIERS):
        modifier, i = read.word(i), i + 1
    span = _amount(read, i)
    if span is None:
        return _modified(_bare(read, i), modifier, first) if modifier and modifier != "jo" else None
    low, high, last = span
    unit = unit_of(read.tokens[last + 1]) if last + 1 < len(read.tokens) else None
    if unit is None or not _is_length(read, last + 1):
        return None
    duration = _measured(low, high, unit, first, last + 1)
    duration = _with_rest(read, duration)
    return _after(read, _modified(duration, modifier, first))


def _amount(read: Reading, i: int) -> tuple[float, float, int] | None:
    """Smallest and largest amount and the last token of "kaksi", "2-3", "pari kolme"."""
    one = read.numbers.get(i)
    if one is None or one.kind not in ("cardinal", "half", "noun"):
        return None
    j = one.last + 1
    j += read.word(j) in ("-", "–", "tai", "vai")
    two = read.numbers.get(j)
    if two is not None and two.kind == "cardinal" and one.value < two.value <= one.value * 2 + 1:
        return one.value, two.value, two.last
    return one.value, one.value, one.last


def _is_length(read: Reading, j: int) -> bool:
    token = read.tokens[j]
    if token.original.lower() == token.norm and token.case not in LENGTH_CASES and not _denied_for(read, j):
        return False
    following = read.tokens[j + 1] if j + 1 < len(read.tokens) else None
    if following is not None and following.lemma in cues("time_of_age"):
        return False
    rate = following is not None and unit_of(following) is not None and following.case in ("inessive", "adessive")
    return not rate


def _denied_for(read: Reading, j: int) -> bool:
    """Whether the time is that of "ei vuoteen", and no year such as "vuoteen 2027" or many as in "vuosiin"."""
    token = read.tokens[j]
    alone = token.case == "illative" and token.features.get("number") == "singular" and j + 1 not in read.numbers
    return alone and any(before.pos == "kieltosana" for before in read.tokens[max(0, j - FARTHEST_NO) : j])


def _measured(low: float, high: float, unit: Unit, first: int, last: int) -> Duration:
    middle = (low + high) / 2
    certain = (high - low) * unit.months <= 1.0
    return Duration(
        middle * unit.months,
        middle * unit.days,
        certain,
        "for",
        first,
        last,
        low=low * unit.months,
        high=high * unit.months,
        unit=unit.name,
    )


def _with_rest(read: Reading, duration: Duration) -> Duration:
    """Adds a smaller unit: "vuosi ja kolme kuukautta", "1 v 2 kk"."""
    j = duration.last + 1
    j += read.word(j) == "ja"
    span = _amount(read, j)
    unit = unit_of(read.tokens[span[2] + 1]) if span and span[2] + 1 < len(read.tokens) else None
    smaller = {"year": ("month", "week"), "month": ("week", "day")}.get(duration.unit, ())
    if span is None or unit is None or unit.name not in smaller:
        return duration
    more = _measured(span[0], span[1], unit, j, span[2] + 1)
    return replace(
        duration,
        months=duration.months + more.months,
        days=duration.days + more.days,
        last=more.last,
        low=duration.low + more.low,
        high=duration.high + more.high,
    )


def _modified(duration: Duration | None, modifier: str, first: int) -> Duration | None:
    if duration is None:
        return None
    if modifier in cues("time_below"):
        return replace(duration, certain=False, low=0.01, first=first)
    if modifier in cues("time_nearly") | cues("time_soon"):
        less = 1.0 if duration.months >= LONG else duration.months * NEARLY
        scale = (duration.months - less) / duration.months
        return replace(
            duration,
            months=duration.months - less,
            days=duration.days * scale,
            first=first,
            certain=modifier not in cues("time_soon"),
        )
    if modifier in OVER and duration.unit == "week":
        return replace(duration, months=duration.months * MORE, days=duration.days * MORE, first=first)
    return replace(duration, first=first)


def _after(read: Reading, duration: Duration | None) -> Duration | None:
    if duration is None:
        return None
    following = read.word(duration.last + 1)
    if following in cues("time_ago") and read.tokens[duration.last + 1].kind == "word":
        return replace(duration, kind="ago", last=duration.last + 1)
    if following in cues("time_in"):
        return replace(duration, kind="until", certain=False, last=duration.last + 1)
    if following in ("ajan", "aikana"):
        return replace(duration, last=duration.last + 1)
    return duration


def _bare(read: Reading, i: int) -> Duration | None:
    """As in "vuoden", "kuukauden" without a number is one; "vuosia" and "viikkoja" are many."""
    if i >= len(read.tokens) or read.tokens[i].kind != "word" or len(read.tokens[i].original) < 4:
        return None
    token = read.tokens[i]
    unit = unit_of(token)
    every_other = read.word(i - 2) == "joka" and i - 1 in read.numbers
    if unit is None or every_other or read.is_cue(i - 1, "time_not_one") or _counted_off(read, i):
        return None
    many = read.is_cue(i - 1, "time_many") and token.case in ("partitive", "genitive")
    if many or (token.features.get("number") == "plural" and token.case == "partitive"):
        return _several(unit, i)
    whole = token.case == "genitive" or (token.case == "nominative" and token.features.get("number") == "singular")
    whole = whole or _denied_for(read, i)
    if not whole or unit.name == "day" or token.norm in ("kuu", "kuun", "v") or not _is_length(read, i):
        return None
    if token.case == "genitive" and read.is_cue(i + 1, "time_not_length"):
        return None
    more = read.numbers.get(i + 2) if read.word(i + 1) == "tai" else None
    if more is not None and 1 < more.value <= WIDEST_GUESS:
        return _measured(1, more.value, unit, i, more.last)
    return _after(read, _with_rest(read, _measured(1, 1, unit, i, i)))


def _counted_off(read: Reading, i: int) -> bool:
    """As in "kolmas kuukausi", "toka vuosi": which one it is and not how long."""
    before = next((n for n in read.numbers.values() if n.last == i - 1), None)
    return (before is not None and before.kind == "ordinal") or read.is_cue(i - 1, "time_which_one")


def _several(unit: Unit, i: int) -> Duration:
    """Two or more of the unit, three for a guess."""
    return Duration(
        unit.months * 3,
        unit.days * 3,
        certain=False,
        kind="for",
        first=i,
        last=i,
        low=unit.months * 2,
        high=LIFE,
        unit=unit.name,
    )
