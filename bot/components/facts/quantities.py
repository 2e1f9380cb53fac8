"""Times, distances and ratings: which fact a number belongs to, by the words it stands with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bot.components.finnish.numbers import NumberSpan
from bot.components.finnish.ratings import find_rating
from bot.components.finnish.times import Duration
from bot.components.finnish.tokens import Normalised

from .message import Message
from .patterns import Reader
from .persons import age_and_place
from .rules import Hit, Rule, matches, read_rule
from .words import Word, fold

MONTHS_A_YEAR = 12
START_VERBS = ("aloittaa", "alkaa", "kestää", "jatkua", "olla")
BACK = ("for", "since", "ago", "at")
# "Loppui kesällä ja siitä asti": the time of the clause before.
FROM_THEN, EVER_SINCE = ("siita", "sen"), ("asti", "lahtien", "saakka", "alkaen", "pitaen", "jalkeen")


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
        told = list(age_and_place(message, asked))
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
        """The time told just before, where the clause says "siitä asti" of what lasts, or after "siitä asti kun"."""
        for first, second in pairwise(message.words):
            if first.norm not in FROM_THEN or second.norm not in EVER_SINCE:
                continue
            clause = message.clause(first.token.start, second.token.end)
            days = [d for d in message.durations if d.kind in ("at", "since", "ago")]
            told = [d for d in days if d.end <= first.token.start][-1:]
            following = message.words[second.index + 1 : second.index + 2]
            if not told and following and following[0].norm == "kun":
                told = [d for d in days if d.start >= second.token.end][:1]
            for day in told:
                for timed in self.timed:
                    if by_words(timed.lines, clause):
                        yield Hit(timed.fact, in_unit(day, timed.unit), day.start, day.end, day.certain, 0, 3)

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
        row["fact"],
        row["value"],
        row["unit"],
        row["at_least"],
        row.get("certain", True),
        kinds,
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
