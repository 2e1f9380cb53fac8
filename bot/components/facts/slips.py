"""Pattern words that an unknown word is one slip of the fingers away from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

SHORTEST = 6
LONGEST = 24


class Slips:
    """Finds the words and stems of the patterns that a mistyped word was meant to be.

    A slip is a letter left out, doubled, put in, replaced or swapped with the next; the first letter is right.
    """

    def __init__(self, words: Mapping[str, Iterable[int]], stems: Mapping[str, Iterable[int]]) -> None:
        self._words = _by_shortened(words)
        self._stems = _by_shortened(stems)

    def hits(self, form: str) -> set[int]:
        """The numbers of the pattern words that the folded form may be a slip of."""
        found: set[int] = set()
        if not SHORTEST <= len(form) <= LONGEST:
            return found
        for word, numbers in _candidates(form, self._words):
            if one_slip(form, word):
                found.update(numbers)
        for length in range(SHORTEST, len(form) + 1):
            start = form[:length]
            for stem, numbers in _candidates(start, self._stems):
                if one_slip(start, stem):
                    found.update(numbers)
        return found


def _shortened(word: str) -> Iterator[str]:
    yield word
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]


def _by_shortened(words: Mapping[str, Iterable[int]]) -> dict[str, dict[str, Iterable[int]]]:
    found: dict[str, dict[str, Iterable[int]]] = {}
    for word, numbers in words.items():
        if SHORTEST <= len(word) <= LONGEST and word.isalpha():
            for key in _shortened(word):
                found.setdefault(key, {})[word] = numbers
    return found


def _candidates(form: str, table: Mapping[str, Mapping[str, Iterable[int]]]) -> Iterator[tuple[str, Iterable[int]]]:
    for key in _shortened(form):
        yield from table.get(key, {}).items()


def one_slip(typed: str, meant: str) -> bool:
    """Whether the two differ by one letter left out, put in, replaced or swapped with its neighbour."""
    if typed == meant or abs(len(typed) - len(meant)) > 1:
        return False
    start = 0
    while start < min(len(typed), len(meant)) and typed[start] == meant[start]:
        start += 1
    rest, wanted = typed[start:], meant[start:]
    swapped = len(rest) > 1 and len(wanted) > 1 and rest[0] == wanted[1] and rest[1] == wanted[0]
    return rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:] or (swapped and rest[2:] == wanted[2:])
