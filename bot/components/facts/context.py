"""Says of each word whether it is denied, someone else's, past, imagined, asked or guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from .lists import ContextWords
from .words import Negation, Word, fold

BEING = ("olla", "tulla", "jäädä")
# "Kaverin firma palkkaa" is of the writer.
EMPLOYERS = frozenset(("firma", "yritys", "liike", "kauppa", "ravintola", "paja", "verstas", "korjaamo", "tila"))


def clauses_of(words: Sequence[Word]) -> list[list[Word]]:
    """The words clause by clause."""
    return [list(group) for _, group in groupby(words, key=lambda word: (word.sentence, word.clause))]


def mark(words: Sequence[Word], lists: ContextWords) -> None:
    """Sets the context of every word, in place; the words must be cut into clauses."""
    previous: list[Word] = []
    for clause in clauses_of(words):
        _deny(clause, words, lists)
        _own(clause, previous, lists)
        _date(clause, lists)
        _imagine(clause, previous, lists)
        _ask(clause, previous, lists)
        _guess(clause, previous, lists)
        _end(clause, words, lists)
        previous = clause


def _deny(clause: Sequence[Word], words: Sequence[Word], lists: ContextWords) -> None:
    for word in clause:
        if word.norm in lists.negations and not _no_denial(word, words, lists):
            verb = _denied_verb(word, clause)
            negation = Negation(word.index, verb.index if verb else None, verb is None or verb.token.lemma in BEING)
            for other in _reach(word, clause, lists):
                other.negation = negation
        elif word.is_one_of(lists.without):
            for other in clause:
                if 0 < abs(other.index - word.index) <= (3 if other.index > word.index else 1) and not other.finite:
                    other.negation = Negation(word.index, None, True)


def _no_denial(word: Word, words: Sequence[Word], lists: ContextWords) -> bool:
    """Tag questions, "ei pelkästään", "ei kun" and a lone "ei" before a remark of its own deny nothing here."""
    following = words[word.index + 1] if word.index + 1 < len(words) else None
    if word.has("question", "true") or following is None:
        return word.has("question", "true")
    if following.norm in ("kun", "kuin") or following.is_one_of(lists.not_denying):
        return True
    return following.first_person and following.has("negative", "false")


def _denied_verb(negation: Word, clause: Sequence[Word]) -> Word | None:
    after = [word for word in clause if word.index > negation.index]
    for word in after[:6]:
        denied = word.any_has("negative", "both", "true") or word.any_has("participle", "past_active", "past_passive")
        if denied and (word.token.pos == "teonsana" or word.token.lemma in ("olla", "saada", "voida")):
            return word
    return None


def _reach(negation: Word, clause: Sequence[Word], lists: ContextWords) -> Iterator[Word]:
    """The words a negation denies: back to the verb before it, on to the next comma or link."""
    for word in reversed([w for w in clause if w.index < negation.index]):
        if word.finite or word.norm in lists.links:
            break
        yield word
    for word in clause:
        if word.index <= negation.index:
            continue
        if word.norm in ("kuin", "kun", "paitsi") or (word.norm in lists.links and not _spreads(word, clause, lists)):
            break
        if "," in word.break_before and not any(w.norm in lists.spreading for w in clause if w.index > word.index):
            break
        yield word


def _spreads(link: Word, clause: Sequence[Word], lists: ContextWords) -> bool:
    rest = [word for word in clause if word.index > link.index]
    return link.norm in lists.spreading or (len(rest) <= 2 and not any(word.is_one_of(lists.many) for word in rest))


def _own(clause: Sequence[Word], previous: Sequence[Word], lists: ContextWords) -> None:
    """Marks what is said of someone else."""
    if any(word.norm in lists.media for word in clause) or _wanted_by_others(clause, previous, lists):
        for word in clause:
            word.other = True
        return
    if _wanted_of_me(clause, previous, lists):
        for word in clause:
            word.other = True
        return
    if any(_of_myself(word, clause, lists) for word in clause):
        _genitives(clause, lists)
        return
    someone = any(_is_owner(word, clause, lists) or _does(word, lists) or _told_to(word, lists) for word in clause)
    goes_on = bool(previous) and previous[-1].other and _goes_on(clause, previous, lists)
    theirs = any(_has(word, clause, lists) for word in clause)
    relative = any(is_person(word, lists) and _is_subject(word, clause, lists) for word in clause)
    for word in clause:
        word.other, word.theirs, word.relative = someone or goes_on, theirs, relative
    _genitives(clause, lists)


def _is_subject(word: Word, clause: Sequence[Word], lists: ContextWords) -> bool:
    """Whether it is the person that the clause tells of: "poika asuu kaverin luona"."""
    doing = any(other.finite and other.has("person", "3") and other.index > word.index for other in clause)
    near = word.has("case", "nominative") and not word.named(lists.strangers)
    return doing and near and _is_owner(word, clause, lists)


def _has(word: Word, clause: Sequence[Word], lists: ContextWords) -> bool:
    """Whether the word is someone outside the family who has something ("siskolla on velkoja")."""
    owner = word.named(lists.outsiders) and word.has("case", "adessive") and _is_owner(word, clause, lists)
    return owner and any(other.token.lemma == "olla" for other in clause)


def _wanted_by_others(clause: Sequence[Word], previous: Sequence[Word], lists: ContextWords) -> bool:
    """Whether it is someone else's wish, as in "äiti toivoo että opiskelisin"."""
    wishes = any(word.finite and word.has("person", "3") and word.named(lists.hopes) for word in previous)
    return wishes and clause[0].norm == "etta"


