"""The small pattern language of nlu_data/facts: words, stems, concepts, order, nearness.

velka           the word or lemma            =rahaa  this form only
velk*  *tuki  *vippi*   a stem, an end, a middle
velka|laina     either                       @velat                  a concept of the data
maksaa vuokra   in this order, at most two words between
maksaa .. vuokra  in this order within the clause
pikku_vippi     side by side                 vuokra & maksamatta     both in the clause, any order
!ei             not in the clause            asunto on $             at the end of the clause
%ehto           any verb in the conditional  %verbi              any verb in a person
%part           an active participle         %ksi                a word in the translative
%kunta          a municipality
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .words import Word, fold

CONDITIONAL, FINITE, PARTICIPLE, BECOMING, PLACE = "%ehto", "%verbi", "%part", "%ksi", "%kunta"
GAP = 2
FAR = 99
MOST_SPANS = 24


@dataclass(frozen=True)
class Span:
    """A stretch of words and, among them, the ones a pattern matched."""

    start: int
    end: int
    matched: frozenset[int]


@dataclass(eq=False)
class Node:
    """A piece of a pattern: a word, a choice, a sequence, a conjunction or an exclusion."""

    kind: str
    children: tuple[Node, ...] = ()
    gaps: tuple[int, ...] = ()
    number: int = -1
    weight: int = 0


class PatternError(ValueError):
    """A pattern that cannot be read."""


@dataclass
class Lexicon:
    """All words of all patterns, so that a message's word is looked up once."""

    exact: dict[str, set[int]] = field(default_factory=dict)
    starts: dict[str, set[int]] = field(default_factory=dict)
    ends: dict[str, set[int]] = field(default_factory=dict)
    middles: dict[str, set[int]] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)

    def word(self, text: str) -> Node:
        """The node of a word with its alternatives, the same node for the same text."""
        text = fold(text)
        if text not in self.nodes:
            number = len(self.nodes)
            choices = text.split("|")
            for choice in choices:
                self._add(choice, number)
            self.nodes[text] = Node("word", number=number, weight=min(len(c.strip("*")) for c in choices))
        return self.nodes[text]

    def _add(self, choice: str, number: int) -> None:
        bare = choice.strip("*")
        if len(bare) < (2 if "*" in choice else 1):
            raise PatternError(f"too short: {choice!r}")
        if choice.startswith("*") and choice.endswith("*"):
            table = self.middles
        elif choice.startswith("*"):
            table = self.ends
        else:
            table = self.starts if choice.endswith("*") else self.exact
        table.setdefault(bare, set()).add(number)

    def hits(self, forms: Iterable[str], written: Iterable[str] = ()) -> frozenset[int]:
        """The numbers of all pattern words that a word satisfies; `written` are its forms without lemmas."""
        found: set[int] = set()
        for form in written:
            found |= self.exact.get(f"={form}", set())
        for form in forms:
            found |= self.exact.get(form, set())
            for cut in range(2, len(form) + 1):
                found |= self.starts.get(form[:cut], set())
                found |= self.ends.get(form[-cut:], set())
            if len(form) > 4:
                for middle, numbers in self.middles.items():
                    if middle in form:
                        found |= numbers
        return frozenset(found)


