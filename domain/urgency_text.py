"""Cuts a message into words that spelling habits do not hide: no ä/ö, no stretched letters, no digits for letters."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+")
STRETCHED = re.compile(r"(.)\1{2,}")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
SENTENCE_END = re.compile(r"[!?;\n]|(?<!\.)\.(?!\.)")
PAUSE = re.compile(r"[,:()]|\.\.|\s[-\u2013\u2014]+\s")
DIGITS_AS_LETTERS = str.maketrans("013457", "oieast")
SENTENCE_END_SIGN = "$"
PAUSE_SIGN = ","
SHORTEST_STEM = 4
CLITICS = ("kaan", "kin", "ko", "han", "pa", "ks")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a message: where it stands, its sentence and clause, and the folded forms that are looked up."""

    start: int
    end: int
    sentence: int
    clause: int
    forms: tuple[str, ...]


def fold(text: str) -> str:
    """Lower case without diacritics: "Älä" and "ala" are the same word."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def clean(text: str) -> str:
    """The text in composed form, without invisible characters that would cut a word in two."""
    return INVISIBLE.sub("", unicodedata.normalize("NFKC", text))


def words_of(text: str, breaks: Collection[str] = (), fillers: Collection[str] = ()) -> list[Word]:
    """The words of a cleaned text in order, with a sign at each pause and at the end of each sentence.

    A clause ends at a pause and before a word of `breaks`; words of `fillers` are left out (both folded).
    """
    found: list[Word] = []
    sentence = clause = end = 0
    known: dict[str, tuple[str, ...]] = {}
    for match in WORD.finditer(text):
        word = match.group()
        between = text[end : match.start()]
        forms = known.get(word)
        if forms is None:
            forms = known[word] = _forms(fold(word))
        ends = found and _sentence_ends(between, word)
        if ends or (found and PAUSE.search(between)):
            found.append(Word(end, end, sentence, clause, (SENTENCE_END_SIGN if ends else PAUSE_SIGN,)))
            sentence += bool(ends)
            clause += 1
        clause += forms[0] in breaks
        if forms[0] not in fillers:
            found.append(Word(match.start(), match.end(), sentence, clause, forms))
        end = match.end()
    return [*found, Word(end, end, sentence, clause, (SENTENCE_END_SIGN,))]


def _sentence_ends(between: str, following: str) -> bool:
    return SENTENCE_END.search(between) is not None and not (between == "." and following[0].isdigit())


def _forms(word: str) -> tuple[str, ...]:
    """The folded word and what it may stand for; the word itself comes first."""
    if word.isdigit():
        return (word,)
    if not word.isalpha() and word[0].isalpha():
        word = word.translate(DIGITS_AS_LETTERS)
    forms = [STRETCHED.sub(r"\1\1", word)]
    if forms[0] != word:
        forms.append(STRETCHED.sub(r"\1", word))
    for clitic in CLITICS:
        stems = [form.removesuffix(clitic) for form in forms[:2] if form.endswith(clitic)]
        forms += [stem for stem in stems if len(stem) >= SHORTEST_STEM]
    return tuple(dict.fromkeys(forms))
