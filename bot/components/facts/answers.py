"""What a message answers to the facts that were just asked: yes and no, bare numbers, button labels, refusals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.components.finnish.yesno import concluded, is_yes, polarity

from .asked_numbers import AskedNumbers
from .derived import derived_value
from .general import GeneralAnswers
from .message import Message
from .patterns import Reader
from .rules import FREE, Hit, matches, read_rule, whole
from .settle import NOTHING
from .vocabulary import Fact, label_key
from .words import fold

SHORT = 2
# A message of so many words may end in its yes: "vaimon mielestä joo".
CLOSING = 4
# The places of the options, two words for each, the last one at the end.
PLACES = ("eka", "ensimmainen", "toka", "toinen", "kolmas", "kolmonen", "neljas", "nelonen", "vika", "viimeinen")
FILLING, OF_OPTIONS = ("no", "se", "tuo", "toi", "ihan"), ("vaihtoehto", "niista", "noista", "naista", "kohta")
STRESS = ("kylla", "kyllahan")
MYSELF = ("minut", "minulla", "minua", "en", "enka", "eika")
FLAT_NO, FLAT_YES, FLAT = ("ei", "en", "eipa"), ("joo", "juu", "kylla", "jep"), 99
# "Mikäs siinä", "miksipä ei": a yes in the form of a question.
WHY_NOT = ("mikas", "miksi", "mika")
# "Ihan jees" tells how it is and is no yes.
GRADED = ("ihan", "melko", "aika")
PARTS = re.compile(r"[,;+&\n]|\bja\b|\bsekä\b")
ADULT, RETIRED = 16, 80


@dataclass
class Reply:
    """What the message says to the asked facts, and the facts it declines or does not know.

    `whole` tells that the message is made of button labels, so that nothing else is to be read from it.
    """

    hits: list[Hit] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    dont_know: list[str] = field(default_factory=list)
    polarity: str | None = None
    whole: bool = False


class Answers:
    """Reads answers with the lines of nlu_data/facts/_answers.yml."""

    def __init__(self, data: Mapping[str, Any], reader: Reader, facts: Mapping[str, Fact]) -> None:
        self.facts = facts
        self.yes_no = frozenset(fold(word) for word in data["yes_no"].split())
        self.denials = frozenset(fold(word) for word in data["denials"].split())
        self.corrections = frozenset(fold(word) for word in data["corrections"].split())
        self.unknowing = frozenset(data["unknowing"].split())
        self.same_topic: Mapping[str, str] = data["same_topic"]
        self.polar: Mapping[str, Mapping[str, Any]] = data["polar"]
        self.refused = [read_rule(line, reader, flags=FREE + " question") for line in data["refused"]]
        self.told_beside = frozenset(data["told_beside"].split())
        self.told_in_person = frozenset(data["told_in_person"].split())
        self.apart = {fact: frozenset(others.split()) for fact, others in data["apart"].items()}
        self.short = int(data["short_words"])
        self.dont_know = [read_rule(line, reader, flags=FREE + " question") for line in data["dont_know"]]
        self.chips = [
            read_rule(line, reader, fact, value, flags="unsure" if fact in data["chips_unsure"].split() else "")
            for fact, values in data["chips"].items()
            for value, lines in values.items()
            for line in lines
        ]
        self.numbers = AskedNumbers(data, reader)
        self.general = GeneralAnswers(data["general"], reader)

    def read(self, message: Message, asked: Sequence[str], told: Sequence[Hit]) -> Reply:
        """The reply to the asked facts; `told` is what the message says in so many words."""
        labelled = self._labelled(message, asked) or self._by_place(message, asked)
        if labelled:
            return Reply(hits=labelled, whole=True)
        reply = Reply(polarity=self._stance(message))
        if reply.polarity in ("refuse", "dont_know") and self._said_of_another(message, asked, told):
            reply.polarity = None
        corrected = correction_start(message, self.corrections)
        typed = label_key(message.norm.original)
        reply.hits += self._besides(message, asked, told)
        for fact in (self.facts[name] for name in asked if name in self.facts):
            answer = fact.labels.get(typed)
            if isinstance(answer, dict):
                self._without_value(reply, fact.id, "refuse" if answer["answer"] == "declined" else "dont_know")
            elif answer is not None:
                reply.hits += whole(message, fact.id, answer)
            elif (follows := derived_value(fact, told)) is not None:
                reply.hits += [replace(hit, size=FLAT, answer=True) for hit in whole(message, fact.id, follows)]
            else:
                self._one(message, fact, told, reply, alone=len(asked) == 1, corrected=corrected)
        return reply

    def sure_beside(self, message: Message, hit: Hit, asked: Sequence[str]) -> bool:
        """Whether a short answer to the asked facts tells this fact for certain too."""
        if hit.fact in asked or hit.fact in self.told_beside:
            return True
        if hit.fact not in self.told_in_person or any(hit.fact in self.apart.get(name, ()) for name in asked):
            return False
        clause = message.clause(hit.start, hit.end)
        return any(word.first_person or word.norm in MYSELF for word in clause)

    def _one(
        self, message: Message, fact: Fact, told: Sequence[Hit], reply: Reply, *, alone: bool, corrected: int
    ) -> None:
        own = [hit for hit in told if hit.fact == fact.id and hit.certain]
        strong = [hit for hit in own if hit.size > 0]
        counted = not strong and (alone or len(message.words) <= SHORT)
        numbers = list(self.numbers.hits(message, fact, told, corrected)) if counted else []
        reply.hits += numbers
        named = any(word.norm in ("mitaan", "mikaan") for word in message.words)
        vague = fact.type == "bool" or (not named and all(hit.value in NOTHING for hit in strong))
        vague = vague and fact.id not in self.unknowing
        flatly = self._flatly(message, fact, own) if alone and fact.type == "bool" else None
        if flatly is not None:
            reply.hits += [replace(hit, start=0, size=FLAT) for hit in whole(message, fact.id, flatly)]
            return
        doubted = vague and reply.polarity == "dont_know" and not _told_before_a_no(message, strong)
        if numbers or (strong and not doubted):
            return
        if reply.polarity in ("refuse", "dont_know"):
            self._without_value(reply, fact.id, reply.polarity)
            return
        outspoken = self._outspoken(message)
        general = self.general.value(message, fact.id) if alone and not own and not outspoken else None
        if general is not None:
            reply.hits += whole(message, fact.id, general)
            return
        plain = alone and (not own or (outspoken and not _emphasis(message)))
        value = self._plain(message, fact, reply.polarity, outspoken=outspoken) if plain else None
        if value is not None:
            reply.hits += whole(message, fact.id, value)
        elif fact.type == "text" and alone:
            reply.hits += whole(message, fact.id, message.norm.original.strip())

    def _labelled(self, message: Message, asked: Sequence[str]) -> list[Hit]:
        """The values of several button labels typed one after the other, none unless every part is one."""
        parts = [label_key(part) for part in PARTS.split(message.norm.original.lower())]
        parts = [part for part in parts if part]
        if len(parts) < 2:
            return []
        hits: list[Hit] = []
        for part in parts:
            known = (self.facts[name] for name in asked if name in self.facts)
            fact = next((one for one in known if part in one.labels), None)
            value = fact.labels[part] if fact else None
            if fact is None or isinstance(value, dict) or (fact.type != "set" and len(asked) == 1):
                return []
            hits += whole(message, fact.id, value)
        return hits

    def _by_place(self, message: Message, asked: Sequence[str]) -> list[Hit]:
        """The option that is named by its place: "eka vaihtoehto", "viimeinen niistä"."""
        words = [word for word in message.words if word.norm not in FILLING]
        if len(asked) != 1 or asked[0] not in self.facts or not words or words[0].norm not in PLACES:
            return []
        options = self.facts[asked[0]].options
        place = PLACES.index(words[0].norm) // 2
        place = -1 if place == len(PLACES) // 2 - 1 else place
        rest = [word.norm for word in words[1:]]
        if len(options) < 3 or not set(rest) <= set(OF_OPTIONS) or (not rest and not words[0].norm.startswith("ek")):
            return []
        return list(whole(message, asked[0], options[place])) if place < len(options) else []

    def _besides(self, message: Message, asked: Sequence[str], told: Sequence[Hit]) -> Iterator[Hit]:
        """What the words alone name: the chips of a screen, or an age where something else was asked."""
        if len(asked) > 1:
            yield from self._chips(message, asked, told)
        elif not told:
            yield from self._age_out_of_turn(message, asked)

    def _chips(self, message: Message, asked: Sequence[str], told: Sequence[Hit]) -> Iterator[Hit]:
        """What the bare nouns of "rahat ja asunto" name on a screen of several facts."""
        known = {hit.fact for hit in told}
        for rule in self.chips:
            if rule.fact in asked and rule.fact not in known and matches(rule, message.words):
                sure = "unsure" not in rule.flags
                yield from (replace(hit, certain=sure) for hit in whole(message, rule.fact, rule.value))

    def _age_out_of_turn(self, message: Message, asked: Sequence[str]) -> Iterator[Hit]:
        """A bare number that fits an age and not what was asked may be the age."""
        counted = any(self.facts[name].type == "int" for name in asked if name in self.facts)
        alone = len(message.words) == 1 and len(message.numbers) == 1
        if not counted and alone and ADULT <= message.numbers[0].value <= RETIRED:
            yield from (replace(hit, certain=False) for hit in whole(message, "ika", int(message.numbers[0].value)))

    def _said_of_another(self, message: Message, asked: Sequence[str], told: Sequence[Hit]) -> bool:
        """Whether the "en tiedä" or "en halua" belongs to what is told of a fact that was not asked."""
        words = [word for word in message.words if word.negation]
        near = {fact for name in asked for fact in self.same_topic.get(name, "").split()}
        others = [h for h in told if h.fact not in asked and h.fact not in near and h.certain and h.size > 0]
        taken = {w.negation.at for w in words if w.negation and any(h.start <= w.token.start < h.end for h in others)}
        return bool(words) and taken == {word.negation.at for word in words if word.negation}

    def _outspoken(self, message: Message) -> bool:
        """Whether the message opens with a yes or a no in so many words."""
        first = message.words[:2]
        graded = bool(first) and first[0].norm in GRADED
        last = message.words[-1:] if len(message.words) <= CLOSING else []
        spoken = any(word.norm in self.yes_no for word in [*first, *last]) and not graded
        return spoken or is_yes(message.norm) or concluded(message.norm) is not None

    def _stance(self, message: Message) -> str | None:
        """Refusal and not knowing by their own lines first, then what the first words answer."""
        for name, lines in (("refuse", self.refused), ("dont_know", self.dont_know)):
            if any(matches(line, message.words) for line in lines):
                return name
        stance = polarity(message.norm)
        if message.words and all(word.question for word in message.words):
            return stance if stance == "yes" and message.words[0].norm.startswith(WHY_NOT) else None
        return stance

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

    def _flatly(self, message: Message, fact: Fact, own: Sequence[Hit]) -> bool | None:
        """What "ei," or "joo," at the beginning answers when words after it would be read otherwise."""
        first = message.words[0] if message.words else None
        second = message.words[1].norm if len(message.words) > 1 else ""
        apart = first is not None and ("," in first.break_after or second == "mutta")
        opened = apart and own and all(hit.answer for hit in own)
        stopped = first is not None and "." in first.break_after and bool(second)
        if not (opened or stopped) or first is None or fact.yes is None:
            return None
        if first.norm in FLAT_NO:
            return not fact.yes
        return fact.yes if first.norm in FLAT_YES else None

    def _denies(self, message: Message, fact: Fact) -> bool:
        """Whether the first "ei" denies what was asked and no other verb or place: "asun Salossa, en Turussa"."""
        first = next((word for word in message.words if word.negation), None)
        if first is not None and first.token.pos == "paikannimi":
            return False
        if first is None or first.negation is None or first.negation.verb is None:
            return True
        verb = message.words[first.negation.verb]
        return verb.token.lemma in fact.verbs or verb.is_one_of(self.denials)

    def _plain(self, message: Message, fact: Fact, stance: str | None, *, outspoken: bool) -> Any:
        if stance not in ("yes", "no"):
            return None
        if stance == "yes" and not outspoken and not self._echoes(message, fact):
            return None
        if stance == "no" and not self._denies(message, fact):
            return None
        if fact.yes is not None:
            return fact.yes if stance == "yes" else not fact.yes
        return self.polar.get(fact.id, {}).get(stance)


def _told_before_a_no(message: Message, strong: Sequence[Hit]) -> bool:
    """Whether the answer is given before the "en muista" that tells of something else."""
    denied = min((word.token.start for word in message.words if word.negation), default=0)
    return any(hit.end <= denied for hit in strong)


def _emphasis(message: Message) -> bool:
    """Whether "kyllä" only stresses what follows it, as in "kyl mä jaksan"."""
    first = next((word for word in message.words[:2] if word.norm in STRESS), None)
    return first is not None and first.index + 1 < len(message.words) and "," not in first.break_after


def correction_start(message: Message, markers: frozenset[str]) -> int:
    """Where the words begin that put an earlier part of the message right; 0 where nothing is put right."""
    words = message.words
    for place, word in enumerate(words):
        pair = place + 1 < len(words) and word.norm == "ei" and words[place + 1].norm in ("kun", "kuin")
        if place and (pair or fold(word.token.original) in markers or word.norm in markers):
            return word.token.start
    return 0
