"""Turns spoken, dialectal, dotless and mistyped Finnish into standard-like Finnish, word by word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from . import place_names, typos
from .tables import dotless_forms, field_words, written_forms
from .tokens import Analysis, Normalised, Token, pieces
from .variants import variants
from .voikko import analyse, cost

LONGEST_WORD = 40
LONG_ENOUGH = 8
LONGEST_TEXT = 6_000
MOST_HARD_WORDS = 24
NEGATIONS = {"en", "et", "ei", "emme", "ette", "eivät", "enkä", "etkä", "eikä"}


@dataclass(frozen=True)
class Spelling:
    """What a written form stands for: words in standard form with their readings."""

    words: tuple[tuple[str, tuple[Analysis, ...]], ...]
    source: str


def normalise(text: str) -> Normalised:
    """The message as tokens with standard forms and lemmas; the person's own words stay in `original`.

    Args:
        text: any text; what comes after the first 6 000 characters is not read.
    """
    raw = pieces(text[:LONGEST_TEXT])
    dotless = _dotless(raw)
    tokens: list[Token] = []
    hard = 0
    for token in raw:
        if token.kind != "word":
            tokens.append(token)
            continue
        spelling = spell(_key(token, dotless), hard < MOST_HARD_WORDS)
        hard += spelling.source in ("variant", "typo", "unknown")
        tokens += _spelled(token, spelling)
    return Normalised(text, tuple(_in_context(tokens)))


def _key(token: Token, dotless: bool) -> str:
    word = token.original.lower().replace("’", "'")
    return dotless_forms().get(word, word) if dotless else word


def _dotless(raw: list[Token]) -> bool:
    """Whether the writer leaves the dots of ä and ö away."""
    words = [token.norm for token in raw if token.kind == "word"]
    if any("ä" in word or "ö" in word for word in words):
        return False
    return any(word in dotless_forms() and not analyse(word) or _only_dots_missing(word) for word in words)


@lru_cache(maxsize=20_000)
def _only_dots_missing(word: str) -> bool:
    if len(word) > LONGEST_WORD or word in written_forms() or analyse(word) or place_names.known(word):
        return False
    return any(analyse(form) for _, form in variants(word) if _plain(form) == word)


def _plain(word: str) -> str:
    return word.replace("ä", "a").replace("ö", "o")


@lru_cache(maxsize=60_000)
def spell(word: str, deep: bool = True) -> Spelling:
    """The standard form of one lower-case word; `deep` false leaves out the search for unknown words."""
    written = written_forms().get(word)
    if written:
        return _written(written, "table")
    if place_names.known(word):
        return Spelling(((word, analyse(word)),), "place")
    readings = analyse(word)
    if readings:
        return Spelling(((word, readings),), "word")
    if not deep or len(word) > LONGEST_WORD or len(word) < 2:
        return Spelling(((word, ()),), "unread")
    return _from_variants(word) or _from_parts(word) or _from_typos(word) or Spelling(((word, ()),), "unknown")


def _written(phrase: str, source: str) -> Spelling:
    return Spelling(tuple((part, analyse(part)) for part in phrase.split()), source)


def _from_variants(word: str) -> Spelling | None:
    """The best known form among the spoken variants."""
    best: tuple[float, Spelling] | None = None
    for price, form in variants(word):
        if best and price > best[0] + 2.5:
            break
        if form in written_forms():
            found = (price, _written(written_forms()[form], "variant"))
        elif place_names.known(form) and len(form) > 4:
            found = (price, Spelling(((word, analyse(form)),), "place"))
        elif readings := analyse(form):
            found = (price + cost(readings[0]), Spelling(((form, readings),), "variant"))
        else:
            continue
        if best is None or found[0] < best[0]:
            best = found
    return best[1] if best else None


def _from_parts(word: str) -> Spelling | None:
    """Small words written together: enole, joskun, mutten."""
    for cut in range(2, min(5, len(word) - 2)):
        head, tail = word[:cut], word[cut:]
        if head in NEGATIONS or head in ("jos", "kun", "mutt", "ett", "mä", "sä"):
            rest = written_forms().get(tail) or (tail if analyse(tail) else "")
            if rest:
                return _written(f"{written_forms().get(head, head)} {rest}", "variant")
    return None


def _from_typos(word: str) -> Spelling | None:
    """The word one typing error away, where it is a word of the field or the only one there is."""
    if len(word) < typos.SHORTEST or place_names.near(word):
        return None
    found: dict[str, tuple[float, str, tuple[Analysis, ...]]] = {}
    for rank, form in enumerate(typos.near(word)):
        readings = analyse(form)
        if readings:
            price = cost(readings[0]) + 0.002 * rank
            if price < found.get(readings[0].lemma, (9.0,))[0]:
                found[readings[0].lemma] = (price, form, readings)
    if not found:
        return None
    price, form, readings = min(found.values(), key=lambda item: item[0])
    if readings[0].lemma in field_words() or len(word) >= LONG_ENOUGH or len(found) == 1 and len(word) > typos.SHORTEST:
        return Spelling(((form, readings),), "typo")
    return None


def _spelled(token: Token, spelling: Spelling) -> list[Token]:
    return [_token(token, word, readings, spelling.source) for word, readings in spelling.words]


def _token(token: Token, word: str, readings: tuple[Analysis, ...], source: str) -> Token:
    place = place_names.known(word) if source == "place" else None
    chosen = readings[0] if readings else Analysis(word, "")
    if token.original[:1].isupper() and token.start > 0 or source == "place":
        names = [r for r in readings if r.pos in ("paikannimi", "etunimi", "sukunimi", "nimi")]
        chosen = names[0] if names else chosen
    lemma = chosen.lemma if chosen.pos else (place.name if place else word)
    others = {name for r in readings for name in (r.lemma, r.features.get("adjective", ""), *r.parts[-1:])}
    return replace(
        token, norm=word, lemma=lemma, pos=chosen.pos or ("paikannimi" if place else ""), features=chosen.features,
        alternatives=tuple(sorted(others - {lemma, ""})), readings=readings,
    )


def _in_context(tokens: list[Token]) -> list[Token]:
    """Words whose meaning the next word decides."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        before = tokens[i - 1] if i else None
        if token.norm == "et" and not _negated_form(following):
            out[i] = _again(token, "että")
        elif token.norm == "kuus" or (token.norm == "kuusi" and token.original.lower() == "kuus"):
            monthly = before is not None and before.norm in ("ensi", "viime", "tässä", "joka", "kerran", "kuluvassa")
            out[i] = _again(token, "kuussa" if monthly else "kuusi")
        elif before is not None and before.pos == "kieltosana":
            out[i] = _chosen(token, _connegative)
    return out


def _again(token: Token, word: str) -> Token:
    return _token(token, word, analyse(word), "table")


def _chosen(token: Token, fits: Callable[[Analysis], bool]) -> Token:
    """The token read in the first way that fits, unchanged when none does."""
    for reading in token.readings:
        if fits(reading):
            others = {r.lemma for r in token.readings} | set(token.alternatives)
            rest = tuple(sorted(others - {reading.lemma}))
            return replace(token, lemma=reading.lemma, pos=reading.pos, features=reading.features, alternatives=rest)
    return token


def _connegative(reading: Analysis) -> bool:
    """Whether the reading can stand after a negation verb, as in "en ole", "en ollut"."""
    features = reading.features
    return features.get("negative") in ("both", "true") or features.get("participle") == "past_active"


def _negated_form(token: Token | None) -> bool:
    if token is None or token.norm == "sinä":
        return token is not None
    return any(_connegative(reading) for reading in token.readings)
