"""Knows which groups of the patterns a word belongs to, also when it is misspelt or written apart."""

from dataclasses import dataclass, field

from domain.urgency_text import fold

LONG_ENOUGH_TO_MISSPELL = 8
LONG_ENOUGH_TO_SPLIT = 8
RANGE = ".."


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Which groups each word belongs to: by the whole word, its beginning, a part of it or the number that it is."""

    whole: dict[str, set[str]] = field(default_factory=dict)
    inside: dict[str, set[str]] = field(default_factory=dict)
    excluded: dict[str, set[str]] = field(default_factory=dict)
    beginnings: dict[str, set[str]] = field(default_factory=dict)
    ranges: list[tuple[int, int, str]] = field(default_factory=list)
    long: dict[str, list[tuple[str, bool]]] = field(default_factory=dict)
    long_beginnings: set[str] = field(default_factory=set)
    lengths: list[int] = field(default_factory=list)

    def add(self, piece: str, group: str) -> None:
        """Make a piece belong to a group: "tapan", "hakka*", "*lääk*", "10..199"; "-hakkaan" takes a word out of it."""
        if RANGE in piece:
            low, high = piece.split(RANGE)
            self.ranges.append((int(low), int(high), group))
        elif piece.startswith(("*", "-")):
            table = self.inside if piece.startswith("*") else self.excluded
            table.setdefault(fold(piece.strip("*-")), set()).add(group)
        else:
            self._add_word(fold(piece.rstrip("*")), group, is_beginning=piece.endswith("*"))

    def _add_word(self, text: str, group: str, *, is_beginning: bool) -> None:
        table = self.beginnings if is_beginning else self.whole
        if text not in table and len(text) >= LONG_ENOUGH_TO_MISSPELL:
            self.long.setdefault(text[:2], []).append((text, is_beginning))
            self.long_beginnings.add(text[:LONG_ENOUGH_TO_SPLIT])
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
        if joined[:LONG_ENOUGH_TO_SPLIT] not in self.long_beginnings:
            return set()
        shortest = max(len(first) + 1, LONG_ENOUGH_TO_SPLIT)
        found = set(self.whole.get(joined, ()))
        for length in self.lengths:
            if shortest <= length <= len(joined):
                found |= self.beginnings.get(joined[:length], set())
        return found

    def _misspelt(self, word: str) -> set[str]:
        found: set[str] = set()
        if len(word) >= LONG_ENOUGH_TO_MISSPELL - 1:
            for text, is_beginning in self.long.get(word[:2], ()):
                fits = len(word) >= len(text) - 1 and (is_beginning or len(word) <= len(text) + 1)
                if fits and _one_slip(text, word, open_end=is_beginning):
                    found |= (self.beginnings if is_beginning else self.whole)[text]
        return found


def _one_slip(text: str, word: str, *, open_end: bool) -> bool:
    """Whether the word is `text` (or begins so) but for one letter changed, lost, added or swapped with the next."""
    at = next((i for i, (a, b) in enumerate(zip(text, word, strict=False)) if a != b), min(len(text), len(word)))
    swapped = text[at : at + 2] == word[at : at + 2][::-1]
    rests = (
        (text[at + 1 :], word[at + 1 :]),
        (text[at + 1 :], word[at:]),
        (text[at:], word[at + 1 :]),
        (text[at + 2 :], word[at + 2 :] if swapped else None),
    )
    return any(rest is not None and (rest.startswith(end) if open_end else rest == end) for end, rest in rests)
