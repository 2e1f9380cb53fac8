"""Says of each word whether it is told of someone other than the writer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .lists import ContextWords
from .words import Word, next_word

# "Hoidan miestäni, jolla on Parkinson": the clause is of the person just named.
WHO = frozenset(("joka", "jolla", "jonka", "jolle", "jolta", "jota", "jotka", "joilla", "joiden"))
# Also a name, as in "isän Parkinson".
NOUNS = ("nimisana", "sukunimi")
# "Kaverin firma palkkaa" is of the writer.
EMPLOYERS = frozenset(
    ("firma", "yritys", "liike", "kauppa", "ravintola", "paja", "verstas", "korjaamo", "tila", "isanta", "pomo")
)


def own(clause: Sequence[Word], previous: Sequence[Word], lists: ContextWords) -> None:
    """Marks what a clause says of someone else, in place; the clause before it must be marked already."""
    if any(word.norm in lists.media for word in clause) or _wanted_by_others(clause, previous, lists):
        for word in clause:
            word.other = True
        return
    if any(_of_myself(word, clause, lists) for word in clause):
        _genitives(clause, lists)
        return
    someone = any(_is_owner(word, clause, lists) or _does(word, lists) or _told_to(word, lists) for word in clause)
    goes_on = bool(previous) and previous[-1].other and _goes_on(clause, previous, lists)
    someone = someone or (bool(previous) and clause[0].norm in WHO and _is_person(previous[-1], lists))
    theirs = any(_has(word, clause, lists) for word in clause)
    relative = any(_is_person(word, lists) and _is_subject(word, clause, lists) for word in clause)
    for word in clause:
        word.other, word.theirs, word.relative = someone or goes_on, theirs, relative
    _genitives(clause, lists)


def _is_subject(word: Word, clause: Sequence[Word], lists: ContextWords) -> bool:
    """Whether it is the person that the clause tells of: "poika asuu kaverin luona"."""
    doing = any(other.finite and other.has("person", "3", "4") and other.index > word.index for other in clause)
    near = word.has("case", "nominative") and not word.named(lists.strangers)
    return doing and near and _is_owner(word, clause, lists)


def _has(word: Word, clause: Sequence[Word], lists: ContextWords) -> bool:
    """Whether the word is someone outside the family who has something ("siskolla on velkoja")."""
    owner = word.named(lists.outsiders) and word.has("case", "adessive") and _is_owner(word, clause, lists)
    return owner and any(other.token.lemma == "olla" for other in clause)


def _wanted_by_others(clause: Sequence[Word], previous: Sequence[Word], lists: ContextWords) -> bool:
    """Whether it is someone else's wish or advice: "äiti toivoo että opiskelisin", "kaikki sanoo että pitäis"."""
    if clause[0].norm != "etta":
        return False
    theirs = [word for word in previous if word.finite and word.has("person", "3")]
    someone = any(_is_person(word, lists) or word.norm in lists.everyone for word in previous)
    advised = someone and any(word.named(lists.telling) for word in theirs)
    impersonal = not any(_of_myself(word, clause, lists) for word in clause)
    must = advised and impersonal and any(word.named(lists.must) for word in clause)
    return must or any(word.named(lists.hopes) for word in theirs)


def _of_myself(word: Word, clause: Sequence[Word], lists: ContextWords) -> bool:
    own = word.first_person or word.norm in lists.own_negations
    own = own or (word.maybe_first_person and not any(other.finite for other in clause))
    if own or word.norm not in lists.myself:
        return own
    return not _possessor(word, clause, lists) and not _with_us(word, clause, lists)


def _with_us(word: Word, clause: Sequence[Word], lists: ContextWords) -> bool:
    """Whether "meillä" only says where someone else lives, as in "sokea isä asuu meillä"."""
    lives = any(other.finite and other.named(lists.human) and other.has("person", "3") for other in clause)
    return word.norm == "meilla" and lives and any(_is_person(other, lists) for other in clause)


def _possessor(word: Word, clause: Sequence[Word], lists: ContextWords) -> bool:
    """Whether the word only says whose relative it is ("mun mies")."""
    if word.norm not in ("minun", "meidan"):
        return False
    return any(_is_person(other, lists) for other in clause if 0 < other.index - word.index <= 2)


def _is_person(word: Word, lists: ContextWords) -> bool:
    """Whether the word names someone near the writer, also as a compound ("lapsuudenkaveri")."""
    if word.token.kind != "word":
        return False
    ends = any(r.parts[-1:] and r.parts[-1] in lists.people_ends for r in word.token.readings)
    return word.named(lists.people) or (ends and word.token.pos.startswith("nimisana"))


def _is_owner(word: Word, clause: Sequence[Word], lists: ContextWords) -> bool:
    if not (_is_person(word, lists) or _named_subject(word, clause)) or _self_described(word, clause):
        return False
    following = next_word(word, clause)
    if _compared(word, clause):
        return False
    if (following and following.is_one_of(lists.beside)) or (word.has("case", "allative") and word.named(lists.own)):
        return False
    return word.has("case", "nominative", "adessive", "ablative", "allative", "")


