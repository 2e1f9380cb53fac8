"""Finds the standard form of one word; a name or a place is never changed into something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from . import place_names, typos
from .clauses import cues
from .numbers import is_number_word
from .tables import dotless_forms, field_words, foreign_words, own_words, spoken_stems, written_forms
from .tokens import Analysis
from .variants import dots, variants
from .voikko import NAMES, analyse, cost

LONGEST_WORD = 40
SURE_PRICE = 1.25
LONG_ENOUGH = 8
WORDS_FOR_DOTS = 60
OPEN_CLASSES = ("nimisana", "laatusana", "teonsana", "nimisana_laatusana", "etunimi", "sukunimi", "paikannimi", "nimi")
CLITICS = ("han", "hän", "kin", "ki", "kaan", "kään", "kaa", "kää", "pa", "pä")
SPOKEN_ENDS = (("is", "i"), ("nu", "t"), ("ny", "t"), ("ks", "i"))


@dataclass(frozen=True)
class Spelling:
    """What a written form stands for: words in standard form with their readings, and how they were found."""

    words: tuple[tuple[str, tuple[Analysis, ...]], ...]
    source: str
    place: str = ""
    price: float = 0.0


def lacks_dots(words: Sequence[str]) -> bool:
    """Whether the writer of the lower-case words leaves the dots of ä and ö away."""
    if any("ä" in word or "ö" in word for word in words):
        return False
    return any(
        (word in dotless_forms() and not analyse(word)) or _only_dots_missing(word) for word in words[:WORDS_FOR_DOTS]
    )


@lru_cache(maxsize=20_000)
def _only_dots_missing(word: str) -> bool:
    if not 3 < len(word) <= LONGEST_WORD or _listed(word) or analyse(word):
        return False
    return any(analyse(form) for form in dots(word))


def _listed(word: str) -> bool:
    return (
        word in written_forms()
        or word in own_words()
        or word in foreign_words()
        or place_names.known(word) is not None
        or is_number_word(word)
    )


def forget() -> None:
    """Read every word anew: the places that are known have changed."""
    for reader in (_only_dots_missing, spell, spell_name):
        reader.cache_clear()


@lru_cache(maxsize=60_000)
def spell(word: str, deep: bool = True, dotless: bool = False) -> Spelling:
    """The standard form of one lower-case word.

    `deep` false leaves out the search for unknown words; `dotless` prefers a common word with dots to a rare one.
    """
    if word not in written_forms():
        word = _with_stem(word)
    found = _known(word, dotless)
    if found is not None:
        return found
    if not deep or not 2 < len(word) <= LONGEST_WORD:
        return Spelling(((word, ()),), "unread")
    if "-" in word:
        return _hyphened(word)
    return _searched(word)


def _searched(word: str) -> Spelling:
    """The best guess for a word that no table and no lexicon has."""
    found = _with_clitic(word) or _from_variants(word)
    if found is not None and (found.source != "variant" or _common(found)):
        return found
    if place := place_names.near(word):
        return _place(word, place, "near_place")
    if found is not None and found.price <= SURE_PRICE:
        return found
    better = _from_parts(word) or _compound(word) or _from_typos(word)
    if found is None or (better is not None and _common(better)):
        return better or Spelling(((word, ()),), "unknown")
    return found


def _common(found: Spelling) -> bool:
    """Whether every word of it is a small word or a word of the field."""
    return all(
        readings and (readings[0].lemma in field_words() or readings[0].pos not in OPEN_CLASSES)
        for _, readings in found.words
    )


@lru_cache(maxsize=20_000)
def spell_name(word: str) -> Spelling:
    """A word written with a capital inside a sentence: itself, or a place in its spoken form."""
    found = _known(word, False)
    if found is not None:
        return found
    if 2 < len(word) <= LONGEST_WORD:
        place = next((p for _, form in variants(word) if len(form) > 4 and (p := place_names.known(form))), None)
        if place is not None:
            return _place(word, place)
        if near := place_names.near(word):
            return _place(word, near, "near_place")
    return Spelling(((word, (Analysis(word, "nimi"),)),), "unknown")


def _with_stem(word: str) -> str:
    """The word with its spoken stem written out: ahistaan -> ahdistaan."""
    stem = next((stem for stem in spoken_stems() if word.startswith(stem)), None)
    if stem is None:
        return word
    full = spoken_stems()[stem] + word[len(stem) :]
    known = analyse(full)
    return full if not analyse(word) or (known and known[0].lemma in field_words()) else word


def _known(word: str, dotless: bool) -> Spelling | None:
    """The word as it stands in one of the tables or in Voikko's lexicon."""
    found = _from_tables(word)
    if found is not None:
        return found
    readings = analyse(word)
    if not readings:
        return None
    odd = len(word) > typos.SHORTEST and all(_odd(r) for r in readings)
    better = _instead_of_odd(word, readings) if odd else None
    if better is None and dotless:
        better = _likelier_with_dots(word, cost(readings[0]))
    return better or Spelling(((word, readings),), "word")


def _from_tables(word: str) -> Spelling | None:
    if written := written_forms().get(word):
        return written_as(written, "table")
    if own := own_words().get(word):
        return Spelling(((word, (own,)),), "own")
    if place := place_names.known(word):
        return _place(word, place)
    if is_number_word(word) and not analyse(word):
        return Spelling(((word, (Analysis(word, "lukusana"),)),), "number")
    return Spelling(((word, ()),), "foreign") if word in foreign_words() else None


def _odd(reading: Analysis) -> bool:
    """A compound that nobody may ever have used, or a rare word made into a question."""
    if reading.pos in NAMES:
        return False
    asked = reading.features.get("question") == "true" and reading.pos not in ("kieltosana", "asemosana")
    return reading.lemma not in field_words() and (reading.compound or asked)


