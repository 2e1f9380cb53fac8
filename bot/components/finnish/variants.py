"""Guesses of the written forms that a spoken, dialectal or dotless form may stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

VOWELS = "aeiouyäö"
CONSONANTS = "bcdfghjklmnpqrstvwxzš"
MOST = 160
Rule = tuple[float, Callable[[str], "list[str]"]]


def _harmony(stem: str) -> str:
    """The vowel a or ä that an ending takes after the stem."""
    back = max((stem.rfind(v) for v in "aou"), default=-1)
    front = max((stem.rfind(v) for v in "äöy"), default=-1)
    return "a" if back > front else "ä"


def _ending(pattern: str, *replacements: str) -> Callable[[str], list[str]]:
    r"""A rule for the end of a word; A stands for a or ä, and \\1 for the first group."""
    compiled = re.compile(pattern + "$")

    def apply(word: str) -> list[str]:
        found = compiled.search(word)
        if not found:
            return []
        vowel = _harmony(word[: found.start() + 1])
        return [word[: found.start()] + found.expand(r).replace("A", vowel) for r in replacements]

    return apply


def _inside(pattern: str, *replacements: str) -> Callable[[str], list[str]]:
    """A rule for any one place inside a word."""
    compiled = re.compile(pattern)

    def apply(word: str) -> list[str]:
        return [
            word[: m.start()] + m.expand(r) + word[m.end() :] for m in compiled.finditer(word) for r in replacements
        ]

    return apply


def dots(word: str) -> list[str]:
    """The word with one run of its letters a and o written as ä and ö."""
    places = [i for i, letter in enumerate(word) if letter in "ao"]
    if not places or len(places) > 12:
        return []
    runs = [(0, len(places))]
    runs += [(0, n) for n in range(len(places) - 1, 0, -1)] + [(n, len(places)) for n in range(1, len(places))]
    runs += [(a, b) for a in range(1, len(places)) for b in range(a + 1, len(places))]
    return [_dotted(word, places[a:b]) for a, b in runs]


def _dotted(word: str, places: list[int]) -> str:
    letters = list(word)
    for place in places:
        letters[place] = "ä" if letters[place] == "a" else "ö"
    return "".join(letters)


def _svarabhakti(word: str) -> list[str]:
    """Eastern and Ostrobothnian extra vowel: jalaka -> jalka, kolome -> kolme."""
    return [
        word[: m.start(2)] + word[m.end(2) :]
        for m in re.finditer(r"([aeiouyäö])[lnhr]([aeiouyäö])(?=[kmpvjhfg])", word)
        if m.group(1) == m.group(2) or m.group(2) in "ei"
    ]


# The smaller the number, the commoner the way of writing.
RULES: list[Rule] = [
    (0.1, _inside(r"(.)\1{2,}", r"\1", r"\1\1")),
    (1.0, _ending(r"([aeiouyäö])ks", r"\1ksi", r"\1ko")),
    (1.0, _ending(r"nks", r"nko")),
    (1.0, _ending(r"([aeiouyäö])\1s", r"\1ssA", r"\1\1ssA", r"\1\1n")),
    (1.1, _ending(r"([aeiouyäö])s", r"\1ssA", r"\1isi")),
    (0.9, _ending(r"([aäeo])s", r"\1si")),
    (0.9, _ending(r"([uyoö])", r"\1i")),
    (1.1, _ending(r"([aeiouyäö])s[aä]", r"\1ssA")),
    (0.5, _inside("x", "ks")),
    (0.9, _inside("ee(?=st[iä])", "eä", "ea")),
    (1.0, _ending(r"([aeiouyäö])\1(st|lt|l)", r"\1\2A")),
    (1.0, _ending(r"([aeiouyäös])st", r"\1stA", r"\1sti")),
    (1.0, _ending(r"([aeiouyäö])h\1n", r"\1\1n")),
    (1.1, _inside(r"(?<=[nlrksv])h(?=[aeiouyäö])", "")),
    (1.1, _ending(r"i(a|ä)", r"e\1")),
    (0.9, _inside(r"(?<=[^aeiouyäö])ott(?=[aoiue])", "oitt")),
    (0.9, _inside(r"(?<=[^aeiouyäö])ött(?=[äöiye])", "öitt")),
    (1.0, _ending(r"([aeiouyäö])lt", r"\1ltA")),
    (1.0, _ending(r"([aeiouyäö])l", r"\1llA")),
    (1.1, _ending(r"([aeiouyäö])l[aä]", r"\1llA")),
    (1.3, _ending(r"([aeiouyäö])l(e?)", r"\1lle")),
    (0.9, _ending(r"([nlrs])(u|y)", r"\1\2t")),
    (1.2, _ending(r"([nlrs])(u|y)(t|nn?a|nn?ä|nna|nnä|d)", r"\1\2t")),
    (1.2, _ending(r"([nlrs])u?nn?[aä]", r"\1ut", r"\1yt")),
    (0.9, _ending(r"ki", "kin")),
    (0.9, _ending(r"k(a|ä)\1", r"k\1\1n")),
    (1.0, _ending(r"h(a|ä)", r"h\1n")),
    (1.2, _ending(r"([aeiouyäö])\1", r"\1\1n")),
    (1.4, _ending(r"([aeiouyäö])", r"\1n")),
    (1.0, _ending(r"ne", "nen")),
    (1.0, _ending(r"(o|a|ö|ä|u)(nen|set|sen|sta|stä|sia|siä)", r"\1i\2")),
    (1.0, _ending(r"ee", "eA", "eAA", "ien")),
    (1.0, _ending(r"uu", "uA", "uAA", "yä")),
    (1.0, _ending(r"yy", "yä")),
    (1.0, _ending(r"ii", "iA")),
    (1.0, _ending(r"oo", "oA", "oAA", "aa")),
    (1.0, _ending(r"öö", "öä", "ää")),
    (1.0, _ending(r"uun", "uAn")),
    (1.0, _ending(r"een", "eAn")),
    (1.0, _ending(r"oon", "oAn")),
    (1.0, _ending(r"([aeiouyäö])\1(n|t)", r"\1\2", r"\1A\2")),
    (1.2, _ending(r"([aeiouyäö])\1n", r"\1mAAn")),
    (1.2, _ending(r"([aeiouyäö])i(t)", r"\1it\2A", r"\1itA")),
    (1.2, _ending(r"([aeiouyäö])t", r"\1tA", r"\1tt\1")),
    (1.2, _ending(r"i(s|sin|sit|sivat)", r"aisi", r"isi")),
    (1.0, _ending(r"(.)as(in|it|i)", r"\1ais\2")),
    (1.0, _ending(r"([eäouy])sin", r"\1isin")),
    (1.2, _ending(r"mma", "mme")),
    (1.2, _ending(r"([aä])mi(n|s)", r"\1mi\2e")),
    (1.3, _ending(r"([aeiouyäö])", r"\1t")),
    (1.3, _ending(r"(v|m|l)aa", r"\1at", r"\1an")),
    (1.0, _inside(r"(?<=[aeiouyäö])h(?=[aeiouyäö])", "hd")),
    (1.1, _inside(r"(?<=[aeiouyäö])[jrv](?=[aeiouyäö])", "d", "")),
    (1.1, _inside(r"(?<=[aeiouyäö])(?=[aeiouyäö])", "d")),
    (1.1, _inside(r"(?<=h)r(?=[aeiouyäö])", "d")),
    (1.2, _inside(r"h(?=[eaä])", "hd")),
    (1.0, _inside(r"(?<=h)[aeiouyäö]r(?=[aeiouyäö])", "d")),
    (1.2, _inside("ht(?=[aou])", "ts")),
    (0.9, _ending(r"ee(t[aä]|ss[aä]|ll[aä]|lt[aä]|lle|ksi|n[aä]|mpi|mp[aä][aä])", r"eA\1")),
    (1.0, _svarabhakti),
    (1.1, _inside(r"ij(?=[aeouäö])", "i")),
    (1.1, _inside(r"([uy])v(?=[aeioäö])", r"\1")),
    (1.1, _inside("ua", "aa")),
    (1.1, _inside("iä", "ää", "e")),
    (1.2, _inside("uo(?=.)", "oo")),
    (1.1, _inside(r"([kptlmnrsvhj])\1(?=([aeiouyäö])\2)", r"\1")),
    (1.2, _inside(r"([kptlmnrsv])\1(?=[aeiouyäö]i)", r"\1")),
    (1.2, _inside("tt(?=[aäou])", "ts")),
    (1.3, _inside(r"(?<=[aäoöuy])(?=[^aeiouyäö][^aeiouyäö]?[aeiouyäö])", "i")),
    (0.8, dots),
]


def variants(word: str) -> Iterator[tuple[float, str]]:
    """Written forms that the word may stand for, with their costs, the cheapest first."""
    best: dict[str, float] = {}
    for price, rule in RULES:
        for rank, form in enumerate(rule(word)):
            _keep(best, form, price + 0.02 * rank)
    first = sorted(best.items(), key=lambda item: item[1])
    for form, price in first[:24]:
        if len(best) > MOST:
            break
        for more, rule in RULES:
            for rank, deeper in enumerate(rule(form)):
                _keep(best, deeper, price + more + 0.3 + 0.02 * rank)
    best.pop(word, None)
    ranked = sorted(best.items(), key=lambda item: item[1])[:MOST]
    return iter([(price, form) for form, price in ranked])


def _keep(best: dict[str, float], form: str, price: float) -> None:
    if len(form) > 1 and price < best.get(form, 9.0):
        best[form] = price