def _compared(word: Word, clause: Sequence[Word]) -> bool:
    """Whether the person is only likened to, as in "terve kuin nuori poika"."""
    likened = any(other.norm == "kuin" and 0 < word.index - other.index <= 2 for other in clause)
    return likened and not any(other.finite and other.index > word.index for other in clause)


def _does(word: Word, lists: ContextWords) -> bool:
    """Whether somebody does what only people do: "asuu", "juo"; nobody says it so of oneself."""
    present = word.finite and word.has("person", "3") and word.has("mood", "indicative")
    return present and word.has("tense", "present_simple") and word.token.lemma in lists.human


def _told_to(word: Word, lists: ContextWords) -> bool:
    """Whether the verb is said to or of the bot: "mitä söit", "unohda kaikki"."""
    if not word.finite or word.negation or word.has("question", "true"):
        return False
    asked_back = word.has("person", "2") and word.has("tense", "past_imperfective")
    return asked_back or (word.has("mood", "imperative") and word.named(lists.commands))


def _named_subject(word: Word, clause: Sequence[Word]) -> bool:
    """As in "naapurin Pekka jäi työttömäksi"."""
    named = word.token.pos == "etunimi" and word.has("case", "nominative") and word.token.original[:1].isupper()
    return named and any(w.finite and w.has("person", "3") and w.index > word.index for w in clause)


def _self_described(word: Word, clause: Sequence[Word]) -> bool:
    """As in "22v jätkä porista": who the writer is, with the age before it and without a verb."""
    years = clause[0].token.kind == "number" and not any(w.finite for w in clause)
    aged = any(w.norm in ("v", "vee", "vuotias", "-vuotias") for w in clause)
    return years and aged and word.has("case", "nominative")


def _goes_on(clause: Sequence[Word], previous: Sequence[Word], lists: ContextWords) -> bool:
    first = clause[0]
    if _of_the_house(clause, previous, lists):
        return False
    if first.sentence != previous[-1].sentence:
        return first.norm in lists.they
    if any(word.norm in lists.they for word in clause):
        return True
    if first.norm == "etta" and any(word.norm in lists.media | lists.read for word in previous):
        return True
    verb = next((word.index for word in clause if word.finite), clause[-1].index)
    subject = any(
        word.has("case", "nominative") and word.token.pos.startswith("nimisana") and word.index < verb
        for word in clause
    )
    return not subject and any(word.any_has("person", "3") for word in clause)


def _of_the_house(clause: Sequence[Word], previous: Sequence[Word], lists: ContextWords) -> bool:
    """Whether "ei ole rahaa" after what is told of the writer's children is said of the whole family."""
    about = [word for word in previous if _is_person(word, lists)]
    there_is = [word for word in clause if word.finite] and all(w.token.lemma == "olla" for w in clause if w.finite)
    named = any(word.norm in lists.they or _is_person(word, lists) for word in clause)
    return bool(about and there_is) and all(word.named(lists.own) for word in about) and not named


def _genitives(clause: Sequence[Word], lists: ContextWords) -> None:
    """In "siskon velat" the debts are the sister's, and so is all of "naapurin perhe sai häädön"."""
    own = any(_of_myself(word, clause, lists) for word in clause)
    _described(clause, lists)
    for word in clause:
        if word.named(lists.people) and word.has("case", "genitive"):
            following = [other for other in clause if other.index == word.index + 1]
            if following and following[0].norm in lists.parents:
                continue
            if following and not following[0].is_one_of(lists.beside) and following[0].token.pos.startswith(NOUNS):
                following[0].other = True
                following[0].theirs = word.named(lists.outsiders) and _is_person(following[0], lists)
                _leave_to_outsiders(word, following[0], [] if own else clause, lists)


def _described(clause: Sequence[Word], lists: ContextWords) -> None:
    """In "hoidan kehitysvammaista veljeä" the disability is the brother's."""
    for word, person in pairwise(clause):
        case = person.token.case
        whose = "laatusana" in word.token.pos and word.token.case == case and case not in ("", "nominative", "essive")
        if whose and person.named(lists.people) and not person.named(lists.own):
            word.other = True


def _employer(word: Word) -> bool:
    """Whether the word, or the end of the compound, is a place of work: "autokorjaamo"."""
    return word.is_one_of(EMPLOYERS) or any(r.parts[-1:] and r.parts[-1] in EMPLOYERS for r in word.token.readings)


def _leave_to_outsiders(owner: Word, subject: Word, clause: Sequence[Word], lists: ContextWords) -> None:
    if owner.named(lists.outsiders) and subject.has("case", "nominative") and not _employer(subject):
        for word in clause:
            word.theirs = True
