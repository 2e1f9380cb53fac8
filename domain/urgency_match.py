"""Finds patterns in the words of a message, in time that grows with its length only."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from domain.urgency_data import GROUP, Sequence, parse
from domain.urgency_lexicon import Lexicon
from domain.urgency_text import Word


class Span(NamedTuple):
    """Words from `start` to before `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """Groups that follow each other with at most so many words between them."""

    groups: tuple[str, ...]
    gaps: tuple[int, ...]


class Patterns:
    """Compiled groups of patterns. Build it once, then `look` into each message."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self.lexicon = Lexicon()
        self.rows: list[tuple[str, Row]] = []
        self.rows_with: dict[str, list[int]] = defaultdict(list)
        self.groups_with: dict[str, list[str]] = defaultdict(list)
        self._named: set[str] = set()
        for name, patterns in groups.items():
            for sequence in (sequence for pattern in patterns for sequence in parse(pattern)):
                self._add(GROUP + name, sequence)
        for number, (_, row) in enumerate(self.rows):
            for group in set(row.groups):
                self.rows_with[group].append(number)

    def look(self, words: list[Word]) -> "Look":
        """The message seen through these patterns."""
        return Look(self, words)

    def _add(self, name: str, sequence: Sequence) -> None:
        if len(sequence.parts) > 1:
            self.rows.append((name, Row(tuple(self._part(part) for part in sequence.parts), sequence.gaps)))
            return
        for phrase in sequence.parts[0]:
            if len(phrase) > 1:
                row = Row(tuple(self._part(((piece,),)) for piece in phrase), (0,) * (len(phrase) - 1))
                self.rows.append((name, row))
            elif phrase[0].startswith(GROUP):
                self.groups_with[phrase[0]].append(name)
            else:
                self.lexicon.add(phrase[0], name)

    def _part(self, part: tuple[tuple[str, ...], ...]) -> str:
        """The name of the group that stands for one part of a row."""
        name = "|".join(" ".join(phrase) for phrase in part)
        if name not in self._named and not (len(part) == len(part[0]) == 1 and name.startswith(GROUP)):
            self._named.add(name)
            self._add(name, Sequence((part,), ()))
        return name


class Look:
    """One message and where each group was found in it; every group is looked for at most once."""

    def __init__(self, patterns: Patterns, words: list[Word]) -> None:
        self.words = words
        self._found: dict[str, list[Span]] = {}
        self._sentences: dict[str, set[int]] = {}
        self._clauses: dict[str, set[int]] = {}
        self._covered: dict[str, dict[int, list[range]]] = {}
        self._single = self._words_in_groups(patterns.lexicon)
        self._rows: dict[str, list[Row]] = defaultdict(list)
        self._others: dict[str, list[str]] = defaultdict(list)
        self._possible = self._reached(patterns)

    def hits(self, group: str) -> list[Span]:
        """Where a group ("@name") is found, in order."""
        if group not in self._possible:
            return []
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

    def in_clause(self, span: Span, group: str) -> bool:
        """Whether a clause of a place holds a hit of the group."""
        clauses = self._clauses.get(group)
        if clauses is None:
            found = (self._clauses_of(hit) for hit in self.hits(group))
            clauses = self._clauses[group] = {clause for whole in found for clause in whole}
        return not clauses.isdisjoint(self._clauses_of(span))

    def touched(self, span: Span, group: str) -> bool:
        """Whether a hit of the group shares a word with the place and stays in its clauses."""
        covered = self._covered.get(group)
        if covered is None:
            covered = self._covered[group] = defaultdict(list)
            for hit in self.hits(group):
                for i in range(*hit):
                    covered[i].append(self._clauses_of(hit))
        own = self._clauses_of(span)
        return any(
            own.start <= clauses.start and clauses.stop <= own.stop
            for i in range(*span)
            for clauses in covered.get(i, ())
        )

    def _clauses_of(self, span: Span) -> range:
        return range(self.words[span.start].clause, self.words[span.end - 1].clause + 1)

    def _words_in_groups(self, lexicon: Lexicon) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = defaultdict(list)
        known: dict[tuple[str, ...], set[str]] = {}
        for i, word in enumerate(self.words):
            groups = known.get(word.forms)
            if groups is None:
                groups = known[word.forms] = lexicon.groups_of(word.forms)
            place = Span(i, i + 1)
            for group in groups:
                found[group].append(place)
            if i + 1 < len(self.words) and word.sentence == self.words[i + 1].sentence:
                for group in lexicon.groups_of_joined(word.forms[0], self.words[i + 1].forms[0]):
                    found[group].append(Span(i, i + 2))
        return found

    def _reached(self, patterns: Patterns) -> set[str]:
        """The groups that can be in the message, with the rows and groups to look for; most need no look at all."""
        reached = set(self._single)
        ahead = list(reached)
        missing: dict[int, int] = {}
        while ahead:
            group = ahead.pop()
            found = patterns.groups_with.get(group, [])
            for owner in found:
                self._others[owner].append(group)
            for number in patterns.rows_with.get(group, ()):
                owner, row = patterns.rows[number]
                missing[number] = missing.get(number, len(set(row.groups))) - 1
                if not missing[number]:
                    self._rows[owner].append(row)
                    found = [*found, owner]
            ahead += set(found) - reached
            reached.update(found)
        return reached

    def _search(self, name: str) -> list[Span]:
        spans = set(self._single.get(name, ()))
        for other in self._others.get(name, ()):
            spans.update(self.hits(other))
        for row in self._rows.get(name, ()):
            spans.update(self._row(row))
        return sorted(spans)

    def _row(self, row: Row) -> Iterable[Span]:
        begins = {span.end: span.start for span in self.hits(row.groups[0])}
        for gap, group in zip(row.gaps, row.groups[1:], strict=True):
            if not begins:
                break
            begins = self._continued(begins, self.hits(group), gap)
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