def _instead_of_odd(word: str, readings: tuple[Analysis, ...]) -> Spelling | None:
    """A place or a compound of the field that the odd word was meant to be."""
    if readings[0].features.get("question"):
        place = next((p for _, form in variants(word) if len(form) > 4 and (p := place_names.known(form))), None)
        return _place(word, place) if place else None
    if len(word) >= LONG_ENOUGH - 1 and (place := place_names.near(word)):
        return _place(word, place, "near_place")
    lemma = next((form for form in typos.near(readings[0].lemma) if form in field_words()), None)
    if lemma is None or len(lemma) < LONG_ENOUGH:
        return None
    for form in filter(typos.finnish, typos.near(word)):
        if (found := analyse(form)) and found[0].lemma == lemma:
            return Spelling(((form, found),), "typo")
    return None


def _likelier_with_dots(word: str, plain: float) -> Spelling | None:
    best = min(
        ((cost(readings[0]), form, readings) for form in dots(word) if (readings := analyse(form))), default=None
    )
    if best is None or best[0] + 0.5 > plain:
        return None
    return Spelling(((best[1], best[2]),), "variant")


def written_as(phrase: str, source: str) -> Spelling:
    """What stands for a spoken form: the words of the phrase, each with its readings."""
    return Spelling(tuple((part, analyse(part)) for part in phrase.split()), source)


def _place(word: str, place: place_names.PlaceForm, source: str = "place") -> Spelling:
    features = {"case": place.case}
    readings = tuple(r for r in analyse(place.form) if r.lemma.lower() == place.name.lower())
    own = Analysis(place.name, "paikannimi", readings[0].features if readings else features)
    others = analyse(word) if place.also else ()
    return Spelling(((word, (own, *others)),), source, place.form)


def _with_clitic(word: str) -> Spelling | None:
    """A spoken form with an ending that only colours it: oonhan, mullaki, emmäkää."""
    for clitic in CLITICS:
        written = written_forms().get(word.removesuffix(clitic)) if word.endswith(clitic) else None
        if written:
            return written_as(written, "variant")
    return None


def _from_variants(word: str) -> Spelling | None:
    """The best known form among the spoken variants; a short word has only the sure ones."""
    best: tuple[float, Spelling] | None = None
    for price, form in variants(word):
        if (best and price > best[0] + 2.5) or (len(word) < 4 and price > 1.0):
            break
        if form in own_words():
            found = (price - 2.5, Spelling(((form, (own_words()[form],)),), "variant"))
        elif form in written_forms():
            found = (price, written_as(written_forms()[form], "variant"))
        elif len(form) > 4 and (place := place_names.known(form)):
            found = (price, _place(word, place))
        elif readings := analyse(form):
            found = (price + cost(readings[0]), Spelling(((form, readings),), "variant", price=price))
        else:
            continue
        if best is None or found[0] < best[0]:
            best = found
    return best[1] if best else None


def _from_parts(word: str) -> Spelling | None:
    """Small words written together: enole, joskun, emmäjaksa."""
    for cut in range(2, min(6, len(word) - 2)):
        head, tail = word[:cut], word[cut:]
        if head in cues("joined_head"):
            rest = written_forms().get(tail) or (tail if len(tail) > 3 and analyse(tail) else "")
            if rest:
                return written_as(f"{written_forms().get(head, head)} {rest}", "variant")
    return None


def _compound(word: str) -> Spelling | None:
    """A compound of two known words that Voikko does not join: työhönvalmentaja."""
    for cut in range(len(word) - 5, 3, -1):
        head, tail = analyse(word[:cut]), analyse(word[cut:])
        known = head and tail and head[0].lemma in field_words() and tail[0].lemma in field_words()
        if known and tail[0].pos == "nimisana" and head[0].pos in ("nimisana", "laatusana"):
            own = Analysis(word[:cut] + tail[0].lemma, "nimisana", tail[0].features, (head[0].lemma, tail[0].lemma))
            return Spelling(((word, (own,)),), "word")
    return None


def _hyphened(word: str) -> Spelling:
    """A word with hyphens by its last part: nuotti-valmennuksessa, kelan-rahat."""
    head, _, tail = word.rpartition("-")
    found = spell(tail)
    if found.source == "place" and head in cues("place_prefix"):
        return Spelling(((word, found.words[0][1]),), "place", found.place)
    last = found.words[-1]
    readings = tuple(Analysis(f"{head}-{r.lemma}", r.pos, r.features, (head, r.lemma)) for r in last[1])
    return Spelling(((f"{head}-{last[0]}", readings),), "word" if readings else "unknown")


def _from_typos(word: str) -> Spelling | None:
    """The word one typing error away, where it is a word of the field or long enough to be sure."""
    if len(word) < typos.SHORTEST:
        return None
    found: dict[str, tuple[float, str, tuple[Analysis, ...]]] = {}
    full = next((word + rest for end, rest in SPOKEN_ENDS if word.endswith(end)), None)
    forms = chain(typos.near(word), typos.near(full) if full else ())
    for rank, form in enumerate(filter(typos.finnish, forms)):
        if readings := analyse(form):
            price = cost(readings[0]) + 0.001 * rank
            if price < found.get(readings[0].lemma, (9.0,))[0]:
                found[readings[0].lemma] = (price, form, readings)
    if not found:
        return None
    _, form, readings = min(found.values(), key=lambda item: item[0])
    sure = readings[0].lemma in field_words() or (len(word) >= LONG_ENOUGH and len(readings[0].parts) < 3)
    if sure or (len(found) == 1 and len(word) > typos.SHORTEST):
        return Spelling(((form, readings),), "typo")
    return None
