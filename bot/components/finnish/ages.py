"""The writer's own age: "viiskytkaks", "kohta 30", "synt. 1994", "nelikymppinen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from .clauses import Clause, clauses, cues, someone_else
from .dates import DATE
from .numbers import NumberSpan, parse_numbers, word_value
from .times import unit_of
from .tokens import Normalised, Token
from .values import Value

YOUNGEST, OLDEST = 10, 99
BEFORE_AGE = ("teonsana", "asemosana", "seikkasana", "sidesana", "huudahdussana")
AFTER_AGE = ("sidesana", "seikkasana", "asemosana", "kieltosana", "teonsana")
GROWN, ADULT, RETIRED = 14, 18, 80
BORN = re.compile(r"syntyny|synt\b|syntynyt|synnyin|syntymävuo|vuosimalli|vm\b|\bs\.")
DECADE = re.compile(r"(?P<ten>[a-zäö]*?)-?(?:kymppi(?:nen|sen|senä|siä|set|stä|sten)|kybäi?nen|kympin)$")
TENS = {
    "kaks": 20,
    "kaksi": 20,
    "kolme": 30,
    "kolmi": 30,
    "kol": 30,
    "neli": 40,
    "neljä": 40,
    "nel": 40,
    "viis": 50,
    "viisi": 50,
    "kuus": 60,
    "kuusi": 60,
    "seittemän": 70,
    "seitsemän": 70,
    "seiska": 70,
    "kaheksan": 80,
    "kahdeksan": 80,
}


def find_age(norm: Normalised, today: date, asked: bool) -> Value | None:
    """The writer's age in full years on `today`, None where it is not said.

    `asked` tells that the message answers a question about age, so that a bare number is one.
    """
    tokens = norm.tokens
    numbers = parse_numbers(tokens)
    for clause in clauses(tokens):
        words = clause.of(tokens)
        if someone_else(words):
            continue
        own = [n for n in numbers if clause.first <= n.first <= clause.last]
        found = _born(norm, clause, own, today, asked) or _decade(norm, clause) or _number(norm, clause, own, asked)
        if found is not None:
            return found
    return None


def _value(norm: Normalised, value: float, start: int, end: int, *, certain: bool = True) -> Value | None:
    if value != int(value) or not YOUNGEST <= value <= OLDEST:
        return None
    return Value(int(value), start, end, norm.words(start, end), certain)


def _born(norm: Normalised, clause: Clause, numbers: Sequence[NumberSpan], today: date, asked: bool) -> Value | None:
    words = clause.of(norm.tokens)
    text = norm.original[words[0].start : words[-1].end + 1].lower()
    if match := DATE.search(text):
        return _on_date(norm, words, match, today) if asked or BORN.search(text) else None
    if not BORN.search(text) and not _born_in(words):
        return _bare_year(norm, words, numbers, today) if asked else None
    for number in numbers:
        year = int(number.value)
        if number.value != year:
            continue
        if 0 <= year < 100:
            year += 1900 if year + 2000 > today.year - YOUNGEST else 2000
        if 1900 < year <= today.year:
            return _value(norm, today.year - year, words[0].start, words[-1].end)
    return None


def _on_date(norm: Normalised, words: Sequence[Token], match: re.Match[str], today: date) -> Value | None:
    """The age of someone born on a full date."""
    if not match.group(3) or not 1 <= int(match.group(2)) <= 12:
        return None
    day, month, year = (int(part) for part in match.group(1, 2, 3))
    year += 0 if year > 100 else 1900 if year + 2000 > today.year - YOUNGEST else 2000
    age = today.year - year - ((today.month, today.day) < (month, day))
    return _value(norm, age, words[0].start, words[-1].end)


def _bare_year(norm: Normalised, words: Sequence[Token], numbers: Sequence[NumberSpan], today: date) -> Value | None:
    """As in "1985" and "-85" as an answer are the year of birth."""
    if len(numbers) != 1 or sum(1 for t in words if t.kind == "word") > 2:
        return None
    number = numbers[0]
    year = int(number.value)
    short = norm.original[max(0, number.start - 1) : number.start] in ("-", "–", "'") and 0 <= year < 100
    if short:
        year += 1900 if year + 2000 > today.year - YOUNGEST else 2000
    if not 1900 < year < today.year:
        return None
    return _value(norm, today.year - year, number.start, number.end)


def _born_in(words: Sequence[Token]) -> bool:
    return any(token.lemma == "syntyä" or token.original.lower().startswith(("synty", "synny")) for token in words)


def _decade(norm: Normalised, clause: Clause) -> Value | None:
    """As in "viiskymppinen" is 50, "parikymppinen" and "kolmenkympin korvilla" only about that."""
    words = clause.of(norm.tokens)
    for token in words:
        word = token.original.lower()
        if word.endswith("vuotias") and (years := word_value(word.removesuffix("vuotias"))):
            return _value(norm, years, token.start, token.end)
        match = DECADE.fullmatch(token.original.lower()) or DECADE.fullmatch(token.norm)
        if match is None or not match["ten"]:
            continue
        tens = match["ten"].removesuffix("n").removesuffix("e") if match["ten"] not in TENS else match["ten"]
        loose = match["ten"].startswith("pari")
        value = 20 if loose else TENS.get(tens) or (word_value(match["ten"]) or 0) * 10
        if value and not _bounded(words, token):
            less = _soon(words, token)
            certain = not loose and not any(t.norm in cues("age_about") for t in words)
            return _value(norm, value - less, token.start, token.end, certain=certain)
    return None


def _before(words: Sequence[Token], token: Token) -> list[str]:
    return [other.norm for other in words if other.start < token.start][-3:]


def _bounded(words: Sequence[Token], token: Token) -> bool:
    after = next((t.norm for t in words if t.start >= token.end), "")
    if after in ("+", "plus"):
        return True
    return not cues("age_bound").isdisjoint(_before(words, token))


def _soon(words: Sequence[Token], token: Token) -> int:
    """One year when the age is still ahead: "kohta 30", "täytän 18 maaliskuussa"."""
    ahead = any(t.norm in cues("age_ahead") for t in words)
    ahead = ahead or any(t.norm in cues("age_ahead_word") for t in words)
    return int(ahead or not cues("age_soon").isdisjoint(_before(words, token)))


def _number(norm: Normalised, clause: Clause, numbers: Sequence[NumberSpan], asked: bool) -> Value | None:
    words = clause.of(norm.tokens)
    for number in numbers:
        token = norm.tokens[number.first]
        if number.kind not in ("cardinal", "noun") or _bounded(words, token) or _denied(norm.tokens, number):
            continue
        named = _named(norm.tokens, number, words)
        if not (named or (asked and _bare(norm.tokens, number))):
            continue
        end = number.end
        if number.last + 1 < len(norm.tokens) and _is_years(norm.tokens[number.last + 1]):
            end = norm.tokens[number.last + 1].end
        certain = not number.about and not any(t.norm in cues("age_about") for t in words)
        found = _value(norm, number.value - _soon(words, token), number.start, end, certain=certain)
        if found is not None:
            return found
    return None


def _denied(tokens: Sequence[Token], number: NumberSpan) -> bool:
    """As in "43 enkä 34", "en ole 34": the number is what the age is not."""
    before = [token.norm for token in tokens[max(0, number.first - 3) : number.first]]
    negated = any(word in ("enkä", "en", "eikä", "ei") for word in before)
    return negated and "vaan" not in before and "," not in before


def _is_years(token: Token) -> bool:
    return not cues("age_years").isdisjoint((token.original.lower(), token.norm, token.lemma))


def _following(tokens: Sequence[Token], number: NumberSpan) -> list[Token]:
    rest = list(tokens[number.last + 1 : number.last + 4])
    return rest[1:] if rest and rest[0].original in "-–" else rest


def _named(tokens: Sequence[Token], number: NumberSpan, words: Sequence[Token]) -> bool:
    """Whether the words around the number say that it is an age, which nobody says of the past."""
    following = _following(tokens, number)
    after = following[0] if following else None
    past = any(t.lemma == "olla" and t.features.get("tense") == "past_imperfective" for t in words)
    inflected = after is not None and after.norm.startswith("vuotia") and after.norm not in ("vuotias", "vuotiaita")
    if past or inflected:
        return False
    if _held(words, number, after):
        return False
    old = len(following) > 1 and _is_years(following[0]) and following[1].lemma == "vanha"
    named = after is not None and (after.lemma in ("vuotias", "-vuotias", "ikäinen") or after.norm.endswith("vuotias"))
    aged = any(t.lemma == "ikä" or t.norm in cues("age_reached") for t in words)
    return old or named or aged or _abbreviated(words, number, after) or _likely(tokens, number, words, after)


def _held(words: Sequence[Token], number: NumberSpan, after: Token | None) -> bool:
    """Whether the years belong to a marriage, a membership or a job: "liitossa 20 v", "talossa 31 vuotta"."""
    if after is None or not _is_years(after):
        return False
    near = [t for t in words if t.end <= number.start][-2:] + [t for t in words if t.start >= after.end][:1]
    return any(t.norm.endswith(tuple(cues("age_held"))) for t in near if t.kind == "word")


def _abbreviated(words: Sequence[Token], number: NumberSpan, after: Token | None) -> bool:
    """As in "lomautettuna syyskuusta, 47v": years cut short are an age unless a state just before lasts them."""
    if after is None or after.original.lower() not in ("v", "vee") or not ADULT <= number.value <= RETIRED:
        return False
    if any(t.norm in cues("age_ahead") for t in words):
        return False
    before = [t for t in words if t.end <= number.start][-1:]
    return not any(_time_cue(t) or t.case == "essive" for t in before)


def _likely(tokens: Sequence[Token], number: NumberSpan, words: Sequence[Token], after: Token | None) -> bool:
    """Whether the number is an age by what the clause is: "58 v", "olen 52", "nainen 51v"."""
    if _listed(words, number) and not tokens[number.first].norm.endswith("nen"):
        return GROWN <= number.value <= RETIRED
    if any(_time_cue(t) for t in words):
        return False
    own = any(t.lemma in ("olla", "täyttää") and _present(t) for t in words)
    alone = all(t is after or t.kind == "mark" or number.first <= tokens.index(t) <= number.last for t in words)
    if (number.about and own) or _cut_about(words, number):
        return True
    if after is not None and _is_years(after):
        done = any(t.features.get("participle") == "past_active" and t.lemma != "olla" for t in words)
        return number.value >= GROWN and ((own and not done) or alone or any(t.lemma in cues("adult") for t in words))
    if alone and _described(tokens, number):
        return GROWN <= number.value <= RETIRED
    return own and number.value >= GROWN and _ends_here(number, words)


def _time_cue(token: Token) -> bool:
    """Whether the word tells that years are counted: "työttömänä", not "olen työtön"."""
    if token.lemma == "työtön" and token.case == "nominative":
        return False
    return not cues("age_time").isdisjoint(token.lemmas) or token.norm in cues("age_time")


def _described(tokens: Sequence[Token], number: NumberSpan) -> bool:
    """As in "olen kolmen lapsen äiti, 38": a bare number after what the writer is."""
    before = tokens[: number.first]
    own = any(t.lemma == "olla" and _present(t) for t in before) and not any(t.kind == "number" for t in before)
    return bool(before) and before[-1].original == "," and (own or all(t.lemma in cues("adult") for t in before[:-1]))


def _cut_about(words: Sequence[Token], number: NumberSpan) -> bool:
    """As in "vähän päälle neljäkymmentä": a round number with words that people use of ages."""
    return number.value % 10 == 0 and any(t.norm in ("päälle", "paremmalla", "korvilla") for t in words)


def _present(token: Token) -> bool:
    return token.features.get("person") == "1" and token.features.get("tense") == "present_simple"


def _ends_here(number: NumberSpan, words: Sequence[Token]) -> bool:
    """Whether nothing is counted by the number: no noun follows it in the clause."""
    rest = [t for t in words if t.start >= number.end and t.kind != "mark" and len(t.original) > 1]
    before = [t for t in words if t.end <= number.start]
    said = max((i for i, t in enumerate(before) if t.lemma == "olla" and _present(t)), default=0)
    short = all((t.pos in BEFORE_AGE or _names(t)) and not t.features.get("participle") for t in before[said:])
    return short and (not rest or rest[0].pos in AFTER_AGE or _names(rest[0]) or _describes(rest[0]))


def _listed(words: Sequence[Token], number: NumberSpan) -> bool:
    """As in "57 mikkeli", "nainen 34 turku", "joensuusta 44": nothing but who, where and a number."""
    rest = [t for t in words if t.kind != "mark" and not number.start <= t.start < number.end]
    return bool(rest) and all(_names(t) or t.lemma in cues("adult") for t in rest)


def _names(token: Token) -> bool:
    return bool(token.place) or token.pos in ("etunimi", "sukunimi", "paikannimi")


def _describes(token: Token) -> bool:
    adjective = token.pos in ("laatusana", "nimisana_laatusana") and token.case == "nominative"
    return adjective or token.lemma in cues("adult")


def _bare(tokens: Sequence[Token], number: NumberSpan) -> bool:
    """Whether an asked age can be the number, which counts no money, months or children."""
    following = _following(tokens, number)
    if _held(tokens, number, following[0] if following else None):
        return False
    if following and following[0].norm.startswith("vuotiaa") and following[0].norm != "vuotiaita":
        return False
    after = following[0] if following else None
    unit = unit_of(after) if after is not None else None
    if unit is not None and unit.name != "year":
        return False
    if unit is not None and len(tokens) > 4 and any(t.pos == "teonsana" and not _present(t) for t in tokens):
        return False
    if after is None or _is_years(after) or not cues("age_count").isdisjoint((after.norm, *after.lemmas)):
        return True
    return after.pos != "nimisana" and after.original != "%"


def age_limits(norm: Normalised) -> tuple[int | None, int | None] | None:
    """Lowest and highest age of "alle kolmekymppinen" and "yli 50", where only a limit is said."""
    tokens = norm.tokens
    for number in parse_numbers(tokens):
        before = tokens[number.first - 1].norm if number.first else ""
        value = int(number.value)
        if before in ("alle", "yli") and YOUNGEST <= value <= OLDEST and _limit_of_age(tokens, number):
            return (None, value - 1) if before == "alle" else (value, None)
    return None


def _limit_of_age(tokens: Sequence[Token], number: NumberSpan) -> bool:
    following = _following(tokens, number)
    return not following or following[0].kind == "mark" or _is_years(following[0]) or following[0].pos == "sidesana"
