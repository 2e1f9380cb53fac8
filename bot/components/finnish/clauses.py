"""Where clauses end, and whether a clause is about someone else, the past, a wish or a condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .tables import rows
from .tokens import Token

BREAKS = {".", ",", "!", "?", ";", "(", ")", "…"}


@dataclass(frozen=True)
class Clause:
    """Tokens `first` to `last` (included) that belong together."""

    first: int
    last: int

    def of(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The clause's own tokens."""
        return tokens[self.first : self.last + 1]


@lru_cache(maxsize=None)
def cues(name: str) -> frozenset[str]:
    """Lemmas of one group of the table of cues, such as "wish" or "other_person"."""
    return frozenset(word for row in rows("cues") if row["group"] == name for word in row["lemmas"].split())


def clauses(tokens: Sequence[Token]) -> list[Clause]:
    """The message cut at marks and at conjunctions that start a new clause."""
    found: list[Clause] = []
    first = 0
    for index, token in enumerate(tokens):
        breaks = token.kind == "mark" and token.original in BREAKS and not _abbreviated(tokens, index)
        if breaks or (index > first and _starts_clause(tokens, index)):
            if index > first:
                found.append(Clause(first, index - 1))
            first = index + breaks
    if first < len(tokens):
        found.append(Clause(first, len(tokens) - 1))
    return found


def _starts_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether a conjunction stands here; "nyt" and "ennen" are one only when no verb comes just before.

    "Ja" joins two verbs, or two people as in "vaimon ja lasten kanssa".
    """
    word = tokens[index].norm
    if word in cues("weak_conjunction") and tokens[index - 1].pos in ("teonsana", "kieltosana"):
        return False
    if word == "ja" and index + 1 < len(tokens) and {tokens[index - 1].pos, tokens[index + 1].pos} == {"teonsana"}:
        return False
    if word == "ja" and index + 1 < len(tokens) and tokens[index - 1].case == tokens[index + 1].case == "genitive":
        return False
    return word in cues("conjunction") and _has_verb(tokens[index:])


def _abbreviated(tokens: Sequence[Token], index: int) -> bool:
    """Whether a full stop belongs to a word or a date: "synt. 1994", "1.10."."""
    before = tokens[index - 1] if index else None
    stop = tokens[index].original == "." and before is not None and before.end == tokens[index].start
    return stop and before is not None and (before.kind == "number" or before.original.lower() in cues("abbreviation"))


def _has_verb(tokens: Sequence[Token]) -> bool:
    for token in tokens:
        if token.kind == "mark":
            return False
        if token.pos in ("teonsana", "kieltosana") or token.pos == "paikannimi":
            return True
    return False


def has(tokens: Sequence[Token], group: str) -> bool:
    """Whether any word of the tokens is of the group of cues."""
    words = cues(group)
    return any(token.kind == "word" and (token.norm in words or not words.isdisjoint(token.lemmas)) for token in tokens)


def someone_else(tokens: Sequence[Token]) -> bool:
    """Whether the clause tells of a relative, friend or other person and not of the writer."""
    if any(t.features.get("person") in ("1", "4") and t.pos in ("teonsana", "kieltosana") for t in tokens):
        return False
    return any(_other(t) and not _company(tokens, i) for i, t in enumerate(tokens)) and not _self_description(tokens)


def _company(tokens: Sequence[Token], index: int) -> bool:
    """As in "lasten kanssa", "kaverin luona": someone who is only with the writer."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return tokens[index].case == "genitive" and following is not None and following.pos == "suhdesana"


def _self_description(tokens: Sequence[Token]) -> bool:
    """As in "52-vuotias mies Oulusta": no verb, no "minun", an adult."""
    said = any(t.pos in ("teonsana", "kieltosana") or t.norm == "minun" or t.features.get("possessive") for t in tokens)
    adult = cues("adult")
    return not said and all(t.lemma in adult for t in tokens if _other(t))


def _other(token: Token) -> bool:
    if token.case not in ("nominative", "adessive", "genitive", "ablative", "partitive", "allative", ""):
        return False
    others = cues("other_person")
    return token.kind == "word" and (token.norm in others or token.lemma in others)
