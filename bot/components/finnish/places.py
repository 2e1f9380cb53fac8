"""Municipalities in a message and what the person says of each: lives, was born, works or wants to live there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from . import place_names
from .clauses import Clause, clauses, cues, has, someone_else
from .place_names import PlaceForm
from .place_people import at_someones, lived, of_another, of_oneself, verbs
from .tokens import Normalised, Token
from .voikko import analyse

Role = Literal["lives", "born", "works", "wants", "unknown"]
# "Oulussa ei oo töitä" is said where one lives.
NO_WORK = ["ei", "olla", "työ"]
LOCAL = ("inessive", "elative", "adessive", "ablative")
TOWARDS = ("illative", "allative")


@dataclass(frozen=True)
class Place:
    """A municipality by its official name, its place in the original text and its role in the person's life.

    `said` tells that living there is said in so many words, not only answered;
    `plain` that the name is no common word and nobody's name; `right` that it puts an earlier one right.
    """

    name: str
    start: int
    end: int
    certain: bool
    role: Role
    words: str = ""
    case: str = ""
    said: bool = False
    plain: bool = False
    right: bool = False


@dataclass(frozen=True)
class _Hit:
    """A name found at tokens `first` to `last`."""

    form: PlaceForm
    case: str
    first: int
    last: int
    exact: bool


def find_municipalities(norm: Normalised, asked: bool) -> list[Place]:
    """Every municipality of the message in order.

    `asked` tells that the message answers a question about the home municipality, so that a bare name is one.
    """
    tokens = norm.tokens
    parts = clauses(tokens)
    found: list[Place] = []
    index = 0
    while index < len(tokens):
        hit = _at(tokens, index)
        if hit is None:
            index += 1
            continue
        clause = next((c for c in parts if c.first <= hit.first <= c.last), Clause(hit.first, hit.last))
        if _is_meant(tokens, clause, hit, asked):
            found.append(_place(norm, clause, hit, asked))
        index = hit.last + 1
    return _settled(found)


def find_home(norm: Normalised, asked: bool) -> Place | None:
    """The municipality where the writer lives now, None where it is not said."""
    homes = [place for place in find_municipalities(norm, asked) if place.role == "lives"]
    return homes[0] if homes else None


def _at(tokens: Sequence[Token], i: int) -> _Hit | None:
    if tokens[i].kind != "word":
        return None
    return _joined(tokens, i) or _single(tokens, i)


def _joined(tokens: Sequence[Token], i: int) -> _Hit | None:
    """A name written in two words: "Lapeen ranta", "S:t Michel", "Koski Tl"."""
    if i + 1 >= len(tokens) or tokens[i + 1].kind != "word" or tokens[i].end + 1 != tokens[i + 1].start:
        return None
    one, two = tokens[i].original.lower(), tokens[i + 1].original.lower()
    form = place_names.known(f"{one} {two}")
    if form is None and not place_names.known(two) and len(one) > 2 and len(two) > 3:
        form = place_names.known(one + two)
    return _Hit(form, form.case, i, i + 1, True) if form else None


def _single(tokens: Sequence[Token], i: int) -> _Hit | None:
    form = place_names.known(tokens[i].place) if tokens[i].place else None
    return _Hit(form, form.case, i, i, tokens[i].source != "near_place") if form else None


def _is_meant(tokens: Sequence[Token], clause: Clause, hit: _Hit, asked: bool) -> bool:
    """Whether a form that could be a common word or a person's name is the municipality here."""
    words = clause.of(tokens)
    capital = tokens[hit.first].original[:1].isupper()
    if _alone(tokens, hit, asked) or (asked and _content(words) <= 1) or hit.last > hit.first:
        return True
    if hit.case == "nominative" and _subject(words, tokens[hit.first]):
        return False
    swedish = any(t.norm in ("i", "från", "bor") for t in words)
    if hit.form.kind == "swedish" and (swedish or not capital):
        return asked or swedish
    if hit.case == "genitive" and capital and _of_home(tokens, hit):
        return True
    if hit.exact and _in_a_list(words, hit):
        return True
    if hit.form.also == "word":
        return _word_meant(words, hit, capital=capital, asked=asked)
    if _person_like(hit) and hit.case not in ("inessive", "elative", "illative"):
        return (not hit.form.also and hit.case in LOCAL + TOWARDS) or has(words, "home_word")
    return True


