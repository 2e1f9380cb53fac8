"""Cuts a message into sentences and clauses, so that a negation or a person reaches only what it is said of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .lists import ContextWords
from .words import Word

SENTENCE = re.compile(r"[.?!;…\n()]|--|–|—|[^\s\w.,:;!?'\"/%&+*=<>#@_\-]")
ONLY_AFTER = ("ole", "ollut", "muita", "muuta", "jaanyt")
AND = ("ja", "seka")
# "Olin töissä, nyt sairauslomalla": what is now is said apart from what was.
NOWADAYS = ("nyt", "nykyaan", "nykyisin")
# What is further away in words without a mark between does not decide where a clause begins.
LONGEST_CLAUSE = 40
NO_END = re.compile(r"^[.]$")


def cut(words: Sequence[Word], lists: ContextWords) -> None:
    """Numbers the sentence and clause of every word, in place."""
    sentence = clause = 0
    for place, word in enumerate(words):
        before = words[place - 1] if place else None
        if before and _ends_sentence(before, word, lists):
            sentence += 1
            clause += 1
        elif before and _starts_clause(words, place, lists):
            clause += 1
        word.sentence, word.clause = sentence, clause
    _pull_back_objects(words)


def _ends_sentence(before: Word, word: Word, lists: ContextWords) -> bool:
    marks = word.break_before
    if not marks or not SENTENCE.search(marks) or (marks == "." and word.token.start == before.token.end + 1):
        return False
    number_or_short = before.token.kind == "number" or before.token.original.lower() in lists.abbreviations
    return not (NO_END.match(marks.strip()) and number_or_short and not word.token.original[:1].isupper())


def _starts_clause(words: Sequence[Word], place: int, lists: ContextWords) -> bool:
    word, rest = words[place], _chunk(words, place, lists)
    so_far = _clause_so_far(words, place)
    if _within(words, place, so_far, lists):
        return False
    if word.is_one_of(lists.boundaries):
        return word.norm != "vaikka" or any(verbal(w, lists) for w in rest)
    if "," in word.break_before and word.norm in NOWADAYS:
        return True
    if word.break_before.strip(" -") or (word.norm in lists.links and not _after_denial(words, place, lists)):
        if _one_of_two(words, place, so_far, lists):
            return False
        own_remark = any(verbal(w, lists) or w.norm in lists.myself for w in rest) or _theirs(rest, lists)
        return own_remark or ("," in word.break_before and verbless_mix(so_far, rest))
    spoken = [w for w in so_far if verbal(w, lists)]
    if word.norm in lists.negations:
        return any(w.finite and not w.any_has("case", "partitive") for w in spoken) and not word.has("question", "true")
    denied = any(w.norm in lists.negations for w in so_far) and words[place - 1].norm not in lists.question_words
    return denied and word.finite and word.token.norm != "ole" and _own_verb(word) and len(spoken) > 1


def _theirs(rest: Sequence[Word], lists: ContextWords) -> bool:
    """As in "olen töissä ja miehellä vapaata": what somebody near has, without a verb."""
    owner = rest[1] if len(rest) > 2 else None
    return owner is not None and owner.named(lists.people) and owner.has("case", "adessive")


def _after_denial(words: Sequence[Word], place: int, lists: ContextWords) -> bool:
    """Whether "sitten" only stands between the negation and its verb, as in "en sitten puhu"."""
    return words[place].norm == "sitten" and words[place - 1].norm in lists.negations


def _one_of_two(words: Sequence[Word], place: int, so_far: Sequence[Word], lists: ContextWords) -> bool:
    """Whether the link joins two nouns of which the verb tells alike: "asumislisä ja opintoraha jäädytettiin"."""
    link, following = words[place], words[place + 1] if place + 1 < len(words) else None
    if link.norm not in AND or link.break_before.strip() or following is None or not so_far:
        return False
    nouns = [so_far[-1], following]
    alike = all(word.token.pos == "nimisana" for word in nouns) and nouns[0].token.case == nouns[1].token.case
    return alike and not any(verbal(word, lists) for word in so_far) and not following.break_after.strip()


def _within(words: Sequence[Word], place: int, so_far: Sequence[Word], lists: ContextWords) -> bool:
    """Whether a word that often opens a clause does not do so here: "muuta kuin", "työtä vaan", "joka päivä"."""
    word = words[place]
    if word.norm in ("kun", "kuin"):
        denied = any(w.norm in lists.negations for w in so_far)
        than = denied and not any(verbal(w, lists) for w in _chunk(words, place, lists))
        return than or ("," not in word.break_before and any(w.norm in ONLY_AFTER for w in so_far[-2:]))
    return (word.norm == "vaan" and _only(words, place, lists)) or _every(words, place)


def _every(words: Sequence[Word], place: int) -> bool:
    """Whether "joka" is that of "joka päivä" and not that of "mies, joka auttaa"."""
    following = words[place + 1] if words[place].norm == "joka" and place + 1 < len(words) else None
    return (
        following is not None
        and not following.break_before.strip()
        and (following.token.pos in ("nimisana", "lukusana") or following.norm == "ikinen")
    )


def _only(words: Sequence[Word], place: int, lists: ContextWords) -> bool:
    """Whether "vaan" is "vain", as in "työtä vaan haluan", "ei vaan löydy": nothing more is denied since the comma."""
    if words[place].break_before.strip():
        return False
    if words[place - 1].norm in lists.negations:
        return True
    so_far: list[Word] = []
    for word in reversed(words[max(0, place - LONGEST_CLAUSE) : place]):
        so_far.append(word)
        if "," in word.break_before or word.sentence != words[place - 1].sentence:
            break
    return not any(word.norm in lists.negations for word in so_far)


def verbless_mix(so_far: Sequence[Word], rest: Sequence[Word]) -> bool:
    """Whether a comma parts two remarks without verbs ("ikä 45, ei töitä")."""
    return bool(so_far) and bool(rest) and any(word.token.kind == "number" for word in so_far)


def verbal(word: Word, lists: ContextWords) -> bool:
    """Whether the word is a verb in a person, or a negation."""
    return word.finite or word.norm in lists.negations


def _own_verb(word: Word) -> bool:
    """Whether the verb cannot be the one the negation denies ("en ole töissä asun...")."""
    return word.first_person or word.token.norm in ("on", "ovat")


def _clause_so_far(words: Sequence[Word], place: int) -> Sequence[Word]:
    start, first = place, max(0, place - LONGEST_CLAUSE)
    while start > first and words[start - 1].clause == words[place - 1].clause:
        start -= 1
    return words[start:place]


def _chunk(words: Sequence[Word], place: int, lists: ContextWords) -> Sequence[Word]:
    end = place + 1
    while end < min(len(words), place + LONGEST_CLAUSE):
        word = words[end]
        bound = word.is_one_of(lists.boundaries) and not (word.norm == "vaan" and _only(words, end, lists))
        if bound or word.norm in lists.links or word.break_before.strip(" -"):
            break
        end += 1
    return words[place:end]


def _pull_back_objects(words: Sequence[Word]) -> None:
    """In "ei ole töitä velkaa on" the object belongs to the verb after it."""
    for before, word in pairwise(words):
        begun_with_on = word.clause == before.clause + 1 and word.token.norm == "on" and not word.break_before.strip()
        not_alone = before.index and words[before.index - 1].clause == before.clause
        if begun_with_on and not_alone and before.has("case", "partitive", "adessive"):
            before.clause = word.clause
