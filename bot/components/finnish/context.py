"""Chooses between the readings of a word by its neighbours, and joins compounds that were written apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from .clauses import cues
from .tables import field_words
from .tokens import Analysis, Token
from .voikko import analyse

WHITHER = ("illative", "allative", "elative", "ablative", "essive", "translative")
MYSELF = ("minä", "me", "itse")
IF_WORDS = ("jos", "mikäli")
TAKES_AN_OBJECT = ("A-infinitive", "MA-infinitive")
PAST, SPOKEN_PAST_ENDS = "past_imperfective", ("u", "y", "o")
SHORTEST_PAST = 4
COMPOUNDS = ("nimisana", "laatusana", "nimisana_laatusana")


def in_context(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with readings that fit their neighbours and split compounds put together."""
    out: list[Token] = []
    for index, token in enumerate(tokens):
        rest = tokens[index + 1 :]
        before = out[-1] if out else None
        joined = _joined(before, token)
        if joined is not None:
            out[-1] = joined
        else:
            out.append(_fitting(before, _towards(out[-3:], token), rest))
    return out


def _fitting(before: Token | None, token: Token, rest: Sequence[Token]) -> Token:
    following = rest[0] if rest else None
    if token.norm == "et" and (not _negated_form(following) or _imagined(following)):
        return _again(token, "että")
    if token.original.lower() == "kuus":
        monthly = before is not None and before.norm in cues("before_month")
        return _again(token, "kuussa" if monthly else "kuusi")
    if token.original.lower() == "mut" and (_is_me(before, following) or _takes_me(before, rest)):
        return _again(token, "minut")
    if token.norm == "o":
        return _again(token, "ole" if before is not None and before.pos == "kieltosana" else "on")
    if before is not None and before.pos == "kieltosana":
        return _chosen(token, _connegative)
    if (past := _spoken_past(token)) and (_subject(before) or (_subject(following) and not _is_being(before))):
        return _again(token, past)
    return token


def _spoken_past(token: Token) -> str:
    """The past tense that "työt loppu" stands for, "" where the word is none."""
    word = token.original.lower()
    if token.kind != "word" or len(word) < SHORTEST_PAST or not word.endswith(SPOKEN_PAST_ENDS):
        return ""
    if token.pos == "teonsana":
        return ""
    past = any(r.pos == "teonsana" and r.features.get("tense") == PAST for r in analyse(f"{word}i"))
    return f"{word}i" if past else ""


def _subject(token: Token | None) -> bool:
    return token is not None and token.pos.startswith("nimisana") and token.case == "nominative"


def _is_being(token: Token | None) -> bool:
    return token is not None and token.lemma in ("olla", "ei")


def _is_me(before: Token | None, following: Token | None) -> bool:
    """Whether "mut" is "minut" and not "mutta": "mut irtisanottiin", "pomo pisti mut pihalle", "jos mut valitaan"."""
    if before is not None and before.norm in IF_WORDS:
        return True
    if before is not None and before.pos == "teonsana" and before.features.get("mood") in TAKES_AN_OBJECT:
        return following is None or following.kind == "mark" or following.case in WHITHER
    if before is None or before.kind == "mark":
        return following is not None and following.pos == "teonsana" and following.features.get("person") == "4"
    acts = before.pos == "teonsana" and before.features.get("person") in ("3", "4")
    if acts and (following is None or following.kind == "mark"):
        return True
    return acts and following is not None and following.case in WHITHER and following.pos not in ("asemosana", "")


def _takes_me(before: Token | None, rest: Sequence[Token]) -> bool:
    """Whether "mut" is somebody to whom something is done, as in "lääkäri totesi mut terveeksi"."""
    if before is None or cues("takes_someone").isdisjoint(before.lemmas):
        return False
    remark = takewhile(lambda t: t.kind != "mark" and t.norm not in cues("conjunction"), rest)
    return not any(_is_verb(token) or token.lemma in MYSELF for token in remark)


def _is_verb(token: Token) -> bool:
    """Whether the word is a verb in a person, or a negation."""
    return token.pos == "kieltosana" or (token.pos == "teonsana" and "person" in token.features)


def _towards(before: Sequence[Token], token: Token) -> Token:
    """After a verb of going, "lääkärii" is lääkäriin and not lääkäriä."""
    word = token.original.lower()
    if token.source != "variant" or token.case != "partitive" or len(word) < 4 or word[-1] != word[-2]:
        return token
    goes = any(cues("goes").intersection(t.lemmas) for t in before)
    return _again(token, f"{word}n") if goes and analyse(f"{word}n") else token


def _again(token: Token, word: str) -> Token:
    readings = analyse(word)
    first = readings[0] if readings else Analysis(word, "")
    others = tuple(sorted({r.lemma for r in readings} - {first.lemma}))
    return replace(
        token,
        norm=word,
        lemma=first.lemma,
        pos=first.pos,
        features=first.features,
        readings=readings,
        alternatives=others,
        source="table",
    )


def _chosen(token: Token, fits: Callable[[Analysis], bool]) -> Token:
    """The token read in the first way that fits, unchanged when none does."""
    for reading in token.readings:
        if fits(reading):
            rest = {r.lemma for r in token.readings} | set(token.alternatives) | {token.lemma}
            return replace(
                token,
                lemma=reading.lemma,
                pos=reading.pos,
                features=reading.features,
                alternatives=tuple(sorted(rest - {reading.lemma})),
            )
    return token


def _connegative(reading: Analysis) -> bool:
    """Whether the reading can stand after a negation verb, as in "en ole", "en ollut"."""
    features = reading.features
    return features.get("negative") in ("both", "true") or features.get("participle") == "past_active"


def _negated_form(token: Token | None) -> bool:
    if token is not None and token.lemma == "pitää" and token.features.get("mood") == "conditional":
        return False
    if token is None or token.norm == "sinä":
        return token is not None
    return any(_connegative(reading) for reading in token.readings)


def _imagined(token: Token | None) -> bool:
    """Whether a conditional stands here: "et saisin töitä" is a wish; nobody tells the bot what it would not do."""
    return token is not None and token.features.get("mood") == "conditional"


def _joined(before: Token | None, token: Token) -> Token | None:
    """As in "työ kokeilu" is työkokeilu when that is a word of the field."""
    if before is None or before.end + 1 != token.start or before.kind != "word" or token.kind != "word":
        return None
    if before.place or token.place or len(before.original) < 3 or len(token.original) < 3:
        return None
    words = [(before.original.lower(), token.original.lower()), (before.norm, token.norm)]
    readings = next((r for one, two in words for glue in ("", "-") if (r := analyse(one + glue + two))), ())
    first = next((r for r in readings if r.lemma in field_words() and r.compound and r.pos in COMPOUNDS), None)
    if first is None:
        return None
    return replace(
        token,
        original=f"{before.original} {token.original}",
        norm=f"{before.original}{token.original}".lower(),
        start=before.start,
        lemma=first.lemma,
        pos=first.pos,
        features=first.features,
        readings=readings,
        alternatives=tuple(sorted({before.lemma, token.lemma})),
        source="variant",
    )
