"""Lengths of time and dates, counted to today: "puoltoist vuotta", "viime syksystä", "1.10.2025 alkaen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from . import calendar_words as calendar
from .numbers import parse_numbers
from .tables import rows
from .tokens import Normalised, Token

DAYS_A_MONTH = 30.4375
LIFE = 1200.0
DATE = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?(?!\d)|(?<![\d./])(\d{1,2})[/.](\d{4})(?!\d)")
WEEKDAYS = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai")
PARTS = {"alku": "start", "loppu": "end", "puoliväli": "middle", "puolenväli": "middle", "puolivälistä": "middle"}
SINCE_CASES = ("elative", "ablative")
UNTIL_CASES = ("illative", "allative")
LENGTH_CASES = ("", "nominative", "genitive", "partitive", "accusative")
BELOW = {"alle", "enintään", "korkeintaan", "max"}
NEARLY = {"vajaa", "vajaan", "vajaat", "melkein", "lähes", "kohta", "pian", "miltei", "liki"}
SINCE_WORDS = {"asti", "saakka", "lähtien", "alkaen", "alkain", "jälkeen", "lähtie"}
AHEAD_VERBS = {"loppua", "päättyä", "alkaa", "tulla", "umpeutua", "päästä", "lakata", "jatkua"}


@dataclass(frozen=True)
class Duration:
    """A time in the message, counted back from today (ahead for "until").

    `kind`: for (a length), since (from a day on), ago, at (a day or season), until (ahead of today), life.
    `low` and `high` are the months it can be at least and at most; `certain` is false when these differ too much
    or the words are loose. `first` and `last` are token indexes, `start` and `end` places in the original text.
    """

    months: float
    days: float
    certain: bool
    kind: str
    first: int
    last: int
    start: int = 0
    end: int = 0
    low: float = 0.0
    high: float = 0.0
    unit: str = ""


@dataclass(frozen=True)
class Unit:
    """A unit of time: its length in months and in days."""

    name: str
    months: float
    days: float


@lru_cache(maxsize=None)
def _units() -> dict[str, Unit]:
    return {
        word: Unit(row["unit"], float(row["months"]), float(row["days"]))
        for row in rows("time_units") for word in row["words"].split()
    }


def unit_of(token: Token) -> Unit | None:
    """The unit that the token names, None where it names none or is written as an hour of a rate."""
    units = _units()
    return next((units[w] for w in (token.original.lower(), token.norm, token.lemma) if w in units), None)


def find_durations(norm: Normalised, today: date) -> list[Duration]:
    """Every length of time and every date of the message, in order."""
    reader = _Reader(norm, today)
    found: list[Duration] = []
    index = 0
    while index < len(norm.tokens):
        duration = reader.at(index)
        if duration is None:
            index += 1
            continue
        found.append(_placed(duration, norm.tokens))
        index = duration.last + 1
    return found


def _placed(duration: Duration, tokens: Sequence[Token]) -> Duration:
    start, end = tokens[duration.first].start, tokens[duration.last].end
    low = duration.low or duration.months
    return replace(duration, start=start, end=end, low=low, high=duration.high or duration.months)


class _Reader:
    """Reads times from one message."""

    def __init__(self, norm: Normalised, today: date) -> None:
        self.tokens = norm.tokens
        self.today = today
        self.numbers = {number.first: number for number in parse_numbers(norm.tokens)}
        self.dates = {m.start(): m for m in DATE.finditer(norm.original)}

    def at(self, i: int) -> Duration | None:
        """The time that begins at token `i`."""
        return (
            self._life(i) or self._this_month(i) or self._date(i) or self._named(i) or self._running(i) or self._year(i)
            or self._length(i) or self._bare(i) or self._near_day(i)
        )

    def _word(self, i: int) -> str:
        return self.tokens[i].norm if 0 <= i < len(self.tokens) else ""

    def _life(self, i: int) -> Duration | None:
        if self._word(i) != "koko" or i + 1 >= len(self.tokens):
            return None
        if self.tokens[i + 1].lemma not in ("ikä", "elämä") and not self._word(i + 1).startswith(("ikän", "elämän")):
            return None
        return Duration(LIFE, LIFE * DAYS_A_MONTH, True, "life", i, i + 1)

    def _date(self, i: int) -> Duration | None:
        match = self.dates.get(self.tokens[i].start)
        if match is None:
            return None
        last = max(j for j in range(i, len(self.tokens)) if self.tokens[j].start < match.end())
        if match.group(5):
            month, year = int(match.group(4)), int(match.group(5))
            if not 1 <= month <= 12 or not 1900 < year <= self.today.year + 1:
                return None
            return self._from(date(year, month, 15), i, last, "at")
        day = self._day(int(match.group(1)), int(match.group(2)), match.group(3))
        return self._from(day, i, last, "at") if day else None

    def _day(self, day: int, month: int, year: str | None) -> date | None:
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        day = min(day, 28) if month == 2 else min(day, 30)
        if year is None:
            this = date(self.today.year, month, day)
            return this if this <= self.today else date(self.today.year - 1, month, day)
        full = int(year) if len(year) == 4 else 2000 + int(year) - 100 * (int(year) > self.today.year % 100 + 1)
        return date(full, month, day) if 1900 < full < 2100 else None

    def _from(
        self, day: date, first: int, last: int, kind: str, stretch: calendar.Stretch | None = None, *, certain: bool = True
    ) -> Duration:
        days = (self.today - day).days
        if days < 0 or kind == "until":
            return self._until(-days, first, last)
        if self._word(last + 1) in SINCE_WORDS:
            last, kind = last + 1, "since"
        low = (self.today - min(stretch.last, self.today)).days if stretch else days
        high = (self.today - stretch.first).days if stretch else days
        return Duration(
            days / DAYS_A_MONTH, float(days), certain, kind, first, last,
            low=low / DAYS_A_MONTH, high=high / DAYS_A_MONTH, unit="day",
        )

    def _until(self, days: int, first: int, last: int) -> Duration:
        if self._word(last + 1) in ("asti", "saakka", "mennessä"):
            last += 1
        return Duration(days / DAYS_A_MONTH, float(days), False, "until", first, last, unit="day")

    def _named(self, i: int) -> Duration | None:
        """A month, season or holiday with what says which one: viime, ensi, a year, the year before."""
        j, which, year = i, "", None
        if self._word(j) in ("viime", "ensi", "toissa", "tämä", "tänä", "tästä", "tämän", "edellinen", "edellisestä", "nyt"):
            which, j = self._word(j), j + 1
        if self._word(j) == "vuoden" and which in ("viime", "toissa", "tämän") and j + 1 < len(self.tokens):
            year, j = self.today.year - {"viime": 1, "toissa": 2, "tämän": 0}[which], j + 1
        elif written := self._year_at(j):
            year, j = written, j + 1 + (self._word(j + 1) in ("vuoden",))
        if j >= len(self.tokens):
            return None
        name = self._name(self.tokens[j])
        if not name:
            return self._part_of_year(i, j, year)
        last, part, case = self._part(j)
        if year is None and (written := self._year_at(last + 1) or self._short_year(last + 1)):
            year, last = written, last + 1
        return self._stretch(name, which, year, part, case, i, last)

    def _name(self, token: Token) -> str:
        names = (name.rpartition("-")[2] for name in (token.norm, *token.lemmas))
        return next((name for name in names if token.kind == "word" and calendar.is_name(name)), "")

    def _part(self, j: int) -> tuple[int, str, str]:
        """Last token, part and case of a name: "lokakuun alusta" is the start of October, elative."""
        token = self.tokens[j]
        if token.case == "genitive" and j + 1 < len(self.tokens):
            following = self.tokens[j + 1]
            part = next((PARTS[lemma] for lemma in following.lemmas if lemma in PARTS), "")
            if part:
                return j + 1, part, "elative" if following.norm.endswith(("sta", "stä")) else following.case
            if following.norm in ("aikana", "jälkeen"):
                return j + 1, "end" if following.norm == "jälkeen" else "", "elative"
        return j, "", token.case

    def _part_of_year(self, i: int, j: int, year: int | None) -> Duration | None:
        """ "vuoden alusta", "viime vuoden lopusta"."""
        base = j - 1 if year is not None else j
        if self._word(base) != "vuoden" or base + 1 >= len(self.tokens):
            return None
        following = self.tokens[base + 1]
        part = next((PARTS[lemma] for lemma in following.lemmas if lemma in PARTS), "")
        if not part:
            return None
        chosen = year if year is not None else self.today.year - (part != "start" and following.case in SINCE_CASES)
        whole = calendar.Stretch(date(chosen, 1, 1), date(chosen, 12, 31))
        kind = "until" if following.case in UNTIL_CASES else "since"
        return self._from(whole.point(part, self.today), i, base + 1, kind)

    def _stretch(
        self, name: str, which: str, year: int | None, part: str, case: str, first: int, last: int
    ) -> Duration | None:
        if case == "genitive" and not part:
            return None
        ahead = which == "ensi" or case in UNTIL_CASES or self._goes_ahead(first)
        if year is not None:
            stretch = calendar.in_year(name, year)
        elif ahead:
            stretch = calendar.upcoming(name, self.today)
            return self._until((stretch.point(part, self.today) - self.today).days, first, last)
        else:
            stretch = calendar.latest(name, self.today, ended=which in ("viime", "toissa"))
            if which == "toissa":
                stretch = calendar.in_year(name, stretch.last.year - 1)
        kind = "since" if case in SINCE_CASES else "at"
        return self._from(stretch.point(part, self.today), first, last, kind, stretch)

    def _goes_ahead(self, first: int) -> bool:
        """Whether the clause says in the present tense that something ends or begins then."""
        for token in reversed(self.tokens[max(0, first - 4): first]):
            if token.kind == "mark":
                return False
            if token.lemma in AHEAD_VERBS and token.features.get("tense") == "present_simple":
                return token.features.get("person") == "3"
        return False

    def _year_at(self, j: int) -> int | None:
        if j < 0 or j >= len(self.tokens) or self.tokens[j].kind != "number":
            return None
        text = self.tokens[j].original
        return int(text) if re.fullmatch(r"(19[3-9]\d|20[0-4]\d)", text) else None

    def _short_year(self, j: int) -> int | None:
        """The two digits of "keväästä 25", where they count nothing."""
        if j >= len(self.tokens) or not re.fullmatch(r"\d\d", self.tokens[j].original):
            return None
        year = 2000 + int(self.tokens[j].original)
        counts = j + 1 < len(self.tokens) and unit_of(self.tokens[j + 1]) is not None
        return year if year <= self.today.year and not counts else None

    def _year(self, i: int) -> Duration | None:
        """ "vuodesta 2019", "2021 lähtien", "viime vuonna", "vuonna 2018"."""
        which, word = self._word(i), self.tokens[i].lemma
        if which in ("viime", "toissa") and i + 1 < len(self.tokens) and self.tokens[i + 1].lemma == "vuosi":
            year = self.today.year - (1 if which == "viime" else 2)
            kind = "since" if self.tokens[i + 1].case == "elative" else "at"
            return replace(self._whole_year(year, i, i + 1, kind), certain=False)
        lead = word == "vuosi" and self.tokens[i].case in ("elative", "essive", "adessive", "nominative")
        year_at = self._year_at(i + 1 if lead else i) or (self._short_year(i + 1) if lead else None)
        if year_at is None or year_at > self.today.year:
            return None
        last = i + 1 if lead else i
        since = self._word(last + 1) in SINCE_WORDS or lead and self.tokens[i].case == "elative"
        return self._whole_year(year_at, i, last, "since" if since else "at")

    def _whole_year(self, year: int, first: int, last: int, kind: str) -> Duration:
        whole = calendar.Stretch(date(year, 1, 1), min(date(year, 12, 31), self.today))
        return self._from(whole.point("", self.today), first, last, kind, whole)

    def _running(self, i: int) -> Duration | None:
        """ "kolmatta vuotta": between two and three years, so a range."""
        number = self.numbers.get(i)
        if number is None or number.kind != "ordinal" or number.last + 1 >= len(self.tokens):
            return None
        token = self.tokens[number.last + 1]
        unit = unit_of(token)
        ordinal = self.tokens[i].norm.endswith(("tta", "ttä", "ista", "istä")) or self.tokens[i].norm == "toista"
        if unit is None or token.case != "partitive" or number.value < 2 or not ordinal:
            return None
        low, high = (number.value - 1) * unit.months, number.value * unit.months
        months = (low + high) / 2
        return Duration(
            months, months * DAYS_A_MONTH, False, "for", i, number.last + 1, low=low, high=high, unit=unit.name
        )

    def _length(self, i: int) -> Duration | None:
        """A number with its unit, with what comes before ("yli") and after ("ja 3 kk", "sitten")."""
        first, modifier = i, ""
        if self._word(i) in BELOW | NEARLY | {"yli", "reilu", "reilun", "runsas", "noin", "ainakin", "vähintään", "jo"}:
            modifier, i = self._word(i), i + 1
        span = self._amount(i)
        if span is None:
            return self._modified(self._bare(i), modifier, first) if modifier and modifier != "jo" else None
        low, high, last = span
        unit = unit_of(self.tokens[last + 1]) if last + 1 < len(self.tokens) else None
        if unit is None or not self._is_length(last + 1, unit):
            return None
        duration = self._measured(low, high, unit, first, last + 1)
        duration = self._with_rest(duration)
        return self._after(self._modified(duration, modifier, first))

    def _amount(self, i: int) -> tuple[float, float, int] | None:
        """Smallest and largest amount and the last token of "kaksi", "2-3", "pari kolme"."""
        one = self.numbers.get(i)
        if one is None or one.kind not in ("cardinal", "half", "noun"):
            return None
        j = one.last + 1
        j += self._word(j) in ("-", "–", "tai", "vai")
        two = self.numbers.get(j)
        if two is not None and two.kind == "cardinal" and one.value < two.value <= one.value * 2 + 1:
            return one.value, two.value, two.last
        return one.value, one.value, one.last

    def _is_length(self, j: int, unit: Unit) -> bool:
        token = self.tokens[j]
        if token.original.lower() == token.norm and token.case not in LENGTH_CASES:
            return False
        following = self.tokens[j + 1] if j + 1 < len(self.tokens) else None
        if following is not None and following.lemma in ("vanha", "vuotias", "ikäinen"):
            return False
        rate = following is not None and unit_of(following) is not None and following.case in ("inessive", "adessive")
        return not rate

    def _measured(self, low: float, high: float, unit: Unit, first: int, last: int) -> Duration:
        middle = (low + high) / 2
        certain = (high - low) * unit.months <= 1.0
        return Duration(
            middle * unit.months, middle * unit.days, certain, "for", first, last,
            low=low * unit.months, high=high * unit.months, unit=unit.name,
        )

    def _with_rest(self, duration: Duration) -> Duration:
        """Adds a smaller unit: "vuosi ja kolme kuukautta", "1 v 2 kk"."""
        j = duration.last + 1
        j += self._word(j) == "ja"
        span = self._amount(j)
        unit = unit_of(self.tokens[span[2] + 1]) if span and span[2] + 1 < len(self.tokens) else None
        smaller = {"year": ("month", "week"), "month": ("week", "day")}.get(duration.unit, ())
        if span is None or unit is None or unit.name not in smaller:
            return duration
        more = self._measured(span[0], span[1], unit, j, span[2] + 1)
        return replace(
            duration, months=duration.months + more.months, days=duration.days + more.days, last=more.last,
            low=duration.low + more.low, high=duration.high + more.high,
        )

    def _modified(self, duration: Duration | None, modifier: str, first: int) -> Duration | None:
        if duration is None:
            return None
        if modifier in BELOW:
            return replace(duration, certain=False, low=0.01, first=first)
        if modifier in NEARLY:
            less = 0.5 if duration.months < 2 else 1.0
            scale = (duration.months - less) / duration.months
            return replace(
                duration, months=duration.months - less, days=duration.days * scale, first=first,
                certain=modifier not in ("kohta", "pian"),
            )
        return replace(duration, first=first)

    def _after(self, duration: Duration | None) -> Duration | None:
        if duration is None:
            return None
        following = self._word(duration.last + 1)
        if following in ("sitten", "takaperin") and self.tokens[duration.last + 1].kind == "word":
            return replace(duration, kind="ago", last=duration.last + 1)
        if following in ("kuluttua", "päästä", "päähän"):
            return replace(duration, kind="until", certain=False, last=duration.last + 1)
        if following in ("ajan", "aikana"):
            return replace(duration, last=duration.last + 1)
        return duration

    def _bare(self, i: int) -> Duration | None:
        """ "vuoden", "kuukauden" without a number is one; "vuosia" and "viikkoja" are many."""
        if i >= len(self.tokens) or self.tokens[i].kind != "word" or len(self.tokens[i].original) < 4:
            return None
        token = self.tokens[i]
        unit = unit_of(token)
        if unit is None or self._word(i - 1) in ("joka", "ensi", "viime", "kerran", "tämän", "toinen", "sen", "koko"):
            return None
        many = self._word(i - 1) in ("monta", "monen", "useita", "useamman") and token.case in ("partitive", "genitive")
        if many or token.features.get("number") == "plural" and token.case == "partitive":
            return Duration(unit.months * 3, unit.days * 3, False, "for", i, i, low=unit.months * 2, high=LIFE, unit=unit.name)
        whole = token.case == "genitive" or token.case == "nominative" and token.features.get("number") == "singular"
        if not whole or unit.name == "day" or token.norm in ("kuu", "kuun", "v"):
            return None
        if not self._is_length(i, unit):
            return None
        following = self._word(i + 1)
        if token.case == "genitive" and following in ("alusta", "alussa", "lopusta", "lopussa", "vanha", "kuluttua"):
            return None
        return self._after(self._with_rest(self._measured(1, 1, unit, i, i)))

    def _this_month(self, i: int) -> Duration | None:
        """ "kuun alusta", "viime kuun lopusta"."""
        j = i + (self._word(i) in ("viime", "tämän"))
        if self._word(j) != "kuun" or j + 1 >= len(self.tokens):
            return None
        part = next((PARTS[lemma] for lemma in self.tokens[j + 1].lemmas if lemma in PARTS), "")
        first = self.today.replace(day=1)
        if self._word(i) == "viime":
            first = (first - timedelta(days=1)).replace(day=1)
        stretch = calendar.Stretch(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
        return self._from(stretch.point(part, self.today), i, j + 1, "since") if part else None

    def _near_day(self, i: int) -> Duration | None:
        """Yesterday, weekdays, last week and last month."""
        token = self.tokens[i]
        days = {"tänään": 0, "eilen": 1, "eilisestä": 1, "eilistä": 1, "toissapäivänä": 2, "juuri": None}.get(token.norm)
        if days is not None:
            return self._from(self.today - timedelta(days=days), i, i, "at")
        weekday = next((WEEKDAYS.index(w) for w in (token.norm, *token.lemmas) if w in WEEKDAYS), None)
        if weekday is not None and token.case in ("essive", "elative") and self._word(i - 1) != "ensi":
            if self._goes_ahead(i):
                return None
            first = i - (self._word(i - 1) == "viime")
            kind = "since" if token.case == "elative" else "at"
            return self._from(calendar.weekday_back(weekday, self.today), first, i, kind)
        if self._word(i) == "viime" and i + 1 < len(self.tokens):
            return self._last_unit(i, self.tokens[i + 1])
        return None

    def _last_unit(self, i: int, token: Token) -> Duration | None:
        unit = unit_of(token)
        if unit is None or unit.name not in ("week", "month") or token.case in UNTIL_CASES:
            return None
        days = 7 if unit.name == "week" else 30
        kind = "since" if token.case in SINCE_CASES else "at"
        return self._from(self.today - timedelta(days=days), i, i + 1, kind)
