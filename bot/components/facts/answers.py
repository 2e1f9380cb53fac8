"""What a message answers to the facts that were just asked: yes and no, bare numbers, button labels, refusals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.components.finnish.ratings import find_rating
from bot.components.finnish.yesno import polarity

from .patterns import Reader
from .quantities import BACK, Message, in_unit
from .rules import Hit, matches, read_rule
from .vocabulary import Fact, label_key
from .words import fold

UNITS = {"tyottomyys_kk": "months", "hoitosuhde_kk": "months", "sairauspoissaolo_pv": "days", "maassaolo_v": "years"}
FREE = "past hypo other presup"


@dataclass
class Reply:
    """What the message says to the asked facts, and the facts it declines or does not know."""

    hits: list[Hit] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    dont_know: list[str] = field(default_factory=list)
    polarity: str | None = None


class Answers:
    """Reads answers with the lines of nlu_data/facts/_answers.yml."""

    def __init__(self, data: Mapping[str, Any], reader: Reader, facts: Mapping[str, Fact]) -> None:
        self.facts = facts
        self.yes_no = frozenset(fold(word) for word in data["yes_no"].split())
        self.corrections = frozenset(fold(word) for word in data["corrections"].split())
        self.polar: Mapping[str, Mapping[str, Any]] = data["polar"]
        self.refused = [read_rule(line, reader, flags=FREE + " question") for line in data["refused"]]
        self.dont_know = [read_rule(line, reader, flags=FREE + " question") for line in data["dont_know"]]
        self.numbers = [
            read_rule(line, reader, fact, value, flags=FREE)
            for fact, values in data["numbers"].items() for value, lines in values.items() for line in lines
        ]

    def read(self, message: Message, asked: Sequence[str], told: Sequence[Hit]) -> Reply:
        """The reply to the asked facts; `told` is what the message says in so many words."""
        reply = Reply(polarity=self._stance(message))
        corrected = correction_start(message, self.corrections)
        typed = label_key(message.norm.original)
        for name in asked:
            fact = self.facts.get(name)
            if fact is None:
                continue
            own = [hit for hit in told if hit.fact == name and hit.certain]
            answer = fact.labels.get(typed)
            if isinstance(answer, dict):
                self._without_value(reply, name, "refuse" if answer["answer"] == "declined" else "dont_know")
            elif answer is not None:
                reply.hits += _whole(message, name, answer)
            else:
                self._one(message, fact, own, reply, alone=len(asked) == 1, corrected=corrected)
        return reply

    def _one(
        self, message: Message, fact: Fact, own: Sequence[Hit], reply: Reply, *, alone: bool, corrected: int
    ) -> None:
        strong = [hit for hit in own if hit.size > 0]
        numbers = [] if strong else list(self._number(message, fact, corrected))
        reply.hits += numbers
        if numbers or (strong and not (fact.type == "bool" and reply.polarity == "dont_know")):
            return
        if reply.polarity in ("refuse", "dont_know"):
            self._without_value(reply, fact.id, reply.polarity)
            return
        outspoken = self._outspoken(message)
        plain = alone and (not own or outspoken)
        value = self._plain(message, fact, reply.polarity, outspoken=outspoken) if plain else None
        if value is not None:
            reply.hits += _whole(message, fact.id, value)
        elif fact.type == "text" and alone:
            reply.hits += _whole(message, fact.id, message.norm.original.strip())

    def _outspoken(self, message: Message) -> bool:
        """Whether the message opens with a yes or a no in so many words."""
        return any(word.norm in self.yes_no for word in message.words[:2])

    def _stance(self, message: Message) -> str | None:
        """Refusal and not knowing by their own lines first, then what the first words answer."""
        if message.words and all(word.question for word in message.words):
            return None
        for name, lines in (("refuse", self.refused), ("dont_know", self.dont_know)):
            if any(matches(line, message.words) for line in lines):
                return name
        return polarity(message.norm)

    def _without_value(self, reply: Reply, name: str, stance: str) -> None:
        value = self.polar.get(name, {}).get(stance)
        if value is not None:
            reply.hits.append(Hit(name, value, 0, 0, True, 0, 1))
        else:
            (reply.refused if stance == "refuse" else reply.dont_know).append(name)

    def _echoes(self, message: Message, fact: Fact) -> bool:
        """Whether the first verb of the message is that of the question, or "olla"."""
        verb = next((word for word in message.words if word.finite), None)
        return verb is not None and (verb.token.lemma in fact.verbs or verb.token.lemma == "olla")

    def _plain(self, message: Message, fact: Fact, stance: str | None, *, outspoken: bool) -> Any:
        if stance not in ("yes", "no"):
            return None
        if stance == "yes" and not outspoken and not self._echoes(message, fact):
            return None
        if fact.yes is not None:
            return fact.yes if stance == "yes" else not fact.yes
        return self.polar.get(fact.id, {}).get(stance)

    def _number(self, message: Message, fact: Fact, corrected: int) -> Iterator[Hit]:
        if fact.type != "int" or fact.id == "ika":
            return
        if fact.id not in UNITS:
            rating = find_rating(message.norm, fact.low, fact.high)
            if rating:
                yield Hit(fact.id, rating.value, rating.start, rating.end, rating.certain, 0, 1)
            return
        said = [rule for rule in self.numbers if rule.fact == fact.id and matches(rule, message.words)]
        times = [d for d in message.durations if d.kind in BACK and d.start >= corrected]
        if times:
            first = times[0]
            yield Hit(fact.id, in_unit(first, UNITS[fact.id]), first.start, first.end, first.certain, 0, 1)
        elif said:
            yield from _whole(message, fact.id, said[0].value)
        else:
            for number in [number for number in message.numbers if number.start >= corrected][:1]:
                yield Hit(fact.id, int(number.value + 0.5), number.start, number.end, True, 0, 1)


def _whole(message: Message, fact: str, value: Any) -> Iterator[Hit]:
    end = len(message.norm.original)
    for one in value if isinstance(value, list) else [value]:
        yield Hit(fact, one, 0, end, True, 0, 1)


def correction_start(message: Message, markers: frozenset[str]) -> int:
    """Where the words begin that put an earlier part of the message right; 0 where nothing is put right."""
    words = message.words
    for place, word in enumerate(words):
        pair = place + 1 < len(words) and word.norm == "ei" and words[place + 1].norm in ("kun", "kuin")
        if place and (pair or fold(word.token.original) in markers or word.norm in markers):
            return word.token.start
    return 0
