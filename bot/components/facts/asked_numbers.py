"""What an answer says to a fact that was asked and is told in numbers: a time, a rating, a bare number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.components.finnish.numbers import NumberSpan
from bot.components.finnish.ratings import find_rating
from bot.components.finnish.times import unit_of

from .message import FULL, Message
from .patterns import Reader
from .quantities import BACK, in_unit
from .rules import FREE, Hit, matches, read_rule, whole
from .vocabulary import Fact

UNITS = {"tyottomyys_kk": "months", "hoitosuhde_kk": "months", "sairauspoissaolo_pv": "days", "maassaolo_v": "years"}
# "Tulin 8-vuotiaana": a number that tells how old someone was.
OF_AGE = "vuotia"


class AskedNumbers:
    """Reads numbers as answers with the lines of nlu_data/facts/_answers.yml."""

    def __init__(self, data: Mapping[str, Any], reader: Reader) -> None:
        self.lasting: Mapping[str, int] = data["lasting_months"]
        self.lines = [
            read_rule(line, reader, fact, value, flags=FREE)
            for fact, values in data["numbers"].items()
            for value, lines in values.items()
            for line in lines
        ]

    def hits(self, message: Message, fact: Fact, told: Sequence[Hit], corrected: int) -> Iterator[Hit]:
        """The value of the asked fact; `told` is taken for other facts, what is before `corrected` was taken back."""
        if fact.id in UNITS:
            yield from self._counted(message, fact, [hit for hit in told if hit.fact == "ika"], corrected)
        elif fact.type == "int" and fact.id != "ika":
            rating = find_rating(message.norm, fact.low, fact.high)
            if rating:
                yield Hit(fact.id, rating.value, rating.start, rating.end, rating.certain, 0, 1)
        else:
            yield from self._long_enough(message, fact)

    def _counted(self, message: Message, fact: Fact, ages: Sequence[Hit], corrected: int) -> Iterator[Hit]:
        said = [line for line in self.lines if line.fact == fact.id and matches(line, message.words)]
        times = [d for d in message.durations if d.kind in BACK and d.start >= corrected]
        if any(word.norm == FULL for word in message.words):
            times = [d for d in times if d.kind != "at"]
        if times:
            first = times[0]
            yield Hit(fact.id, in_unit(first, UNITS[fact.id]), first.start, first.end, first.certain, 0, 1)
        elif said:
            yield from whole(message, fact.id, said[0].value)
        else:
            for number in self._free(message, ages, corrected)[:1]:
                yield Hit(fact.id, int(number.value + 0.5), number.start, number.end, True, 0, 1)

    def _free(self, message: Message, ages: Sequence[Hit], corrected: int) -> list[NumberSpan]:
        """The numbers that are nobody's age and count no time: "neljä päivää viikossa" is none."""
        tokens = message.norm.tokens
        numbers = [n for n in message.numbers if n.start >= corrected and n.kind != "ordinal"]
        numbers = [n for n in numbers if not any(hit.start <= n.start < hit.end for hit in ages)]
        numbers = [n for n in numbers if not any(unit_of(t) for t in tokens[n.last + 1 : n.last + 2])]
        return [n for n in numbers if not any(t.norm.startswith(OF_AGE) for t in tokens[n.last + 1 : n.last + 3])]

    def _long_enough(self, message: Message, fact: Fact) -> Iterator[Hit]:
        """Yes or no by the time the answer tells, where the question asks whether something has lasted so long."""
        months = self.lasting.get(fact.id)
        times = [time for time in message.durations if time.kind in BACK]
        if months is not None and times:
            yield Hit(fact.id, times[0].months >= months, times[0].start, times[0].end, True, 0, 1)
