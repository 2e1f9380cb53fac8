"""Rewrites a message the way people in different places speak, so that the scorecard meets more forms of a word."""

import re

HABITS: dict[str, tuple[tuple[str, str], ...]] = {
    "town": (
        (r"\bminä\b", "mä"), (r"\bminun\b", "mun"), (r"\bminua\b", "mua"), (r"\bminut\b", "mut"),
        (r"\bminulla\b", "mul"), (r"\bmulla\b", "mul"), (r"\bole\b", "oo"), (r"\bolen\b", "oon"), (r"\bettä\b", "et"),
        (r"\bkun\b", "ku"), (r"\bitse", "ite"), (r"\btämä\b", "tää"), (r"\bolisi", "ois"), (r"\bolis", "ois"),
        (r"ss[aä]\b", "s"), (r"ll[aä]\b", "l"), (r"st[aä]\b", "st"), (r"ksi\b", "ks"), (r"(n[uy])t\b", r"\1"),
        (r"(aa|ää|ee|ii|oo|uu|yy)n\b", r"\1"), (r"isi(n?)\b", r"is\1"),
    ),
    "savo": (
        (r"\b(minä|mä)\b", "mie"), (r"\b(minua|mua)\b", "minnuu"), (r"\b(minut|mut)\b", "miut"), (r"\bole\b", "oo"),
        (r"\bolen\b", "oon"), (r"\benää\b", "ennää"), (r"\belää\b", "ellää"), (r"\bettä?\b", "jotta"),
        (r"itse", "ihte"), (r"d", ""), (r"ts", "ht"), (r"([aeiouyäö])l([kmpvh])", r"\1l\1\2"),
        (r"(?<=[^\W\daeiouyäö])aa\b", "oo"),
        (r"(?<=[^\W\daeiouyäö])ää\b", "ee"), (r"\bmen", "män"), (r"(n[uy])t\b", r"\1nä"),
    ),
    "west": (
        (r"\b(minä|mä)\b", "mää"), (r"\bolen\b", "oon"), (r"\bole\b", "oo"), (r"d", "r"), (r"ts", "tt"),
        (r"uo", "ua"), (r"yö", "yä"), (r"ie", "iä"), (r"([aeiouyäö])l([kmpv])", r"\1l\1\2"), (r"(a|ä)\1n\b", r"\1h\1n"),
        (r"(n[uy])t\b", r"\1"),
    ),
    "learner": (
        (r"\b(mä|mie|mää)\b", "minä"), (r"\b(en|emmä)\b", "minä ei"), (r"\b(mun)\b", "minun"), (r"\boon\b", "minä on"),
        (r"\bolen\b", "minä on"), (r"\bmulla\b", "minulla"), (r"\b(mua|minua|mut|minut|muhun)\b", "minä"),
        (r"(?<=\w{3})(ssa|ssä|lla|llä|sta|stä|lta|ltä|lle|ksi|ks)\b", ""), (r"(?<=\w{3}[aeiouyäö])n\b", ""),
    ),
}  # fmt: skip


def spoken(text: str, habit: str) -> str:
    """The text by the habits of one kind of speaker."""
    for pattern, by in HABITS[habit]:
        text = re.sub(pattern, by, text)
    return text
