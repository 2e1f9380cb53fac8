"""Turns spoken, dialectal, dotless and mistyped Finnish into standard-like Finnish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from .context import in_context
from .spelling import Spelling, lacks_dots, spell, spell_name, written_as
from .tables import dotless_forms
from .tokens import Analysis, Normalised, Token, pieces
from .voikko import NAMES

LONGEST_TEXT = 6_000
MOST_HARD_WORDS = 14
SENTENCE_ENDS = (".", "!", "?", ":", "…", ")")
HARD = ("variant", "typo", "unknown", "near_place")
NOTHING: Mapping[str, str] = MappingProxyType({})


def normalise(text: str, taught: Mapping[str, str] = NOTHING) -> Normalised:
    """The message as tokens with standard forms and lemmas; the person's own words stay in `original`.

    Args:
        text: any text; what comes after the first 6 000 characters is not read.
        taught: spoken form -> written form, lower case; these go before the tables of the language.
    """
    raw = pieces(text[:LONGEST_TEXT])
    dotless = lacks_dots([token.norm for token in raw if token.kind == "word"])
    names = _names(raw)
    tokens: list[Token] = []
    hard = 0
    for token in raw:
        if token.kind != "word":
            tokens.append(token)
            continue
        word = token.original.lower().replace("’", "'")
        if word in taught:
            spelling = written_as(taught[word], "table")
        elif token.start in names:
            spelling = spell_name(word)
        else:
            spelling = spell(dotless_forms().get(word, word) if dotless else word, hard < MOST_HARD_WORDS, dotless)
        hard += spelling.source in HARD
        tokens += [_token(token, form, readings, spelling, token.start in names) for form, readings in spelling.words]
    return Normalised(text, tuple(in_context(tokens)))


def _names(raw: list[Token]) -> set[int]:
    """Starts of words written as names: with a capital inside a sentence, by someone who does not capitalise all."""
    words = [token for token in raw if token.kind == "word"]
    capital = [token for token in words if token.original[:1].isupper()]
    if len(capital) > 3 and len(capital) > len(words) / 2:
        return set()
    return {
        token.start
        for before, token in pairwise(raw)
        if token.kind == "word" and token.original[:1].isupper() and before.original not in SENTENCE_ENDS
    }


def _token(token: Token, word: str, readings: tuple[Analysis, ...], spelling: Spelling, named: bool) -> Token:
    """The token with its standard form; a name where it is written as one."""
    chosen = readings[0] if readings else Analysis(word, "")
    if named or spelling.place:
        chosen = next((r for r in readings if r.pos in NAMES), chosen)
    derived = {r.features.get(kind, "") for r in readings for kind in ("adjective", "verb")}
    others = derived | {name for r in readings for name in (r.lemma, r.head)}
    return replace(
        token,
        norm=word,
        lemma=chosen.lemma,
        pos=chosen.pos,
        features=chosen.features,
        readings=readings,
        alternatives=tuple(sorted(others - {chosen.lemma, ""})),
        place=spelling.place,
        source=spelling.source,
    )
