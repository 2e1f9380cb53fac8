"""Who a clause with a place tells of: the writer, or somebody else who lives there."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import cues
from .tokens import Token


def verbs(words: Sequence[Token]) -> list[Token]:
    """The verbs of the clause, negations among them."""
    return [t for t in words if t.pos in ("teonsana", "kieltosana")]


def of_oneself(words: Sequence[Token]) -> bool:
    """Whether the writer says "olen", "olemme" or the spoken "ollaan"."""
    return any(t.lemma == "olla" and (t.features.get("person") == "1" or t.norm == "ollaan") for t in words)


def of_another(words: Sequence[Token]) -> bool:
    """As in "ja asuu Lahdessa": nobody says of oneself that one lives somewhere in the third person."""
    own = any(t.norm in ("minä", "me") or t.features.get("person") in ("1", "4") for t in words)
    return not own and any(t.lemma == "asua" and t.features.get("person") == "3" for t in words)


def at_someones(words: Sequence[Token]) -> bool:
    """As in "vanhempien nurkissa Ylivieskassa": the others only own the place."""
    others = [t for t in words if t.lemma in cues("other_person")]
    return not verbs(words) and all(t.case in ("genitive", "") for t in others)


def lived(words: Sequence[Token]) -> bool:
    """As in "opiskeluaikoina asuin Vaasassa": where one lived is not the home."""
    spoken = [t for t in verbs(words) if not cues("lives").isdisjoint(t.lemmas)]
    return bool(spoken) and all(t.features.get("tense") == "past_imperfective" for t in spoken)