def _wanted_of_me(clause: Sequence[Word], previous: Sequence[Word], lists: ContextWords) -> bool:
    """Whether the clause tells what others want of the writer: "äiti toivoo että opiskelisin"."""
    that = bool(previous) and previous[-1].sentence == clause[0].sentence and clause[0].norm == "etta"
    theirs = any(w.finite and w.has("person", "3") and fold(w.token.lemma) in lists.hopes for w in previous)
    return that and theirs and not any(_of_myself(word, previous, lists) for word in previous)


def _of_myself(word: Word, clause: Sequence[Word], lists: ContextWords) -> bool:
    own = word.first_person or word.norm in lists.own_negations
    return own or (word.norm in lists.myself and not _possessor(word, clause, lists))


def _possessor(word: Word, clause: Sequence[Word], lists: ContextWords) -> bool:
    """Whether the word only says whose relative it is ("mun mies")."""
    if word.norm not in ("minun", "meidan"):
        return False
    return any(is_person(other, lists) for other in clause if 0 < other.index - word.index <= 2)


def is_person(word: Word, lists: ContextWords) -> bool:
    """Whether the word names someone near the writer, also as a compound ("lapsuudenkaveri")."""
    if word.token.kind != "word":
        return False
    ends = any(r.parts[-1:] and r.parts[-1] in lists.people_ends for r in word.token.readings)
    return word.named(lists.people) or (ends and word.token.pos.startswith("nimisana"))


def _is_owner(word: Word, clause: Sequence[Word], lists: ContextWords) -> bool:
    if not (is_person(word, lists) or _named_subject(word, clause)) or _self_described(word, clause):
        return False
    following = _next(word, clause)
    if (following and following.is_one_of(lists.beside)) or (word.has("case", "allative") and word.named(lists.own)):
        return False
    return word.has("case", "nominative", "adessive", "ablative", "allative", "")


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
    if first.sentence != previous[-1].sentence:
        return first.norm in lists.they
    if any(word.norm in lists.they for word in clause):
        return True
    if first.norm == "etta" and any(word.norm in lists.media for word in previous):
        return True
    verb = next((word.index for word in clause if word.finite), clause[-1].index)
    subject = any(
        word.has("case", "nominative") and word.token.pos.startswith("nimisana") and word.index < verb
        for word in clause
    )
    return not subject and any(word.any_has("person", "3") for word in clause)


def _genitives(clause: Sequence[Word], lists: ContextWords) -> None:
    """In "siskon velat" the debts are the sister's, and so is all of "naapurin perhe sai häädön"."""
    own = any(_of_myself(word, clause, lists) for word in clause)
    for word in clause:
        if word.named(lists.people) and word.has("case", "genitive"):
            following = [other for other in clause if other.index == word.index + 1]
            if following and following[0].norm in lists.parents:
                continue
            if following and not following[0].is_one_of(lists.beside) and following[0].token.pos.startswith("nimisana"):
                following[0].other = True
                _leave_to_outsiders(word, following[0], [] if own else clause, lists)


def _leave_to_outsiders(owner: Word, subject: Word, clause: Sequence[Word], lists: ContextWords) -> None:
    if owner.named(lists.outsiders) and subject.has("case", "nominative") and not subject.is_one_of(EMPLOYERS):
        for word in clause:
            word.theirs = True


