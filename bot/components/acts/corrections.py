"""Tells what of a message puts an earlier answer right: "ei vaan 45", "siis Turku, en Tampere", "kolme piti olla"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import yaml

from bot.components.finnish.tokens import Normalised, Token

INSTEAD = "vaan"
CLAUSE_MARK = ","
CONJUNCTION = "sidesana"
VERBS = ("teonsana", "kieltosana")
NEGATION = "ei"
# "Mulla ei oo kaks vaan kolme lasta": the negation comes early, and what it denies is short.
FIRST_WORDS = 3
DENIED_AT_MOST = 5
LEFT_OUT_AT_MOST = 2
ANSWER_AT_MOST = 5


@dataclass(frozen=True)
class Correction:
    """What is right instead, "" where that is not said; `sure` when nothing but a correction is worded so.

    `wrong` is on when what is wrong is named too, and left out of the text: "kolme eikä kaksi".
    """

    text: str
    sure: bool
    wrong: bool = False

    @property
    def short(self) -> bool:
        """Whether it is no more than an answer; a story is read as a story."""
        return len(self.text.split()) <= ANSWER_AT_MOST


class Corrections:
    """The words by which people put right what they said before."""

    def __init__(
        self,
        *,
        lead: Iterable[str],
        apology: Iterable[str],
        opening: Iterable[str],
        weak: Iterable[str],
        closing: Iterable[str],
    ) -> None:
        self._apology = frozenset(apology)
        self._lead = frozenset(lead) | self._apology
        self._opening = _phrases(opening)
        self._weak = _phrases(weak)
        self._closing = _phrases(closing)

    @classmethod
    def load(cls, folder: Path) -> Corrections:
        """Read the phrases. Raises OSError or TypeError when they are missing."""
        return cls(**yaml.safe_load((folder / "corrections.yml").read_text("utf-8")))

    def read(self, message: Normalised) -> Optional[Correction]:
        """What the message puts right, None when it is not worded as a correction."""
        words = [token for token in message.tokens if token.kind != "mark"]
        start = self._past_lead(words, 0)
        for phrases, sure in ((self._opening, True), (self._weak, False)):
            if length := _phrase_at(words, start, phrases):
                return self._after(message, words, start + length, sure=sure)
        if place := _instead(message, words):
            return self._after(message, words, place, sure=True)
        if any(token.norm in self._apology for token in words[:start]):
            return self._after(message, words, start, sure=False)
        return self._before(message, words)

    def _past_lead(self, words: Sequence[Token], start: int) -> int:
        while start < len(words) and words[start].norm in self._lead:
            start += 1
        return start

    def _after(self, message: Normalised, words: Sequence[Token], start: int, *, sure: bool) -> Correction:
        while length := _phrase_at(words, start, (*self._opening, *self._weak)):
            sure = sure or bool(_phrase_at(words, start, self._opening))
            start += length
        rest = words[self._past_lead(words, start) :] or words[start:]
        end = _left_out(rest) or len(rest)
        return Correction(_text(message, rest[:end]), sure)

    def _before(self, message: Normalised, words: Sequence[Token]) -> Optional[Correction]:
        if end := _left_out(words):
            return Correction(_text(message, words[: end - self._close(words[:end])]), sure=False, wrong=True)
        if length := self._close(words):
            return Correction(_text(message, words[:-length]), sure=length > 1)
        return None

    def _close(self, words: Sequence[Token]) -> int:
        """The length of the closing phrase that more stands before, 0 where there is none."""
        closings = (one for one in self._closing if len(one) < len(words))
        return next((len(one) for one in closings if _phrase_at(words, len(words) - len(one), (one,))), 0)


def _phrases(listed: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(phrase.split()) for phrase in listed), key=len, reverse=True))


def _phrase_at(words: Sequence[Token], start: int, phrases: Iterable[tuple[str, ...]]) -> int:
    """The length of the phrase that stands there, 0 where none does."""
    for phrase in phrases:
        found = words[start : start + len(phrase)]
        if len(found) == len(phrase) and all(
            word in (token.norm, token.original.lower()) for word, token in zip(phrase, found, strict=True)
        ):
            return len(phrase)
    return 0


def _instead(message: Normalised, words: Sequence[Token]) -> int:
    """Where the right thing begins in "ei kaksi vaan kolme", 0 where nothing is worded so."""
    denied = next((place for place, token in enumerate(words[:FIRST_WORDS]) if token.lemma == NEGATION), None)
    if denied is None:
        return 0
    for place in range(denied + 1, min(denied + DENIED_AT_MOST + 1, len(words) - 1)):
        if words[place].norm == INSTEAD:
            # In another clause the word is no "but" but an "only": "en hae töitä, toivon vaan lepoa".
            between = message.original[words[denied].end : words[place - 1].end]
            return 0 if CLAUSE_MARK in between else place + 1
    return 0


def _left_out(words: Sequence[Token]) -> int:
    """Where the wrong thing begins in "kolme eikä kaksi", 0 where nothing is worded so."""
    for place, token in enumerate(words):
        after = words[place + 1 :]
        if place and token.lemma == NEGATION:
            short = 0 < len(after) <= LEFT_OUT_AT_MOST and place <= DENIED_AT_MOST
            one_thing = words[place - 1].pos != CONJUNCTION and not any(one.pos in VERBS for one in after)
            return place if short and one_thing else 0
    return 0


def _text(message: Normalised, words: Sequence[Token]) -> str:
    return message.original[words[0].start : words[-1].end] if words else ""
