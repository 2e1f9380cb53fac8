"""Chooses between the readings of a word by its neighbours, and joins compounds that were written apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from .clauses import cues
from .tables import field_words
from .tokens import Analysis, Token
from .voikko import analyse


def in_context(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with readings that fit their neighbours and split compounds put together."""
    out: list[Token] = []
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        before = out[-1] if out else None
        joined = _joined(before, token)
        if joined is not None:
            out[-1] = joined
        else:
            out.append(_fitting(before, token, following))
    return out


def _fitting(before: Token | None, token: Token, following: Token | None) -> Token:
    if token.norm == "et" and not _negated_form(following):
        return _again(token, "että")
    if token.original.lower() == "kuus":
        monthly = before is not None and before.norm in cues("before_month")
        return _again(token, "kuussa" if monthly else "kuusi")
    if before is not None and before.pos == "kieltosana":
        return _chosen(token, _connegative)
    return token


def _again(token: Token, word: str) -> Token:
    readings = analyse(word)
    first = readings[0] if readings else Analysis(word, "")
    others = tuple(sorted({r.lemma for r in readings} - {first.lemma}))
    return replace(
        token, norm=word, lemma=first.lemma, pos=first.pos, features=first.features, readings=readings,
        alternatives=others, source="table",
    )


def _chosen(token: Token, fits: Callable[[Analysis], bool]) -> Token:
    """The token read in the first way that fits, unchanged when none does."""
    for reading in token.readings:
        if fits(reading):
            rest = {r.lemma for r in token.readings} | set(token.alternatives) | {token.lemma}
            return replace(
                token, lemma=reading.lemma, pos=reading.pos, features=reading.features,
                alternatives=tuple(sorted(rest - {reading.lemma})),
            )
    return token


def _connegative(reading: Analysis) -> bool:
    """Whether the reading can stand after a negation verb, as in "en ole", "en ollut"."""
    features = reading.features
    return features.get("negative") in ("both", "true") or features.get("participle") == "past_active"


def _negated_form(token: Token | None) -> bool:
    if token is None or token.norm == "sinä":
        return token is not None
    return any(_connegative(reading) for reading in token.readings)


def _joined(before: Token | None, token: Token) -> Token | None:
    """ "työ kokeilu" is työkokeilu when that is a word of the field."""
    if before is None or before.end + 1 != token.start or before.pos != "nimisana" or token.pos != "nimisana":
        return None
    if before.case not in ("nominative", "genitive") or before.place or token.place:
        return None
    readings = analyse(before.norm + token.norm) or analyse(f"{before.norm}-{token.norm}")
    if not readings or readings[0].lemma not in field_words() or len(readings[0].parts) < 2:
        return None
    first = readings[0]
    return replace(
        token, original=f"{before.original} {token.original}", norm=before.norm + token.norm, start=before.start,
        lemma=first.lemma, pos=first.pos, features=first.features, readings=readings,
        alternatives=tuple(sorted({before.lemma, token.lemma})), source="variant",
    )