def _date(clause: Sequence[Word], lists: ContextWords) -> None:
    present = any(word.finite and not _only_past(word) for word in clause)
    states = any(_only_past(word) and not word.has("person", "4") and word.is_one_of(lists.states) for word in clause)
    perfect = any(word.any_has("participle", "past_active") for word in clause)
    once = any(word.norm in lists.before and not _before_something(word, clause) for word in clause)
    if (states and not present) or (once and (perfect or not present)):
        for word in clause:
            word.past = True


def _end(clause: Sequence[Word], words: Sequence[Word], lists: ContextWords) -> None:
    """Marks what was and is over: "selkä oli kipeä mutta parani"."""
    if any(word.is_one_of(lists.recovered) and not word.negation for word in clause):
        for word in words[: clause[0].index]:
            word.over = word.over or (word.past and word.sentence == clause[0].sentence)


def _before_something(word: Word, clause: Sequence[Word]) -> bool:
    """Whether "ennen" is the preposition of "ennen joulua"."""
    following = _next(word, clause)
    if word.norm != "ennen" or following is None:
        return False
    return following.has("case", "partitive") or following.norm == "kuin"


def _next(word: Word, clause: Sequence[Word]) -> Word | None:
    return next((other for other in clause if other.index == word.index + 1), None)


def _only_past(word: Word) -> bool:
    tenses = {r.features.get("tense", "") for r in word.token.readings if r.features.get("mood") == "indicative"}
    return word.finite and tenses == {"past_imperfective"}


def _imagine(clause: Sequence[Word], previous: Sequence[Word], lists: ContextWords) -> None:
    conditional = any(w.has("mood", "conditional") and not _polite(w, lists) for w in clause)
    opening = [word for word in clause[:3] if word.norm in lists.if_words]
    same = bool(previous) and previous[-1].sentence == clause[0].sentence
    follows_if = same and previous[-1].hypothetical and clause[0].norm in ("niin", "sitten", "ja")
    follows_if = follows_if or (same and _after_if(clause, previous, lists))
    that = same and clause[0].norm in ("etta", "etten", "ettei")
    feared = that and any(word.is_one_of(lists.fears) or word.named(lists.hopes) for word in previous)
    if opening or follows_if or feared or conditional:
        for word in clause:
            word.hypothetical = True


def _after_if(clause: Sequence[Word], previous: Sequence[Word], lists: ContextWords) -> bool:
    """Whether the clause says what then would be, as in "jos muutan, vuokra vie kaiken"; nothing of the writer now."""
    opened = any(word.norm in lists.if_words for word in previous[:3]) and any(w.first_person for w in previous)
    comma = "," in clause[0].break_before and not any(word.first_person for word in clause)
    return opened and comma and any(word.finite for word in clause)


def _polite(word: Word, lists: ContextWords) -> bool:
    """Wishes and "mulla olisi kysymys" are put in the conditional without imagining anything; "takaisin" is no verb."""
    if word.token.lemma == "taata" or word.is_one_of(lists.wishes):
        return True
    return word.token.lemma == "olla" and word.has("person", "3")


def _ask(clause: Sequence[Word], previous: Sequence[Word], lists: ContextWords) -> None:
    by_verb = any(w.has("question", "true") or (w.any_has("question", "true") and w.finite) for w in clause)
    by_word = any(w.norm in lists.question_words and not _mere_opener(w, clause) for w in clause[:2])
    goes_on = clause[0].norm in ("vai", "vaiko") and bool(previous) and previous[-1].question
    by_mark = "?" in clause[-1].break_after and not any(word.first_person for word in clause)
    for word in clause:
        word.question = by_verb or by_word or goes_on or by_mark


def _mere_opener(word: Word, clause: Sequence[Word]) -> bool:
    """Whether the word opens an answer and asks nothing, as in "mitä nyt vähän" and "mitäs tässä"."""
    following = _next(word, clause)
    if word.norm == "monta":
        return "?" not in clause[-1].break_after and not any(w.finite for w in clause)
    return word.norm == "mita" and following is not None and following.norm in ("nyt", "tassa")


def _guess(clause: Sequence[Word], previous: Sequence[Word], lists: ContextWords) -> None:
    same = bool(previous) and previous[-1].sentence == clause[0].sentence
    guessed_that = same and previous[-1].unsure and clause[0].norm in ("etta", "etten", "ettei")
    if guessed_that or any(word.is_one_of(lists.guesses) for word in clause):
        for word in clause:
            word.unsure = True
