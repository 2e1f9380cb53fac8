"""Days, months, seasons and years, counted back to from today: "viime syksystä", "1.10.2025 alkaen"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from . import calendar_words as calendar
from .clauses import cues
from .times import DAYS_A_MONTH, LIFE, Duration, Reading, unit_of
from .tokens import Token

DATE = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?(?!\d)|(?<![\d./])(\d{1,2})[/.](\d{4})(?!\d)")
WEEKDAYS = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai")
SINCE_CASES = ("elative", "ablative")
UNTIL_CASES = ("illative", "allative")
YEAR_CASES = ("elative", "essive", "adessive", "nominative")


@dataclass(frozen=True)
class _Named:
    """A named stretch with what says which one it is, which part is meant and in what case."""

    name: str
    which: str
    year: int | None
    part: str
    case: str


def date_at(read: Reading, i: int) -> Duration | None:
    """The date, stretch of the calendar or whole life that begins at token `i`."""
    return (
        _life(read, i)
        or _this_month(read, i)
        or _date(read, i)
        or _named(read, i)
        or _year(read, i)
        or _near_day(read, i)
    )


def _life(read: Reading, i: int) -> Duration | None:
    if read.word(i) != "koko" or i + 1 >= len(read.tokens):
        return None
    if read.tokens[i + 1].lemma not in ("ikä", "elämä") and not read.word(i + 1).startswith(("ikän", "elämän")):
        return None
    return Duration(LIFE, LIFE * DAYS_A_MONTH, certain=True, kind="life", first=i, last=i + 1)


def _date(read: Reading, i: int) -> Duration | None:
    match = DATE.match(read.text, read.tokens[i].start)
    if match is None:
        return None
    last = max(j for j in range(i, len(read.tokens)) if read.tokens[j].start < match.end())
    if match.group(5):
        month, year = int(match.group(4)), int(match.group(5))
        if not 1 <= month <= 12 or not 1900 < year <= read.today.year + 1:
            return None
        return _from(read, date(year, month, 15), i, last, kind="at")
    day = _day(read, int(match.group(1)), int(match.group(2)), match.group(3))
    return _from(read, day, i, last, kind="at") if day else None


def _day(read: Reading, day: int, month: int, year: str | None) -> date | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    day = min(day, 28) if month == 2 else min(day, 30)
    if year is None:
        this = date(read.today.year, month, day)
        return this if this <= read.today else date(read.today.year - 1, month, day)
    full = int(year) if len(year) == 4 else 2000 + int(year) - 100 * (int(year) > read.today.year % 100 + 1)
    return date(full, month, day) if 1900 < full < 2100 else None


def _from(
    read: Reading, day: date, first: int, last: int, *, kind: str, stretch: calendar.Stretch | None = None
) -> Duration:
    days = (read.today - day).days
    if days < 0 or kind == "until":
        return _until(read, -days, first, last)
    if read.word(last + 1) in cues("time_since"):
        last, kind = last + 1, "since"
    low = (read.today - min(stretch.last, read.today)).days if stretch else days
    high = (read.today - stretch.first).days if stretch else days
    return Duration(
        days / DAYS_A_MONTH,
        float(days),
        certain=True,
        kind=kind,
        first=first,
        last=last,
        low=low / DAYS_A_MONTH,
        high=high / DAYS_A_MONTH,
        unit="day",
    )


def _until(read: Reading, days: int, first: int, last: int) -> Duration:
    if read.is_cue(last + 1, "time_until"):
        last += 1
    return Duration(days / DAYS_A_MONTH, float(days), certain=False, kind="until", first=first, last=last, unit="day")


def _named(read: Reading, i: int) -> Duration | None:
    """A month, season or holiday with what says which one: viime, ensi, a year, the year before."""
    which = read.word(i) if read.is_cue(i, "time_which") else ""
    year, j = _year_before(read, i + bool(which), which)
    if j >= len(read.tokens):
        return None
    name = _name(read.tokens[j])
    if not name:
        return _part_of_year(read, i, j, year)
    if day := _day_of_month(read, i, j, name, year):
        return day
    last, part, case = _part(read, j)
    if year is None and (written := _year_at(read, last + 1) or _short_year(read, last + 1)):
        year, last = written, last + 1
    return _stretch(read, _Named(name, which, year, part, case), i, last)


def _year_before(read: Reading, j: int, which: str) -> tuple[int | None, int]:
    """The year told before the name of a stretch, and the place of the name: "viime vuoden", "2023", "vuonna 2023"."""
    if read.word(j) == "vuoden" and which in ("viime", "toissa", "tämän") and j + 1 < len(read.tokens):
        return read.today.year - {"viime": 1, "toissa": 2, "tämän": 0}[which], j + 1
    if written := _year_at(read, j):
        return written, j + 1 + (read.word(j + 1) == "vuoden")
    if read.word(j) in ("vuonna", "vuoden") and (written := _year_at(read, j + 1)) and _name_at(read, j + 2):
        return written, j + 2
    return None, j


def _day_of_month(read: Reading, i: int, j: int, name: str, year: int | None) -> Duration | None:
    """As in "maaliskuun 1. päivästä"."""
    number = read.numbers.get(j + 1)
    if read.tokens[j].case != "genitive" or number is None:
        return None
    last = number.last + 1 + (read.word(number.last + 1) == ".")
    if last >= len(read.tokens) or unit_of(read.tokens[last]) is None or read.tokens[last].lemma != "päivä":
        return None
    month = calendar.latest(name, read.today, ended=False).first.month
    day = _day(read, int(number.value), month, str(year) if year else None)
    kind = "since" if read.tokens[last].case in SINCE_CASES else "at"
    return _from(read, day, i, last, kind=kind) if day else None


def _part_word(token: Token) -> str:
    """Which part of a month or year the word names: start, middle, end or ""."""
    return next((part for part in ("start", "middle", "end") if not cues(f"part_{part}").isdisjoint(token.lemmas)), "")


def _name(token: Token) -> str:
    names = (name.rpartition("-")[2] for name in (token.norm, *token.lemmas))
    return next((name for name in names if token.kind == "word" and calendar.is_name(name)), "")


def _name_at(read: Reading, j: int) -> bool:
    return j < len(read.tokens) and bool(_name(read.tokens[j]))


def _part(read: Reading, j: int) -> tuple[int, str, str]:
    """Last token, part and case of a name: "lokakuun alusta" is the start of October, elative."""
    token = read.tokens[j]
    if token.case == "genitive" and j + 1 < len(read.tokens):
        following = read.tokens[j + 1]
        part = _part_word(following)
        if part:
            return j + 1, part, "elative" if following.norm.endswith(("sta", "stä")) else following.case
        if following.norm in ("aikana", "jälkeen"):
            return j + 1, "end" if following.norm == "jälkeen" else "", "elative"
    return j, "", token.case


def _part_of_year(read: Reading, i: int, j: int, year: int | None) -> Duration | None:
    """As in "vuoden alusta", "viime vuoden lopusta"."""
    base = j - 1 if year is not None else j
    if read.word(base) != "vuoden" or base + 1 >= len(read.tokens):
        return None
    following = read.tokens[base + 1]
    part = _part_word(following)
    if not part:
        return None
    chosen = year if year is not None else read.today.year - (part != "start" and following.case in SINCE_CASES)
    whole = calendar.Stretch(date(chosen, 1, 1), date(chosen, 12, 31))
    kind = "until" if following.case in UNTIL_CASES else "since"
    return _from(read, whole.point(part, read.today), i, base + 1, kind=kind)


def _stretch(read: Reading, named: _Named, first: int, last: int) -> Duration | None:
    ever_since = named.case == "genitive" and not named.part
    if ever_since and read.word(first - 1) != "sitten":
        return None
    ahead = named.which == "ensi" or named.case in UNTIL_CASES or _goes_ahead(read, first)
    if named.year is not None:
        stretch = calendar.in_year(named.name, named.year)
    elif ahead:
        stretch = calendar.upcoming(named.name, read.today)
        return _until(read, (stretch.point(named.part, read.today) - read.today).days, first, last)
    else:
        stretch = calendar.latest(named.name, read.today, ended=named.which in ("viime", "toissa"))
        if named.which == "toissa":
            stretch = calendar.in_year(named.name, stretch.last.year - 1)
    kind = "since" if ever_since or named.case in SINCE_CASES else "at"
    return _from(read, stretch.point(named.part, read.today), first, last, kind=kind, stretch=stretch)


def _goes_ahead(read: Reading, first: int) -> bool:
    """Whether the clause says in the present tense that something ends or begins then."""
    for token in reversed(read.tokens[max(0, first - 4) : first]):
        if token.kind == "mark":
            return False
        if token.lemma in cues("time_ahead_verb") and token.features.get("tense") == "present_simple":
            return token.features.get("person") == "3"
    return False


def _year_at(read: Reading, j: int) -> int | None:
    if j < 0 or j >= len(read.tokens) or read.tokens[j].kind != "number":
        return None
    text = read.tokens[j].original
    return int(text) if re.fullmatch(r"(19[3-9]\d|20[0-4]\d)", text) else None


def _short_year(read: Reading, j: int) -> int | None:
    """The two digits of "keväästä 25", where they count nothing."""
    if j >= len(read.tokens) or not re.fullmatch(r"\d\d", read.tokens[j].original):
        return None
    year = 2000 + int(read.tokens[j].original)
    counts = j + 1 < len(read.tokens) and unit_of(read.tokens[j + 1]) is not None
    return year if year <= read.today.year and not counts else None


def _year(read: Reading, i: int) -> Duration | None:
    """As in "vuodesta 2019", "2021 lähtien", "viime vuonna", "vuonna 2018"."""
    which, word = read.word(i), read.tokens[i].lemma
    if which in ("viime", "toissa") and i + 1 < len(read.tokens) and read.tokens[i + 1].lemma == "vuosi":
        year = read.today.year - (1 if which == "viime" else 2)
        kind = "since" if read.tokens[i + 1].case == "elative" else "at"
        return replace(_whole_year(read, year, i, i + 1, kind), certain=False)
    ever_since = word == "vuosi" and read.word(i - 1) == "sitten" and read.tokens[i].case == "genitive"
    lead = word == "vuosi" and (ever_since or read.tokens[i].case in YEAR_CASES)
    year_at = _year_at(read, i + 1 if lead else i) or (_short_year(read, i + 1) if lead else None)
    if year_at is None or year_at > read.today.year:
        return None
    last = i + 1 if lead else i
    from_then = ever_since or (lead and read.tokens[i].case == "elative")
    since = from_then or read.word(last + 1) in cues("time_since")
    return _whole_year(read, year_at, i, last, "since" if since else "at")


def _whole_year(read: Reading, year: int, first: int, last: int, kind: str) -> Duration:
    whole = calendar.Stretch(date(year, 1, 1), min(date(year, 12, 31), read.today))
    return _from(read, whole.point("", read.today), first, last, kind=kind, stretch=whole)


def _this_month(read: Reading, i: int) -> Duration | None:
    """As in "kuun alusta", "viime kuun lopusta"."""
    j = i + (read.word(i) in ("viime", "tämän"))
    if read.word(j) != "kuun" or j + 1 >= len(read.tokens):
        return None
    part = _part_word(read.tokens[j + 1])
    first = read.today.replace(day=1)
    if read.word(i) == "viime":
        first = (first - timedelta(days=1)).replace(day=1)
    stretch = calendar.Stretch(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
    return _from(read, stretch.point(part, read.today), i, j + 1, kind="since") if part else None


def _near_day(read: Reading, i: int) -> Duration | None:
    """Yesterday, weekdays, last week and last month."""
    token = read.tokens[i]
    days = {"tänään": 0, "eilen": 1, "eilisestä": 1, "eilistä": 1, "toissapäivänä": 2, "juuri": None}.get(token.norm)
    if days is not None:
        return _from(read, read.today - timedelta(days=days), i, i, kind="at")
    weekday = next((WEEKDAYS.index(w) for w in (token.norm, *token.lemmas) if w in WEEKDAYS), None)
    if weekday is not None and token.case in ("essive", "elative") and read.word(i - 1) != "ensi":
        if _goes_ahead(read, i):
            return None
        first = i - (read.word(i - 1) == "viime")
        kind = "since" if token.case == "elative" else "at"
        return _from(read, calendar.weekday_back(weekday, read.today), first, i, kind=kind)
    if read.word(i) == "viime" and i + 1 < len(read.tokens):
        return _last_unit(read, i, read.tokens[i + 1])
    return None


def _last_unit(read: Reading, i: int, token: Token) -> Duration | None:
    unit = unit_of(token)
    if unit is None or unit.name not in ("week", "month") or token.case in UNTIL_CASES:
        return None
    days = 7 if unit.name == "week" else 30
    kind = "since" if token.case in SINCE_CASES else "at"
    return _from(read, read.today - timedelta(days=days), i, i + 1, kind=kind)