def _in_a_list(words: Sequence[Token], hit: _Hit) -> bool:
    """As in "nainen 34 turku": where, who and a number without a verb; a common word only beside nothing else."""
    told = [t for t in words if t.kind == "number" or t.lemma in cues("adult")]
    others = [t for t in words if t.kind == "word" and t not in told]
    return bool(told) and not verbs(words) and (not hit.form.also or len(others) == 1)


def _word_meant(words: Sequence[Token], hit: _Hit, *, capital: bool, asked: bool) -> bool:
    """Whether "lahdessa" is Lahti: it is said of living or moving, or has a capital inside the message."""
    if hit.case == "nominative":
        return capital and hit.first > 0 and has(words, "lives")
    told = has(words, "lives") or has(words, "moves")
    return hit.case in LOCAL + TOWARDS and (told or (capital and (asked or hit.first > 0)))


def _alone(tokens: Sequence[Token], hit: _Hit, asked: bool) -> bool:
    """Whether an asked message is the name and nothing else that matters."""
    return asked and _content(tokens) <= 1 + hit.last - hit.first


def _subject(words: Sequence[Token], name: Token) -> bool:
    """Whether the name does something, which a municipality as a home does not: "Salla soitti"."""
    return not has(words, "home_word") and any(
        t.pos == "teonsana" and t.lemma != "olla" and t.features.get("person") == "3" and t.start > name.start
        for t in words
    )


def _person_like(hit: _Hit) -> bool:
    named = any(r.pos in ("etunimi", "sukunimi") for r in analyse(hit.form.name))
    return hit.form.also == "person" or (hit.form.kind == "municipality" and named)


def _content(tokens: Sequence[Token]) -> int:
    return sum(1 for token in tokens if token.kind == "word" and token.norm not in cues("place_filler"))


def _place(norm: Normalised, clause: Clause, hit: _Hit, asked: bool) -> Place:
    tokens = norm.tokens
    start, end = tokens[hit.first].start, tokens[hit.last].end
    role = _role(tokens, clause, hit, asked)
    certain = role == "lives" and (hit.exact or asked)
    words = clause.of(tokens)
    right = _corrected(words, hit, tokens)
    said = role == "lives" and (right or has(words, "lives") or has(words, "now") or has(words, "home_noun"))
    plain = hit.exact and (not hit.form.also or _in_a_list(words, hit))
    return Place(hit.form.municipality, start, end, certain, role, norm.words(start, end), hit.case, said, plain, right)


def _role(tokens: Sequence[Token], clause: Clause, hit: _Hit, asked: bool) -> Role:
    words = clause.of(tokens)
    if _alone(tokens, hit, asked) or _here(tokens, hit):
        return "lives"
    if _of_others(words, asked):
        return "unknown"
    if hit.case == "inhabitant":
        return "lives" if not has(words, "past") and of_oneself(words) else "unknown"
    if _wished(words):
        return "wants"
    if has(words, "born"):
        return "born"
    living = has(words, "lives")
    if has(words, "moves") and not living:
        return _moved(hit, words)
    if has(words, "works") and not living and hit.case != "genitive":
        return "works"
    return "lives" if _is_home(tokens, words, hit, living, asked) else "unknown"


def _of_others(words: Sequence[Token], asked: bool) -> bool:
    """Whether the clause tells where somebody else lives."""
    if someone_else(words) and not has(words, "moves") and not (asked and at_someones(words)):
        return True
    return not asked and not has(words, "now") and of_another(words)


def _is_home(tokens: Sequence[Token], words: Sequence[Token], hit: _Hit, living: bool, asked: bool) -> bool:
    """Whether the clause, which tells of no birth, work, wish or move, says that this is the home now."""
    if _negated(words, living) or ((has(words, "past") or lived(words)) and not has(words, "now")):
        return False
    if hit.case == "genitive":
        return (living or asked) and _of_home(tokens, hit)
    if hit.case in ("elative", "ablative") and has(words, "distance"):
        return False
    if not verbs(words) and has(words, "now"):
        return True
    named = (hit.case == "nominative" and _home_named(words)) or _corrected(words, hit, tokens)
    answered = asked and hit.case not in (*TOWARDS, "partitive")
    return living or named or answered or _being_there(words, hit)