class Reader:
    """Reads patterns into nodes; a concept is a text of words side by side or a list of patterns."""

    def __init__(self, lexicon: Lexicon, concepts: Mapping[str, str | Sequence[str]]) -> None:
        self.lexicon = lexicon
        self.sources = concepts
        self.concepts: dict[str, Node] = {}

    def read(self, text: str) -> Node:
        """The pattern as a node.

        Raises:
            PatternError: an unknown concept or an empty part.
        """
        barred: list[Node] = []
        parts = [node for part in text.split("&") if (node := self._sequence(part, barred))]
        if not parts:
            raise PatternError(f"nothing to find in {text!r}")
        return parts[0] if len(parts) == 1 and not barred else Node("all", (*parts, *barred))

    def _sequence(self, text: str, barred: list[Node]) -> Node | None:
        children: list[Node] = []
        gaps: list[int] = []
        gap = GAP
        for piece in text.split():
            if piece == "..":
                gap = FAR
            elif piece == "$":
                gaps.append(0)
                children.append(Node("end"))
            elif piece.startswith("!"):
                barred.append(Node("not", (self._piece(piece[1:]),)))
            else:
                gaps += [gap] if children else []
                children.append(self._piece(piece))
                gap = GAP
        if len(children) > 1:
            return Node("sequence", tuple(children), tuple(gaps))
        return children[0] if children else None

    def _piece(self, piece: str) -> Node:
        """A choice of words, of words side by side and of concepts."""
        choices = piece.split("|")
        plain = [choice for choice in choices if "_" not in choice and not choice.startswith("@")]
        nodes = [self.lexicon.word("|".join(plain))] if plain else []
        nodes += [self.concept(choice[1:]) for choice in choices if choice.startswith("@")]
        for choice in choices:
            if "_" in choice and not choice.startswith("@"):
                parts = tuple(self.lexicon.word(part) for part in choice.split("_"))
                nodes.append(Node("sequence", parts, (0,) * (len(parts) - 1)))
        return nodes[0] if len(nodes) == 1 else Node("any", tuple(nodes))

    def concept(self, name: str) -> Node:
        """The node of a concept: any of its lines."""
        if name not in self.concepts:
            if name not in self.sources:
                raise PatternError(f"unknown concept @{name}")
            source = self.sources[name]
            lines = ["|".join(source.split())] if isinstance(source, str) else source
            nodes = tuple(self.read(line) for line in lines)
            self.concepts[name] = nodes[0] if len(nodes) == 1 else Node("any", nodes)
        return self.concepts[name]


def anchors(node: Node) -> tuple[int, frozenset[int]]:
    """The weight and numbers of the words of which at least one must be in the message for the node to match."""
    if node.kind == "word":
        return node.weight, frozenset({node.number})
    found = [anchors(child) for child in node.children if child.kind not in ("not", "end")]
    if node.kind == "any":
        return min(weight for weight, _ in found), frozenset().union(*(numbers for _, numbers in found))
    return max(found, key=lambda item: (item[0], -len(item[1])))


def find(node: Node, words: Sequence[Word], memo: dict[int, list[Span]]) -> list[Span]:
    """Every place of the node in the words; places count from the start of `words`."""
    key = id(node)
    if key not in memo:
        memo[key] = _find(node, words, memo)[:MOST_SPANS]
    return memo[key]


def _find(node: Node, words: Sequence[Word], memo: dict[int, list[Span]]) -> list[Span]:
    if node.kind == "end":
        return [Span(len(words), len(words), frozenset())]
    if node.kind == "word":
        return [Span(i, i + 1, frozenset({i})) for i, word in enumerate(words) if node.number in word.hits]
    if node.kind == "any":
        return [span for child in node.children for span in find(child, words, memo)]
    if any(find(child.children[0], words, memo) for child in node.children if child.kind == "not"):
        return []
    if node.kind == "sequence":
        return _joined(node, words, memo)
    return _together([find(child, words, memo) for child in node.children if child.kind != "not"])


def _joined(node: Node, words: Sequence[Word], memo: dict[int, list[Span]]) -> list[Span]:
    spans = find(node.children[0], words, memo)
    for child, gap in zip(node.children[1:], node.gaps, strict=True):
        if not spans:
            return []
        found = find(child, words, memo)
        spans = [
            Span(a.start, b.end, a.matched | b.matched) for a in spans for b in found if 0 <= b.start - a.end <= gap
        ]
    return spans


def _together(groups: list[list[Span]]) -> list[Span]:
    spans = groups[0]
    for found in groups[1:]:
        spans = [
            Span(min(a.start, b.start), max(a.end, b.end), a.matched | b.matched)
            for a in spans
            for b in found
            if not a.matched & b.matched
        ]
    return spans
