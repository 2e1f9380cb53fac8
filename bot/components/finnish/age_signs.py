"""Whether a number in a message is somebody's age, by the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import cues
from .numbers import NumberSpan
from .times import unit_of
from .tokens import Token

BEFORE_AGE = ("teonsana", "asemosana", "seikkasana", "sidesana", "huudahdussana")
AFTER_AGE = ("sidesana", "seikkasana", "asemosana", "kieltosana", "teonsana")
GROWN, ADULT, RETIRED = 14, 18, 80
# "Minulta" and "vuotiaalta" end alike.
CASE_ENDING = 3
# "Sinkku, 44": so many words tell who the writer is before a bare age.
SHORT_DESCRIPTION = 3
DESCRIBING = ("nimisana", "laatusana", "nimisana_laatusana", "lukusana")


def is_years(token: Token) -> bool:
    """Whether the word counts years: "v", "vee", "vuotta"."""
    return not cues("age_years").isdisjoint((token.original.lower(), token.norm, token.lemma))


def words_after(tokens: Sequence[Token], number: NumberSpan) -> list[Token]:
    """The words right after the number, without a hyphen between."""
    rest = list(tokens[number.last + 1 : number.last + 4])
    return rest[1:] if rest and rest[0].original in "-–" else rest


def says_age(tokens: Sequence[Token], number: NumberSpan, words: Sequence[Token]) -> bool:
    """Whether the words around the number say that it is an age, which nobody says of the past."""
    following = words_after(tokens, number)
    after = following[0] if following else None
    past = any(t.lemma == "olla" and t.features.get("tense") == "past_imperfective" for t in words)
    inflected = after is not None and after.norm.startswith("vuotia") and after.norm not in ("vuotias", "vuotiaita")
    if inflected and after is not None and not past and _agrees(tokens[: number.first], after):
        return True
    if past or inflected:
        return False
    if _held(words, number, after):
        return False
    old = len(following) > 1 and is_years(following[0]) and following[1].lemma == "vanha"
    named = after is not None and (after.lemma in ("vuotias", "-vuotias", "ikäinen") or after.norm.endswith("vuotias"))
    counts = after is not None and after.pos == "nimisana" and after.case == "partitive" and not _of_age(after)
    aged = not counts and any(t.lemma == "ikä" or t.norm in cues("age_reached") for t in words)
    aged = aged or _full(words, after)
    return old or named or aged or _abbreviated(words, number, after) or _likely(tokens, number, words, after)


def _of_age(token: Token) -> bool:
    """Whether what is counted are years of age: "vuotta", "ikää", "kesää"."""
    return is_years(token) or token.lemma == "ikä" or not cues("age_count").isdisjoint((token.norm, *token.lemmas))


def _agrees(before: Sequence[Token], years: Token) -> bool:
    """As in "ei multa onnistu, 64-vuotiaalta": the writer is named before in the same case."""
    return any(t.lemma == "minä" and t.norm[-CASE_ENDING:] == years.norm[-CASE_ENDING:] for t in before)


def _last_said(words: Sequence[Token], number: NumberSpan) -> Sequence[Token]:
    """The words from the "olen" before the number on: in "saan rahaa ja olen 18" the money is another matter."""
    starts = [i for i, t in enumerate(words) if t.lemma == "olla" and _present(t) and t.end <= number.start]
    return words[starts[-1] :] if starts else words


def _full(words: Sequence[Token], after: Token | None) -> bool:
    """As in "tulee 58 täyteen", "30 mittariin": the number counts nothing but the years."""
    full = cues("age_full")
    return any(t.norm in full for t in words) and (after is None or after.norm in full or after.pos != "nimisana")


def _held(words: Sequence[Token], number: NumberSpan, after: Token | None) -> bool:
    """Whether the years belong to a marriage, a membership or a job: "liitossa 20 v", "talossa 31 vuotta"."""
    if after is None or not is_years(after):
        return False
    near = [t for t in words if t.end <= number.start][-2:] + [t for t in words if t.start >= after.end][:2]
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
    if any(_time_cue(t) for t in _last_said(words, number)):
        return False
    own = any(t.lemma in ("olla", "täyttää") and _present(t) for t in words) or _simple_am(words)
    alone = all(t is after or t.kind == "mark" or number.first <= tokens.index(t) <= number.last for t in words)
    if (number.about and own) or _cut_about(words, number):
        return True
    if after is not None and is_years(after):
        done = any(t.features.get("participle") == "past_active" and _lasts(t, number) for t in words)
        adult = any(t.lemma in cues("adult") and t.case != "essive" for t in words)
        return number.value >= GROWN and ((own and not done) or alone or adult)
    if _by_now(words, number) or (alone and (_described(tokens, number) or _set_apart(tokens, number))):
        return GROWN <= number.value <= RETIRED
    return own and number.value >= GROWN and _ends_here(number, words)


def _lasts(participle: Token, number: NumberSpan) -> bool:
    """Whether the years may be how long something has gone on: "suomessa olen ollut 14 vuotta"."""
    return participle.lemma != "olla" or 0 <= number.start - participle.end <= 1


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


def _simple_am(words: Sequence[Token]) -> bool:
    """As in "minä ole 29 vuotta", the Finnish of someone who is learning it."""
    return [t.norm for t in words[:2]] in (["minä", "ole"], ["minä", "on"], ["minä", "olla"])


def _set_apart(tokens: Sequence[Token], number: NumberSpan) -> bool:
    """As in "sinkku, 44, Jyväskylä" and "tässä iässä (59)": a bare number between marks after who the writer is."""
    before, after = tokens[: number.first], tokens[number.last + 1 :][:1]
    if not before or number.value != int(number.value) or not ADULT <= number.value <= RETIRED:
        return False
    if before[-1].original == "(":
        return bool(after) and after[0].original == ")"
    ends = before[-1].original == "," and (not after or after[0].original in ",.")
    said = before[:-1]
    plain = all(t.kind == "word" and t.pos in DESCRIBING for t in said) and said[:1] and said[0].case == "nominative"
    return ends and plain and 0 < len(said) <= SHORT_DESCRIPTION


def _by_now(words: Sequence[Token], number: NumberSpan) -> bool:
    """As in "kasvoin laitoksessa, nyt 22": nothing but now and a number."""
    rest = [t.norm for t in words if t.kind != "mark" and not number.start <= t.start < number.end]
    return rest == ["nyt"] and number.value == int(number.value)


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


def may_be_age(tokens: Sequence[Token], number: NumberSpan) -> bool:
    """Whether an asked age can be the number, which counts no money, months or children."""
    following = words_after(tokens, number)
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
    if after is None or is_years(after) or not cues("age_count").isdisjoint((after.norm, *after.lemmas)):
        return True
    return after.pos != "nimisana" and after.original != "%"
