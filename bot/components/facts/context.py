"""Says of each word whether it is denied, someone else's, past, imagined, asked or guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from .lists import ContextWords
from .owners import own
from .words import Negation, Word, next_word

BECAUSE = ("takia", "vuoksi", "johdosta", "kanssa")
HARDLY = ("meinata", "tahtoa", "näyttää", "taitaa")
NEAR = 3
UNTIL = ("asti", "saakka")
BEING = ("olla", "tulla", "jäädä")
# After a question word these make it "any": "mikä tahansa työ".
ANY = ("tahansa", "vaan", "vain", "hyvansa")


def clauses_of(words: Sequence[Word]) -> list[list[Word]]:
    """The words clause by clause."""
    return [list(group) for _, group in groupby(words, key=lambda word: (word.sentence, word.clause))]


def mark(words: Sequence[Word], lists: ContextWords) -> None:
    """Sets the context of every word, in place; the words must be cut into clauses."""
    previous: list[Word] = []
    for clause in clauses_of(words):
        _deny(clause, words, lists)
        _doubt(clause, previous, lists)
        own(clause, previous, lists)
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
            be = verb is None or verb.token.lemma in BEING
            negation = Negation(word.index, verb.index if verb else None, be, _main_verb(verb, clause))
            near = verb is not None and verb.index - word.index <= NEAR and not negation.verb_is_be
            held = _held_all_the_same(word, clause) if near else -1
            for other in _reach(word, clause, lists):
                if other.index > held:
                    other.negation = negation
        elif word.is_one_of(lists.without):
            for other in clause:
                if 0 < abs(other.index - word.index) <= (3 if other.index > word.index else 1) and not other.finite:
                    other.negation = Negation(word.index, None, True)


def _held_all_the_same(negation: Word, clause: Sequence[Word]) -> int:
    """The last word before the negation that says as what or why: "kolmen lapsen isänä en voi", "velkojen takia en"."""
    before = [word for word in clause if word.index < negation.index]
    return max((w.index for w in before if w.has("case", "essive") or w.norm in BECAUSE), default=-1)


def _doubt(clause: Sequence[Word], previous: Sequence[Word], lists: ContextWords) -> None:
    """Denies what is not believed, as in "en usko että se onnistuu"."""
    doubt = next((word for word in previous if word.negation and word.named(lists.beliefs)), None)
    if doubt and clause[0].norm == "etta" and not any(word.negation or word.norm in lists.negations for word in clause):
        for word in clause[1:]:
            word.negation = Negation(doubt.index, None, True)


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


def _main_verb(verb: Word | None, clause: Sequence[Word]) -> int | None:
    """The infinitive after a denied verb that only says how hard it is, as in "ei tahdo riittää"."""
    if verb is None or verb.token.lemma not in HARDLY:
        return None
    after = [word for word in clause if 0 < word.index - verb.index <= NEAR]
    return next((word.index for word in after if word.any_has("mood", "A-infinitive")), None)


def _reach(negation: Word, clause: Sequence[Word], lists: ContextWords) -> Iterator[Word]:
    """The words a negation denies: back to the verb before it, on to the next comma or link."""
    for word in reversed([w for w in clause if w.index < negation.index]):
        if word.finite or word.norm in lists.links:
            break
        yield word
    for word in clause:
        if word.index <= negation.index:
            continue
        joined = word.norm in lists.links and word.index > negation.index + 1
        if word.norm in ("kuin", "kun", "paitsi") or (joined and not _spreads(word, clause, lists)):
            break
        if "," in word.break_before and not any(w.norm in lists.spreading for w in clause if w.index > word.index):
            break
        yield word


def _spreads(link: Word, clause: Sequence[Word], lists: ContextWords) -> bool:
    rest = [word for word in clause if word.index > link.index]
    return link.norm in lists.spreading or (len(rest) <= 2 and not any(word.is_one_of(lists.many) for word in rest))


def _date(clause: Sequence[Word], lists: ContextWords) -> None:
    present = any(word.finite and not _only_past(word) for word in clause)
    states = any(_only_past(word) and not word.has("person", "4") and word.is_one_of(lists.states) for word in clause)
    perfect = any(word.any_has("participle", "past_active") for word in clause)
    once = any(word.norm in lists.before and not _before_something(word, clause) for word in clause)
    until = any(_only_past(word) for word in clause) and any(_until(pair) for pair in pairwise(clause))
    if ((states or until) and not present) or (once and (perfect or not present)):
        for word in clause:
            word.past = True


def _until(pair: tuple[Word, Word]) -> bool:
    """Whether it is "kesään asti" and not "kesästä asti"."""
    return pair[1].norm in UNTIL and pair[0].has("case", "illative", "allative")


def _end(clause: Sequence[Word], words: Sequence[Word], lists: ContextWords) -> None:
    """Marks what was and is over: "selkä oli kipeä mutta parani"."""
    gone = any(word.norm == "enaa" for word in clause)
    if any(word.is_one_of(lists.recovered) and not word.negation for word in clause) or (
        gone and any(word.is_one_of(lists.bothers) and word.negation for word in clause)
    ):
        for word in words[: clause[0].index]:
            word.over = word.over or (word.past and word.sentence == clause[0].sentence)


def _before_something(word: Word, clause: Sequence[Word]) -> bool:
    """Whether "ennen" is the preposition of "ennen joulua"."""
    following = next_word(word, clause)
    if word.norm != "ennen" or following is None:
        return False
    return following.has("case", "partitive") or following.norm == "kuin"


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
    asking = [w for w in clause if w.has("question", "true") or (w.any_has("question", "true") and w.finite)]
    before = [word for word in clause if asking and word.index < asking[0].index]
    begun = any(word.finite and not word.hypothetical for word in before)
    by_word = any(w.norm in lists.question_words and not _mere_opener(w, clause) for w in clause[:2])
    goes_on = clause[0].norm in ("vai", "vaiko") and bool(previous) and previous[-1].question
    by_mark = "?" in clause[-1].break_after and not any(word.first_person for word in clause)
    for word in clause:
        by_verb = bool(asking) and (not begun or word.index >= asking[0].index)
        word.question = by_verb or by_word or goes_on or by_mark


def _mere_opener(word: Word, clause: Sequence[Word]) -> bool:
    """Whether the word asks nothing, as in "mitä nyt vähän", "mitäs tässä" and "mikä vaan duuni"."""
    following = next_word(word, clause)
    if following is not None and _whichever(following):
        return True
    if word.norm == "monta":
        return "?" not in clause[-1].break_after and not any(w.finite for w in clause)
    if following is not None and following.norm in ANY:
        return True
    return word.norm == "mita" and following is not None and following.norm in ("nyt", "tassa")


def _whichever(word: Word) -> bool:
    """Whether the word makes "milloin kenenkin" and "missä milloinkin" of a question word."""
    written = word.token.original.lower()
    return written.startswith(("ke", "mi", "ku")) and written.endswith(("kin", "ki")) and len(written) > 4


def _guess(clause: Sequence[Word], previous: Sequence[Word], lists: ContextWords) -> None:
    same = bool(previous) and previous[-1].sentence == clause[0].sentence
    guessed_that = same and previous[-1].unsure and clause[0].norm in ("etta", "etten", "ettei")
    if guessed_that or any(word.is_one_of(lists.guesses) for word in clause):
        for word in clause:
            word.unsure = True
