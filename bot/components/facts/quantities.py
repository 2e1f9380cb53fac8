"""Ages, times, distances and ratings: which fact a number belongs to, by the words it stands with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from bot.components.finnish.ages import age_limits, find_age
from bot.components.finnish.clauses import cues
from bot.components.finnish.durations import find_durations
from bot.components.finnish.numbers import NumberSpan, parse_numbers
from bot.components.finnish.places import Place, find_municipalities
from bot.components.finnish.ratings import find_rating
from bot.components.finnish.times import Duration
from bot.components.finnish.tokens import Normalised

from .patterns import Reader
from .rules import Hit, Rule, matches, read_rule
from .words import Word, fold

MONTHS_A_YEAR = 12
YOUNG = 29
GROWN_UP = 18
LONGEST_REMARK = 8
ALONE = 1
MOST_NUMBERS = 12
AGE_QUESTIONS = {"ika", "nuori", "oppivelvollinen"}
START_VERBS = ("aloittaa", "alkaa", "kestää", "jatkua", "olla")
BACK = ("for", "since", "ago", "at")
# "Loppui kesällä ja siitä asti": the time of the clause before. "Viisi vuotta tuli täyteen syyskuussa": both times.
FROM_THEN, EVER_SINCE, FULL = ("siita", "sen"), ("asti", "lahtien", "saakka", "alkaen", "pitaen", "jalkeen"), "tayteen"


@dataclass(frozen=True)
class Message:
    """A message with its words in context and the times and numbers it names."""

    norm: Normalised
    words: Sequence[Word]
    today: date
    durations: Sequence[Duration]
    numbers: Sequence[NumberSpan]

    @classmethod
    def read(cls, norm: Normalised, words: Sequence[Word], today: date) -> Message:
        """The message with its numbers and times found."""
        durations, numbers = find_durations(norm, today), parse_numbers(norm.tokens)
        if any(word.norm == FULL for word in words):
            durations = _full_since(durations)
        return cls(norm, words, today, durations[:MOST_NUMBERS], numbers[:MOST_NUMBERS])

    def clause(self, start: int, end: int) -> list[Word]:
        """The words of the clause that the stretch of text stands in."""
        inside = [w for w in self.words if w.token.start < end and w.token.end > start]
        return [w for w in self.words if inside and w.clause == inside[0].clause]

    def sentence(self, start: int, end: int) -> list[Word]:
        """The words of the sentence that the stretch of text stands in."""
        inside = [w for w in self.words if w.token.start < end and w.token.end > start]
        return [w for w in self.words if inside and w.sentence == inside[0].sentence]


@dataclass(frozen=True)
class TimedFact:
    """A fact told in months, days or years, with the lines of which one must stand by the time."""

    fact: str
    unit: str
    kinds: frozenset[str]
    lines: tuple[Rule, ...]


@dataclass(frozen=True)
class Threshold:
    """A value that follows when a length of time by certain words is long enough."""

    fact: str
    value: Any
    unit: str
    at_least: float
    certain: bool
    kinds: frozenset[str]
    lines: tuple[Rule, ...]


@dataclass(frozen=True)
class Measure:
    """A value that follows from a number with a unit, such as hours a week."""

    fact: str
    value: Any
    units: frozenset[str]
    per: frozenset[str]
    at_least: float
    below: float
    needed: Rule | None
    barred: Rule | None


class Quantities:
    """Finds numbers that are facts; the lines come from nlu_data/facts/_quantities.yml."""

    def __init__(self, data: Mapping[str, Any], reader: Reader) -> None:
        self.timed = [
            TimedFact(fact, row["unit"], frozenset(row["kinds"].split()), _lines(row["with"], reader))
            for fact, row in data["durations"].items()
        ]
        self.thresholds = [_threshold(row, reader) for row in data["thresholds"]]
        self.measures = [_measure(row, reader) for row in data["measures"]]
        self.held = _lines(data["held"], reader)
        self.rating_fact: str = data["rating"]["fact"]
        self.rating_lines = _lines(data["rating"]["with"], reader)

    def hits(self, message: Message, asked: frozenset[str]) -> Iterator[Hit]:
        """Every number of the message that belongs to a fact by what is said around it."""
        told = list(_age_and_place(message, asked))
        yield from told
        for duration in message.durations:
            if any(hit.fact == "ika" and duration.start < hit.end and hit.start < duration.end for hit in told):
                continue
            yield from self._timed(message, duration)
            yield from self._long_enough(message, duration)
        yield from self._ever_since(message)
        for number in message.numbers:
            yield from self._measured(message, number)
        yield from self._rated(message)

    def _timed(self, message: Message, duration: Duration) -> Iterator[Hit]:
        clause = message.clause(duration.start, duration.end)
        if duration.kind == "for" and any(w.norm == "viela" and 0 <= duration.start - w.token.end <= 1 for w in clause):
            return
        for timed in self.timed:
            if timed.fact == "tyottomyys_kk" and self._is_held(duration, clause):
                continue
            named = by_words(timed.lines, clause, message.sentence(duration.start, duration.end))
            if duration.kind in timed.kinds and (named or self._beside(message, clause, timed, duration)):
                value = in_unit(duration, timed.unit)
                yield Hit(timed.fact, value, duration.start, duration.end, duration.certain, 0, 3)

    def _ever_since(self, message: Message) -> Iterator[Hit]:
        """The time told just before, where the clause says "siitä asti" of what lasts."""
        for first, second in pairwise(message.words):
            if first.norm not in FROM_THEN or second.norm not in EVER_SINCE:
                continue
            clause = message.clause(first.token.start, second.token.end)
            earlier = [d for d in message.durations if d.kind in ("at", "since", "ago") and d.end <= first.token.start]
            for timed in self.timed:
                if earlier and by_words(timed.lines, clause):
                    last = earlier[-1]
                    yield Hit(timed.fact, in_unit(last, timed.unit), last.start, last.end, last.certain, 0, 3)

    def _is_held(self, duration: Duration, clause: Sequence[Word]) -> bool:
        """Whether the time is that of a job, a membership or the like that stands right by it ("talossa 31 vuotta")."""
        before = [w for w in clause if w.token.end <= duration.start][-2:]
        after = [w for w in clause if w.token.start >= duration.end][:2]
        inside = [w for w in clause if duration.start <= w.token.start < duration.end]
        if duration.kind not in ("for", "since"):
            return False
        if (after and after[0].norm == "jalkeen") or any(w.norm == "jalkeen" for w in inside):
            return True
        return any(matches(line, near) for line in self.held for near in (before, after) if near)

    def _beside(self, message: Message, clause: Sequence[Word], timed: TimedFact, duration: Duration) -> bool:
        """Whether the time stands alone ("työtön, kaksi vuotta") next to a clause that names what lasts."""
        if not clause or len(clause) > 5 or any(w.other or w.past for w in clause):
            return False
        if any(w.finite and w.token.lemma not in START_VERBS for w in clause):
            return False
        if any(by_words(other.lines, clause) for other in self.timed):
            return False
        only_time = all(duration.start <= w.token.start < duration.end for w in clause)
        near = [w for w in message.words if w.clause == clause[0].clause - 1]
        if not only_time:
            near = [w for w in near if w.sentence == clause[0].sentence]
        return bool(near) and by_words(timed.lines, near)

    def _long_enough(self, message: Message, duration: Duration) -> Iterator[Hit]:
        for rule in (rule for rule in self.thresholds if duration.kind in rule.kinds):
            clause, sentence = (read(duration.start, duration.end) for read in (message.clause, message.sentence))
            if in_unit(duration, rule.unit) >= rule.at_least and by_words(rule.lines, clause, sentence):
                yield Hit(rule.fact, rule.value, duration.start, duration.end, rule.certain, 0, 2)

    def _measured(self, message: Message, number: NumberSpan) -> Iterator[Hit]:
        clause = message.clause(number.start, number.end)
        after = [fold(w.token.norm) for w in clause if w.token.start >= number.end][:3]
        for rule in self.measures:
            if not after or after[0] not in rule.units or (rule.per and rule.per.isdisjoint(after[1:])):
                continue
            fits = rule.at_least <= number.value < rule.below
            needed = rule.needed is None or bool(matches(rule.needed, clause))
            if fits and needed and not (rule.barred and matches(rule.barred, clause)) and not _aside(clause):
                yield Hit(rule.fact, rule.value, number.start, number.end, True, 5, 2)

    def _rated(self, message: Message) -> Iterator[Hit]:
        for number in message.numbers:
            clause = message.clause(number.start, number.end)
            if by_words(self.rating_lines, clause):
                first, last = clause[0].token.start, clause[-1].token.end
                tokens = tuple(token for token in message.norm.tokens if first <= token.start <= last)
                value = find_rating(Normalised(message.norm.original, tokens))
                if value:
                    yield Hit(self.rating_fact, value.value, value.start, value.end, value.certain, 0, 2)
                return


def _age_and_place(message: Message, asked: frozenset[str]) -> Iterator[Hit]:
    age = find_age(message.norm, message.today, not asked.isdisjoint(AGE_QUESTIONS))
    if age:
        yield Hit("ika", age.value, age.start, age.end, age.certain, 0, 2)
    if age and "oppivelvollinen" in asked and age.value >= GROWN_UP:
        yield Hit("oppivelvollinen", False, age.start, age.end, age.certain, 0, 2)
    asked_or_imagined = any(word.question or word.hypothetical for word in message.words)
    low, high = (None, None) if asked_or_imagined else age_limits(message.norm) or (None, None)
    if (high is not None and high <= YOUNG) or (low is not None and low > YOUNG):
        yield Hit("nuori", low is None, message.words[0].token.start, message.words[-1].token.end, True, 0, 2)
    alone = sum(1 for word in message.words if word.token.kind == "word") <= ALONE and not any(
        word.negation or word.question for word in message.words
    )
    places = find_municipalities(message.norm, "kotikunta" in asked or alone)
    homes = [place for place in places if place.role == "lives"]
    unknown = [place for place in places if place.role == "unknown"]
    introduced = [place for place in unknown if len(places) == 1 and _in_a_list(message, place, age is not None)]
    for place in homes or introduced or [place for place in unknown if _whence(message, place)]:
        yield Hit("kotikunta", place.name, place.start, place.end, place.certain or not homes, 0, 2)


def _full_since(durations: Sequence[Duration]) -> list[Duration]:
    """A length that was full at the time told beside it, counted to today."""
    lengths, days = [d for d in durations if d.kind == "for"], [d for d in durations if d.kind == "at"]
    if len(lengths) != 1 or len(days) != 1:
        return list(durations)
    length, day = lengths[0], days[0]
    return [replace(length, months=length.months + day.months, days=length.days + day.days)]


def _in_a_list(message: Message, place: Place, has_age: bool) -> bool:
    """Whether the place stands alone between marks where a person tells who they are: "56 v, Kemi, sahalta pois"."""
    at = next((i for i, word in enumerate(message.words) if word.token.start >= place.start), None)
    if at is None or not place.plain or place.case != "nominative":
        return False
    word = message.words[at]
    alone = bool(word.break_after.strip() or word is message.words[-1]) and (at == 0 or bool(word.break_before.strip()))
    verbless = not any(w.finite or w.negation or w.question for w in message.words if w.sentence == word.sentence)
    return alone and word.token.end >= place.end and (has_age or verbless)


def _whence(message: Message, place: Place) -> bool:
    """Whether the place stands in a remark without a verb, as in "34-vuotias kokki Lahdesta"."""
    clause = message.clause(place.start, place.end)
    if any(word.finite or word.negation or word.other or word.question for word in clause):
        return False
    if len(clause) > LONGEST_REMARK:
        return False
    if place.case in ("elative", "ablative"):
        return True
    who = len(clause) == 1 or any(
        w.token.kind == "number" or w.token.lemma in cues("adult") or w.norm == "mina" for w in clause
    )
    return place.plain and who and place.case in ("nominative", "inessive", "adessive")


def in_unit(duration: Duration, unit: str) -> int:
    """The length in whole months, days or years."""
    exact = {"months": duration.months, "days": duration.days, "years": duration.months / MONTHS_A_YEAR}[unit]
    return max(0, int(exact + 0.5))


def by_words(lines: Sequence[Rule], clause: Sequence[Word], sentence: Sequence[Word] = ()) -> bool:
    """Whether any of the lines stands in the clause, or in the sentence where the line says so."""
    return any(matches(line, sentence if "sentence" in line.flags else clause) for line in lines)


def _aside(clause: Sequence[Word]) -> bool:
    return any(word.other or word.past or word.hypothetical for word in clause)


def _lines(lines: Sequence[str], reader: Reader) -> tuple[Rule, ...]:
    return tuple(read_rule(line, reader) for line in lines)


def _threshold(row: Mapping[str, Any], reader: Reader) -> Threshold:
    kinds = frozenset(row["kinds"].split()) if "kinds" in row else frozenset(BACK)
    return Threshold(
        row["fact"], row["value"], row["unit"], row["at_least"], row.get("certain", True), kinds,
        _lines(row["with"], reader),
    )


def _measure(row: Mapping[str, Any], reader: Reader) -> Measure:
    needed, barred = row.get("with"), row.get("without")
    return Measure(
        fact=row["fact"],
        value=row["value"],
        units=frozenset(map(fold, row["units"].split())),
        per=frozenset(str(row.get("per", "")).split()),
        at_least=row.get("at_least", 0.0),
        below=row.get("below", 10_000.0),
        needed=read_rule(needed, reader) if needed else None,
        barred=read_rule(barred, reader, flags="presup hypo other past") if barred else None,
    )
