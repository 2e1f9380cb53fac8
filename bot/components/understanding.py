"""From a Finnish message to the facts it states, the facts it declines and the kind of answer it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.components.acts.language import Languages
from bot.components.facts.answers import Answers, Reply, correction_start
from bot.components.facts.clauses import cut
from bot.components.facts.context import mark
from bot.components.facts.ellipsis import unsaid
from bot.components.facts.lists import ContextWords
from bot.components.facts.message import Message
from bot.components.facts.quantities import Quantities
from bot.components.facts.rules import Hit, RuleBook, load_rules
from bot.components.facts.settle import follow, settle
from bot.components.facts.vocabulary import Fact, load_facts
from bot.components.facts.words import Word, words_of
from bot.components.finnish.normalise import normalise
from bot.components.finnish.tokens import Normalised
from bot.components.taught import Taught

LONGEST = 250
# What is read from a message in another language.
NAMED = ("kotikunta",)
WISHES = "toiveet"
# What is told beside a wish even without a verb.
STATED = ("kotikunta", "ika", "haluaa_palkkatyohon")


class Understanding:
    """Reads facts from messages; holds the catalogue's facts and the lines of nlu_data/facts."""

    def __init__(
        self,
        *,
        facts: Mapping[str, Fact],
        book: RuleBook,
        lists: ContextWords,
        quantities: Quantities,
        answers: Answers,
        entailments: Sequence[Mapping[str, Any]],
        languages: Languages,
        taught: Taught,
    ) -> None:
        self.taught = taught
        self.languages = languages
        self.facts = facts
        self.book = book
        self.lists = lists
        self.quantities = quantities
        self.answers = answers
        self.entailments = entailments

    @classmethod
    def load(cls, data_dir: Path | str, seed_dir: Path | str, taught: Taught | None = None) -> Understanding:
        """The understanding built from `data_dir` (nlu_data), `seed_dir` (domain/seed) and what editors have taught.

        Raises:
            PatternError, ValueError, KeyError: data that cannot be read.
        """
        folder = Path(data_dir) / "facts"
        taught = taught or Taught()
        book, reader = load_rules(folder, taught.phrases)
        facts = load_facts(Path(seed_dir))
        quantities = Quantities(_read(folder / "_quantities.yml"), reader)
        answers = Answers(_read(folder / "_answers.yml"), reader, facts)
        book.learn_slips()
        return cls(
            facts=facts,
            book=book,
            lists=ContextWords.from_data(_read(folder / "_context.yml")),
            quantities=quantities,
            answers=answers,
            entailments=_read(folder / "_entails.yml"),
            languages=Languages.load(Path(data_dir) / "languages"),
            taught=taught,
        )

    def understand(
        self,
        text: str,
        asked: Sequence[str],
        today: date,
        intent_hint: str | None = None,
        norm: Normalised | None = None,
    ) -> dict[str, Any]:
        """What the message says.

        Args:
            text: the message as the person wrote it.
            asked: ids of the facts that were just asked, none when nothing was.
            today: the day from which times are counted back.
            intent_hint: the dialogue act when it is already known; a request is then no text for a text fact.
            norm: the normalised message, where it has been made already.

        Returns:
            facts (fact, value, words, certain, partial), refused and dont_know (ids), acts (act -> strength 0-1).
        """
        message = self._message(norm or normalise(text, self.taught.forms), today)
        told = self._told(message, asked)
        reply = self.answers.read(message, asked, told) if asked else Reply()
        if reply.whole:
            told = []
        elif WISHES in asked:
            told = [hit for hit in told if hit.fact == WISHES or not _wished(message, hit)]
        fixed = correction_start(message, self.answers.corrections)
        if asked and not fixed and len(message.words) <= self.answers.short:
            told = [self._beside(message, hit, asked) for hit in told]
        open_facts = {*reply.refused, *reply.dont_know}
        found = [hit for hit in [*told, *reply.hits] if hit.fact not in open_facts]
        hits = follow(settle(found, self.facts, fixed), self.entailments)
        facts = [fact for fact in _as_facts(hits, self.facts, message.norm, asked) if _wanted(fact, intent_hint)]
        return {
            "facts": facts,
            "refused": reply.refused,
            "dont_know": reply.dont_know,
            "acts": _acts(reply, facts, asked, fixed > 0),
        }

    def _told(self, message: Message, asked: Sequence[str]) -> list[Hit]:
        """What is said in so many words; answers in other words are read where one fact was asked, not on a screen."""
        found = list(self.quantities.hits(message, frozenset(asked)))
        foreign = any(token.source == "foreign" for token in message.norm.tokens)
        if foreign and self.languages.evidence(message.norm.original).foreign_language():
            return [hit for hit in found if hit.fact in NAMED]
        return [*self.book.hits(message.words, asked if len(asked) == 1 else ()), *found]

    def _beside(self, message: Message, hit: Hit, asked: Sequence[str]) -> Hit:
        """What a short answer tells beside what was asked; a state of things is seldom told so, and is asked about."""
        return hit if self.answers.sure_beside(message, hit, asked) else replace(hit, certain=False)

    def _message(self, norm: Normalised, today: date) -> Message:
        norm = Normalised(norm.original, norm.tokens[:LONGEST])
        words: list[Word] = words_of(norm)
        self.book.look_up(words)
        cut(words, self.lists)
        mark(words, self.lists)
        words += unsaid(words, self.lists)
        return Message.read(norm, words, today)


def _wished(message: Message, hit: Hit) -> bool:
    """Whether the hit stands in a remark without a verb, which in an answer about wishes names what is wished for."""
    clause = message.clause(hit.start, hit.end)
    said = any(word.finite or word.negation or word.token.kind == "number" for word in clause)
    return bool(clause) and not said and hit.fact not in STATED


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _wanted(fact: Mapping[str, Any], intent_hint: str | None) -> bool:
    return fact["fact"] != "tavoite_omin_sanoin" or intent_hint in (None, "inform", "affirm", "correct")


def _as_facts(
    hits: Sequence[Hit], facts: Mapping[str, Fact], norm: Normalised, asked: Sequence[str]
) -> list[dict[str, Any]]:
    """The hits as facts, the elements of a set together; a set is partial when it was not asked for."""
    out: list[dict[str, Any]] = []
    for hit in hits:
        words = norm.words(hit.start, hit.end)
        single = facts[hit.fact].type != "set"
        same = next((f for f in out if f["fact"] == hit.fact and f["certain"] == hit.certain), None)
        if same is None:
            value = hit.value if single else [hit.value]
            partial = not single and hit.fact not in asked
            out.append({"fact": hit.fact, "value": value, "words": words, "certain": hit.certain, "partial": partial})
        elif hit.value not in same["value"]:
            same["value"].append(hit.value)
            same["words"] += f", {words}"
    return out


def _acts(reply: Reply, facts: Sequence[Mapping[str, Any]], asked: Sequence[str], corrected: bool) -> dict[str, float]:
    """Hints for the dialogue act, from what was understood."""
    acts: dict[str, float] = {}
    names = {"yes": "affirm", "no": "deny", "refuse": "refuse", "dont_know": "dont_know"}
    if asked and reply.polarity:
        extra = any(fact["fact"] not in asked for fact in facts)
        acts[names[reply.polarity]] = 0.4 if extra else 0.9
    if facts:
        acts["inform"] = 0.8 if not reply.polarity or len(facts) > 1 else 0.5
    if corrected:
        acts["correct"] = 0.8
    return acts
