"""Finds patterns in the words of a message, in time that grows with its length only."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from domain.urgency_data import GROUP, Sequence, parse
from domain.urgency_text import Word, fold

LONG_ENOUGH_TO_MISSPELL = 8
LONG_ENOUGH_TO_SPLIT = 8
RANGE = ".."


class Span(NamedTuple):
    """Words from `start` to before `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """Groups that follow each other with at most so many words between them."""

    groups: tuple[str, ...]
    gaps: tuple[int, ...]


@dataclass(slots=True)
class Group:
    """What counts as a hit of one group besides its own words: rows of groups, and other groups."""

    rows: list[Row] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Which groups each word belongs to: by the whole word, its beginning, a part of it or the number that it is."""

    whole: dict[str, set[str]] = field(default_factory=dict)
    inside: dict[str, set[str]] = field(default_factory=dict)
    excluded: dict[str, set[str]] = field(default_factory=dict)
    beginnings: dict[str, set[str]] = field(default_factory=dict)
    ranges: list[tuple[int, int, str]] = field(default_factory=list)
    long: dict[str, list[tuple[str, bool]]] = field(default_factory=dict)
    lengths: list[int] = field(default_factory=list)

    def add(self, piece: str, group: str) -> None:
        """Make a piece belong to a group: "tapan", "hakka*", "*lääk*", "10..199"; "-hakkaan" takes a word out of it."""
        if RANGE in piece:
            low, high = piece.split(RANGE)
            self.ranges.append((int(low), int(high), group))
            return
        if piece.startswith(("*", "-")):
            table = self.inside if piece.startswith("*") else self.excluded
            table.setdefault(fold(piece.strip("*-")), set()).add(group)
            return
        is_beginning = piece.endswith("*")
        text = fold(piece.rstrip("*"))
        table = self.beginnings if is_beginning else self.whole
        if text not in table and len(text) >= LONG_ENOUGH_TO_MISSPELL:
            self.long.setdefault(text[:2], []).append((text, is_beginning))
        table.setdefault(text, set()).add(group)
        if is_beginning and len(text) not in self.lengths:
            self.lengths.append(len(text))

    def groups_of(self, forms: tuple[str, ...]) -> set[str]:
        """The groups of a word given by its forms; one slip of the finger in a long word is forgiven."""
        found: set[str] = set()
        for form in forms:
            found |= self.whole.get(form, set())
            for length in self.lengths:
                found |= self.beginnings.get(form[:length], set()) if length <= len(form) else set()
            if form.isdecimal():
                found |= {group for low, high, group in self.ranges if low <= int(form[:9]) <= high}
            for part, groups in self.inside.items():
                found |= groups if part in form else set()
        found = found or self._misspelt(forms[0])
        return found.difference(*(self.excluded.get(form, ()) for form in forms))

    def groups_of_joined(self, first: str, second: str) -> set[str]:
        """The groups of two words written apart by mistake, such as "itse murha"."""
        joined = first + second
        shortest = max(len(first) + 1, LONG_ENOUGH_TO_SPLIT)
        found = set(self.whole.get(joined, ())) if len(joined) >= shortest else set()
        for length in self.lengths:
            if shortest <= length <= len(joined):
                found |= self.beginnings.get(joined[:length], set())
        return found

    def _misspelt(self, word: str) -> set[str]:
        found: set[str] = set()
        if len(word) >= LONG_ENOUGH_TO_MISSPELL - 1:
            for text, is_beginning in self.long.get(word[:2], ()):
                if _one_slip(text, word, open_end=is_beginning):
                    found |= (self.beginnings if is_beginning else self.whole)[text]
        return found


def _one_slip(text: str, word: str, *, open_end: bool) -> bool:
    """Whether the word is `text` (or begins so) but for one letter changed, lost, added or swapped with the next."""
    at = next((i for i, (a, b) in enumerate(zip(text, word, strict=False)) if a != b), min(len(text), len(word)))
    rests = (
        (text[at + 1 :], word[at + 1 :]),
        (text[at + 1 :], word[at:]),
        (text[at:], word[at + 1 :]),
        (text[at + 2 :], word[at + 2 :] if text[at : at + 2] == word[at : at + 2][::-1] else None),
    )
    return any(rest is not None and (rest.startswith(end) if open_end else rest == end) for end, rest in rests)


class Patterns:
    """Compiled groups of patterns. Build it once, then `look` into each message."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self.lexicon = Lexicon()
        self.groups: dict[str, Group] = {}
        for name, patterns in groups.items():
            for sequence in (sequence for pattern in patterns for sequence in parse(pattern)):
                self._add(GROUP + name, sequence)
            self.groups.setdefault(GROUP + name, Group())

    def look(self, words: list[Word]) -> "Look":
        """The message seen through these patterns."""
        return Look(self, words)

    def _add(self, name: str, sequence: Sequence) -> None:
        group = self.groups.setdefault(name, Group())
        if len(sequence.parts) > 1:
            group.rows.append(Row(tuple(self._part(part) for part in sequence.parts), sequence.gaps))
            return
        for phrase in sequence.parts[0]:
            if len(phrase) > 1:
                group.rows.append(Row(tuple(self._part(((piece,),)) for piece in phrase), (0,) * (len(phrase) - 1)))
            elif phrase[0].startswith(GROUP):
                group.others.append(phrase[0])
            else:
                self.lexicon.add(phrase[0], name)

    def _part(self, part: tuple[tuple[str, ...], ...]) -> str:
        """The name of the group that stands for one part of a row."""
        name = "|".join(" ".join(phrase) for phrase in part)
        if name not in self.groups and not (len(part) == len(part[0]) == 1 and name.startswith(GROUP)):
            self.groups[name] = Group()
            self._add(name, Sequence((part,), ()))
        return name


class Look:
    """One message and where each group was found in it; every group is looked for at most once."""

    def __init__(self, patterns: Patterns, words: list[Word]) -> None:
        self.words = words
        self._groups = patterns.groups
        self._found: dict[str, list[Span]] = {}
        self._sentences: dict[str, set[int]] = {}
        self._covered: dict[str, set[int]] = {}
        self._single = self._words_in_groups(patterns.lexicon)

    def hits(self, group: str) -> list[Span]:
        """Where a group ("@name") is found, in order."""
        found = self._found.get(group)
        if found is None:
            found = self._found[group] = self._search(group)
        return found

    def in_sentence(self, span: Span, group: str) -> bool:
        """Whether the sentence of a place holds a hit of the group."""
        sentences = self._sentences.get(group)
        if sentences is None:
            sentences = self._sentences[group] = {self.words[hit.start].sentence for hit in self.hits(group)}
        return self.words[span.start].sentence in sentences

    def by_sentence(self, group: str) -> dict[int, Span]:
        """The first hit of the group in each sentence that has one."""
        return {self.words[hit.start].sentence: hit for hit in reversed(self.hits(group))}

    def touched(self, span: Span, group: str) -> bool:
        """Whether a hit of the group shares a word with the place."""
        covered = self._covered.get(group)
        if covered is None:
            covered = self._covered[group] = {i for hit in self.hits(group) for i in range(*hit)}
        return not covered.isdisjoint(range(*span))

    def _words_in_groups(self, lexicon: Lexicon) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = defaultdict(list)
        known: dict[tuple[str, ...], set[str]] = {}
        for i, word in enumerate(self.words):
            groups = known.get(word.forms)
            if groups is None:
                groups = known[word.forms] = lexicon.groups_of(word.forms)
            for group in groups:
                found[group].append(Span(i, i + 1))
            if i + 1 < len(self.words) and word.sentence == self.words[i + 1].sentence:
                for group in lexicon.groups_of_joined(word.forms[0], self.words[i + 1].forms[0]):
                    found[group].append(Span(i, i + 2))
        return found

    def _search(self, name: str) -> list[Span]:
        group = self._groups[name]
        spans = set(self._single.get(name, ()))
        for other in group.others:
            spans.update(self.hits(other))
        for row in group.rows:
            spans.update(self._row(row))
        return sorted(spans)

    def _row(self, row: Row) -> Iterable[Span]:
        parts: list[list[Span]] = []
        for group in row.groups:
            parts.append(self.hits(group))
            if not parts[-1]:
                return ()
        begins = {span.end: span.start for span in parts[0]}
        for gap, part in zip(row.gaps, parts[1:], strict=True):
            begins = self._continued(begins, part, gap)
        return (Span(start, end) for end, start in begins.items())

    def _continued(self, begins: dict[int, int], part: list[Span], gap: int) -> dict[int, int]:
        """For each end of the next element within reach, the latest start of the row so far."""
        found: dict[int, int] = {}
        for start, end in part:
            sentence = self.words[start].sentence
            if sentence != self.words[end - 1].sentence:
                continue
            for before in range(start, max(start - gap, 1) - 1, -1):
                begin = begins.get(before)
                if begin is not None and self.words[before - 1].sentence == sentence:
                    found[end] = max(begin, found.get(end, -1))
                    break
        return found
