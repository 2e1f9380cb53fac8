"""The lines of nlu_data/facts: which pattern in which context means which value of which fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.components.taught import Phrase

from .context import clauses_of
from .message import Message
from .patterns import BECOMING, CONDITIONAL, FINITE, PARTICIPLE, PLACE, Lexicon, Node, Reader, Span, anchors, find
from .slips import Slips
from .words import Word, fold

# What an answer to a question may be told as, beside the present state of the writer.
FREE = "past hypo other presup"
FLAGS = frozenset(
    {
        "past",
        "other",
        "hypo",
        "question",
        "unsure",
        "asked",
        "presup",
        "sentence",
        "self",
        "weak",
        "otherneg",
        "any",
        "strangers",
    }
)
UNREAD = ("unknown", "variant", "foreign", "typo")
# Keys of a fact that hold for all of its lines.
FOR_ALL = ("_flags", "_not")
DENIED = "EI "
THAN = ("kuin", "kun")
WEAK = 9


@dataclass(frozen=True)
class Rule:
    """One line of the data: a pattern, the value it gives and the contexts it may stand in."""

    fact: str
    value: Any
    node: Node
    denied: bool
    flags: frozenset[str]
    rank: int
    line: str


@dataclass(frozen=True)
class Hit:
    """A value found in the message; `start` and `end` are the places of its words in the text.

    `rank` is the place of the value in the data, `size` how many words told it (below zero when the line is weak).
    """

    fact: str
    value: Any
    start: int
    end: int
    certain: bool
    rank: int
    size: int
    line: str = ""
    answer: bool = False


@dataclass
class RuleBook:
    """All rules, found by a word that must be in the message."""

    lexicon: Lexicon
    by_word: dict[int, list[Rule]] = field(default_factory=dict)
    slips: Slips = field(default_factory=lambda: Slips({}, {}))

    def learn_slips(self) -> None:
        """Makes mistyped words known, once every pattern has been read."""
        self.slips = Slips(self.lexicon.exact, self.lexicon.starts)

    def add(self, rule: Rule) -> None:
        """Files the rule under the words one of which it needs."""
        for number in anchors(rule.node)[1]:
            self.by_word.setdefault(number, []).append(rule)

    def look_up(self, words: Sequence[Word]) -> None:
        """Finds the pattern words that each word satisfies."""
        for word in words:
            participle = word.has("participle", "past_active") and word.token.lemma != "olla"
            marks = (CONDITIONAL,) * word.has("mood", "conditional") + (FINITE,) * word.finite
            marks += (PARTICIPLE,) * participle + (BECOMING,) * word.has("case", "translative")
            marks += (PLACE,) * bool(word.token.place)
            word.hits = self.lexicon.hits((*word.forms, *marks), (fold(word.token.norm), fold(word.token.original)))
            if word.token.source in UNREAD and not word.hits:
                word.hits = frozenset(self.slips.hits(fold(word.token.original)))

    def hits(self, words: Sequence[Word], asked: Iterable[str]) -> Iterator[Hit]:
        """Every value found in the words, clause by clause."""
        wanted = frozenset(asked)
        for clause in clauses_of(words):
            yield from self._in_stretch(clause, wanted, whole=False)
        sentences: dict[int, list[Word]] = {}
        for word in words:
            sentences.setdefault(word.sentence, []).append(word)
        for sentence in sentences.values():
            yield from self._in_stretch(sentence, wanted, whole=True)

    def _in_stretch(self, stretch: Sequence[Word], asked: frozenset[str], *, whole: bool) -> Iterator[Hit]:
        memo: dict[int, list[Span]] = {}
        seen: set[int] = set()
        for number in frozenset().union(*(word.hits for word in stretch)):
            for rule in self.by_word.get(number, ()):
                fits = ("sentence" in rule.flags) == whole and ("asked" not in rule.flags or rule.fact in asked)
                if not fits or id(rule) in seen:
                    continue
                seen.add(id(rule))
                for span in find(rule.node, stretch, memo):
                    matched = [stretch[i] for i in sorted(span.matched)]
                    if stands(rule, matched, stretch):
                        yield _hit(rule, matched)


def stands(rule: Rule, matched: Sequence[Word], stretch: Sequence[Word]) -> bool:
    """Whether the rule may take its value from these words in their context."""
    flags = rule.flags
    free = "presup" in flags
    if any(word.theirs or (word.over and rule.value is not False) for word in matched):
        return False
    if any(word.other for word in matched) and not _others_deed(flags, matched):
        return False
    if "self" in flags and not any(word.maybe_first_person for word in stretch):
        return False
    if any(word.past for word in matched) and "past" not in flags:
        return False
    if not free and "hypo" not in flags and any(w.hypothetical for w in matched):
        return False
    if not free and "question" not in flags and any(w.question for w in matched):
        return False
    return _polarity_fits(rule, matched, stretch)


def _others_deed(flags: frozenset[str], matched: Sequence[Word]) -> bool:
    """Whether the rule allows what others do, and they are strangers where only theirs is allowed."""
    return "other" in flags and not ("strangers" in flags and any(word.relative for word in matched))


def _polarity_fits(rule: Rule, matched: Sequence[Word], stretch: Sequence[Word]) -> bool:
    places = {word.index for word in matched}
    said = [w for w in matched if w.token.pos != "sidesana"]
    denials = [w.negation for w in said if w.negation and w.negation.at not in places]
    if not denials:
        return not rule.denied
    if "any" in rule.flags:
        return True
    own = all(n.verb_is_be or n.verb in places or n.main in places for n in denials)
    if rule.denied:
        return own and not _excepted(matched, stretch)
    return not rule.flags.isdisjoint({"presup", "otherneg"}) and not own


def _excepted(matched: Sequence[Word], stretch: Sequence[Word]) -> bool:
    """Whether the last of the words is what is not denied: "ei mitään muuta kuin velkoja"."""
    last, places = matched[-1], {word.index for word in matched}
    between = [word for word in stretch if matched[0].index < word.index < last.index and word.clause == last.clause]
    return last.negation is None and any(word.norm in THAN and word.index not in places for word in between)


def _hit(rule: Rule, matched: Sequence[Word]) -> Hit:
    guessed = "asked" not in rule.flags and any(word.unsure for word in matched)
    certain = "unsure" not in rule.flags and not guessed
    start, end = matched[0].token.start, max(word.token.end for word in matched)
    size = len(matched) - WEAK * ("weak" in rule.flags)
    return Hit(rule.fact, rule.value, start, end, certain, rule.rank, size, rule.line, answer="asked" in rule.flags)


def load_rules(folder: Path, phrases: Iterable[Phrase] = ()) -> tuple[RuleBook, Reader]:
    """All rules of the folder's data files (those whose name does not begin with _), and a reader with their concepts.

    `phrases` are taught ones; each is a rule of its own.

    Raises:
        PatternError: a line that cannot be read.
        ValueError: an unknown flag.
    """
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("[!_]*.yml"))]
    concepts: dict[str, str | Sequence[str]] = {}
    for data in files:
        concepts.update(data.get("concepts") or {})
    lexicon = Lexicon()
    reader, book = Reader(lexicon, concepts), RuleBook(lexicon)
    for data in files:
        for part, extra in (("facts", frozenset[str]()), ("answers", frozenset({"asked"}))):
            for fact, values in (data.get(part) or {}).items():
                for rule in _rules(fact, values, reader, extra):
                    book.add(rule)
    for phrase in phrases:
        book.add(read_rule(phrase.words, reader, phrase.fact, phrase.value))
    return book, reader


def read_rule(line: str, reader: Reader, fact: str = "", value: Any = True, *, rank: int = 0, flags: str = "") -> Rule:
    """One line of the data as a rule.

    Raises:
        PatternError: the pattern cannot be read.
        ValueError: an unknown flag.
    """
    pattern, _, own = line.partition(";")
    named = frozenset((flags + " " + own).split())
    if named - FLAGS:
        raise ValueError(f"{fact}: unknown flag in {line!r}")
    node = reader.read(pattern.removeprefix(DENIED))
    rank = 0 if isinstance(value, bool) else rank
    return Rule(fact, value, node, pattern.startswith(DENIED), named, rank, line)


def matches(rule: Rule, stretch: Sequence[Word]) -> list[list[Word]]:
    """The words of every place where the rule stands in the stretch."""
    spans = find(rule.node, stretch, {})
    found = [[stretch[i] for i in sorted(span.matched)] for span in spans]
    return [matched for matched in found if stands(rule, matched, stretch)]


def whole(message: Message, fact: str, value: Any) -> Iterator[Hit]:
    """The value, or each of several, as what the whole message answers."""
    end = len(message.norm.original)
    for one in value if isinstance(value, list) else [value]:
        yield Hit(fact, one, 0, end, True, 0, 1)


def _rules(fact: str, values: Mapping[Any, Any], reader: Reader, extra: frozenset[str]) -> Iterator[Rule]:
    common = " ".join([*extra, str(values.get("_flags", ""))])
    barred = "".join(f" !{words}" for words in str(values.get("_not", "")).split())
    for rank, (value, lines) in enumerate((v, lines) for v, lines in values.items() if v not in FOR_ALL):
        for line in lines:
            pattern, semicolon, own = line.partition(";")
            whole = f"{pattern}{barred}{semicolon}{own}"
            yield read_rule(whole, reader, fact, value, rank=rank, flags=common)