def _wished(words: Sequence[Token]) -> bool:
    conditional = any(t.features.get("mood") == "conditional" and t.pos == "teonsana" for t in words)
    return has(words, "wish") or conditional


def _negated(words: Sequence[Token], living: bool) -> bool:
    return living and any(t.pos == "kieltosana" for t in words)


def _moved(hit: _Hit, words: Sequence[Token]) -> Role:
    """Moving into a place is living there once it has happened; what was left is not home."""
    past = any(
        not cues("moves").isdisjoint(t.lemmas)
        and (t.features.get("tense") == "past_imperfective" or t.features.get("participle"))
        for t in words
    )
    return "lives" if hit.case in TOWARDS and past else "unknown"


def _of_home(tokens: Sequence[Token], hit: _Hit) -> bool:
    """As in "Savonlinnan keskustassa": a part of the municipality in a local case, not a neighbour of it."""
    following = tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    if following is None or following.kind != "word" or following.pos in ("suhdesana", "seikkasana", "teonsana"):
        return False
    if following.lemma in ("kunta", "kaupunki", "maalaiskunta", "keskusta"):
        return True
    if following.norm in cues("near") or not cues("near").isdisjoint(following.lemmas):
        return False
    ending = following.norm.endswith(("ssa", "ssä", "lla", "llä", "sta", "stä", "lta", "ltä", "s", "l"))
    return following.case in LOCAL or ending


def _being_there(words: Sequence[Token], hit: _Hit) -> bool:
    """As in "Oulusta oon", "olen Kemistä": said of oneself with "olla"."""
    own = of_oneself(words)
    now = len(verbs(words)) == 1 and any(t.features.get("tense") == "present_simple" for t in words)
    if own and now and hit.case in ("inessive", "adessive"):
        return True
    described = not verbs(words) and any(t.lemma == "vuotias" or t.norm in ("v", "vuotta") for t in words)
    return (own or described) and hit.case in ("elative", "ablative")


def _here(tokens: Sequence[Token], hit: _Hit) -> bool:
    """As in "täällä Oulussa ei oo töitä", "Oulussa näin" and "Oulussa ei oo töitä"."""
    if hit.case not in LOCAL:
        return False
    following = [token.lemma for token in tokens[hit.last + 1 : hit.last + 4]]
    before = tokens[hit.first - 1].norm if hit.first else ""
    return before in ("täällä", "täältä") or _word_after(tokens, hit) == "näin" or (not before and following == NO_WORK)


def _word_after(tokens: Sequence[Token], hit: _Hit) -> str:
    return tokens[hit.last + 1].norm if hit.last + 1 < len(tokens) else ""


def _home_named(words: Sequence[Token]) -> bool:
    """As in "kotikunta on Masku", "kuntani Masku", "Kunta: Masku", not "Rauma on hieno kaupunki"."""
    own = any(t.features.get("possessive") == "1s" or t.norm == "minun" for t in words)
    return has(words, "home_noun") or (has(words, "home_word") and (own or len(words) < 4))


def _corrected(words: Sequence[Token], hit: _Hit, tokens: Sequence[Token]) -> bool:
    """As in "ei vaan Siilinjärvi": nothing but the right name after words that take something back."""
    if hit.case in (*TOWARDS, "partitive", "genitive"):
        return False
    rest = [t for t in words if t.kind == "word" and t not in tokens[hit.first : hit.last + 1]]
    return bool(rest) and all(t.norm in cues("correction") for t in rest)


def _settled(found: list[Place]) -> list[Place]:
    """What is said goes before what is only named; of two homes the later is less certain."""
    if right := [place.name for place in found if place.role == "lives" and place.right]:
        found = [replace(p, role="unknown") if p.role == "lives" and p.name != right[-1] else p for p in found]
    if any(place.said for place in found):
        found = [replace(p, role="unknown", certain=False) if p.role == "lives" and not p.said else p for p in found]
    homes = {place.name for place in found if place.role == "lives"}
    if len(homes) < 2:
        return found
    first = next(place.name for place in found if place.role == "lives")
    return [replace(p, certain=False) if p.role == "lives" and p.name != first else p for p in found]
