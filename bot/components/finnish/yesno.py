"""Whether a message answers yes, no, "en tiedä" or declines to answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from .numbers import is_number_word
from .tables import rows
from .tokens import Normalised, Token

Polarity = Literal["yes", "no", "dont_know", "refuse"]
LONGEST_WITH_LAST_YES = 4
LAST_YES = ("joo", "juu", "jep", "kyllä", "on")
QUESTIONS = ("mikä", "mitä", "missä", "kuka", "miten", "mistä", "mihin", "kenellä", "paljonko", "kuinka")
# An answer that comes later than this is no answer to the question any more.
LONGEST_ANSWER = 80
# More has been said already, or somebody else is wanted to talk to.
NO_REFUSAL = ("enempää", "enemmän", "enemmältä", "koneelle", "botille", "robotille")
# "Älä kysy" answers, "älä kysele samaa kolmatta kertaa" complains.
FORBIDDING, LONGEST_FORBIDDING = ("älä", "älkää"), 2
NEGATIONS = ("ei", "en", "emme", "eivät", "eikä", "enkä")
# "Oon 38, joten en": the answer stands at the end and these lead to it, followed by no more words than this.
LEADING, LONGEST_CONCLUSION = ("joten", "eli", "niin", "siis"), 3
LEADING_ON = ("että",)


@lru_cache(maxsize=None)
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """Answer -> its phrases as tuples of words, the longest first."""
    return {
        row["answer"]: sorted((tuple(p.split()) for p in row["phrases"].split("|")), key=len, reverse=True)
        for row in rows("answers")
    }


@lru_cache(maxsize=None)
def _by_first(answer: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of an answer by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _phrases()[answer]:
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _opened(token: Token, answer: str) -> list[tuple[str, ...]]:
    """The phrases of an answer that may begin at the word."""
    forms = dict.fromkeys((token.norm, token.original.lower(), token.lemma))
    return [phrase for form in forms for phrase in _by_first(answer).get(form, ())]


@lru_cache(maxsize=None)
def _fillers() -> frozenset[str]:
    return frozenset(word for row in rows("fillers") for word in row["words"].split())


def polarity(norm: Normalised) -> Polarity | None:
    """What the message answers to a yes-no question, None when it answers neither way in so many words."""
    clauses = _spoken_clauses(norm.tokens[:LONGEST_ANSWER])
    if any(_has_phrase(words, "refuse") or _is_phrase(words, "refuse_alone") for words in clauses[:3]):
        return "refuse"
    unknown = [_has_phrase(words, "dont_know") or _is_phrase(words, "dont_know_alone") for words in clauses[:3]]
    answered = bool(clauses) and _first(clauses[0]) is not None and not unknown[0]
    if any(unknown[:1]) or any(_has_phrase(words, "dont_know") for words in clauses[1:3]):
        return "dont_know"
    if any(unknown) and not answered:
        return "dont_know"
    if clauses and (answer := _conclusion(clauses)):
        return answer
    for words in clauses[:2]:
        if answer := _first(words):
            return answer
    if clauses and len(clauses[-1]) > 1 and clauses[-1][-2].norm == "että":
        return _first(clauses[-1][-1:])
    return _by_verb(clauses[0]) if clauses else None


def is_yes(norm: Normalised) -> bool:
    """Whether the first clause is nothing but a phrase of yes: "siltä näyttää", "mikäs siinä"."""
    clauses = _spoken_clauses(norm.tokens[:LONGEST_ANSWER])
    return bool(clauses) and _is_phrase(clauses[0], "yes")


def concluded(norm: Normalised) -> Polarity | None:
    """The yes or no that the message comes to at its end: "mulla on jo tutkinto niin en"."""
    clauses = _spoken_clauses(norm.tokens[:LONGEST_ANSWER])
    return _conclusion(clauses) if clauses else None


def _conclusion(clauses: Sequence[Sequence[Token]]) -> Polarity | None:
    words = clauses[-1]
    at = next((i for i, token in enumerate(words) if token.norm in LEADING and (i or len(clauses) > 1)), None)
    rest = list(words[at + 1 :]) if at is not None else []
    while rest and rest[0].norm in LEADING_ON:
        rest = rest[1:]
    if not rest or len(rest) > LONGEST_CONCLUSION or any(token.kind == "number" for token in rest):
        return None
    if _is_phrase(rest, "yes"):
        return "yes"
    own = all(
        t.pos == "kieltosana" or t.lemma == "olla" or t.norm in _fillers() or _starts(rest, i, "yes")
        for i, t in enumerate(rest)
    )
    return _first(rest) if own else None


def _spoken_clauses(tokens: Sequence[Token]) -> list[list[Token]]:
    """Clauses between marks, marks left out; an emoji is a word of its own."""
    out: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "mark" and token.original in ".,!?;:":
            out.append([])
        else:
            out[-1].append(token)
    return [clause for clause in out if clause]


def _is(token: Token, word: str) -> bool:
    return token.norm == word or token.original.lower() == word or (token.lemma == word and token.pos != "kieltosana")


def _written(token: Token, word: str) -> bool:
    return word in (token.norm, token.original.lower())


def _has_phrase(words: Sequence[Token], answer: str) -> bool:
    """Whether a phrase stands in the clause, with nothing but small words inside it."""
    if any(token.norm in NO_REFUSAL for token in words):
        return False
    return any(_matches(words, at, phrase) for at in range(len(words)) for phrase in _opened(words[at], answer))


def _is_phrase(words: Sequence[Token], answer: str) -> bool:
    """Whether the clause is a phrase and small words only."""
    content = [token for token in words if token.norm not in _fillers()]
    starts = range(len(words) if answer == "yes" else 1)
    return any(
        len(content) <= len(phrase) and _matches(words, at, phrase) for phrase in _phrases()[answer] for at in starts
    )


def _matches(words: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    if not _is(words[at], phrase[0]) or (len(phrase) == 1 and len(words) > 4):
        return False
    here = at + 1
    for word in phrase[1:]:
        while here < len(words) and not _is(words[here], word) and words[here].norm in _fillers():
            here += 1
        if here == len(words) or not _is(words[here], word):
            return False
        here += 1
    return True


def _first(words: Sequence[Token]) -> Polarity | None:
    """Yes or no by the first word that decides, a negation after "joo" included."""
    that = next((i for i, token in enumerate(words) if token.norm == "että"), None)
    if that is not None and 0 < that < 4 and that + 1 < len(words):
        return _first(words[that + 1 :])
    if _ends_in_yes(words):
        return "yes"
    if words and words[0].norm in FORBIDDING and len(words) > LONGEST_FORBIDDING:
        return None
    for at, token in enumerate(words):
        if _starts(words, at, "yes") and not _negated_later(words, at):
            return "yes"
        if token.pos == "kieltosana" or _starts(words, at, "no") or token.norm in NEGATIONS:
            return "yes" if _taken_back(words[at + 1 :]) else "no"
        if token.norm not in _fillers() and not _starts(words, at, "yes"):
            return None
    return None


def _ends_in_yes(words: Sequence[Token]) -> bool:
    """As in "aika paljon joo", "vaikeaa on": a short clause whose last word is the answer."""
    short = 1 < len(words) <= LONGEST_WITH_LAST_YES and words[-1].norm in LAST_YES
    return short and words[0].norm not in QUESTIONS and all(token.pos != "kieltosana" for token in words)


def _starts(words: Sequence[Token], at: int, answer: str) -> bool:
    return any(
        all(at + i < len(words) and _written(words[at + i], word) for i, word in enumerate(phrase))
        or (len(phrase) == 1 and words[at].original.lower() == phrase[0])
        for phrase in _opened(words[at], answer)
    )


def _negated_later(words: Sequence[Token], at: int) -> bool:
    """As in "joo en ole", "kyllä ei": the negation decides; "mikä ettei" and "ei haittaa" are yes."""
    if words[at].pos == "kieltosana" or words[at].lemma == "mikä" or words[at].norm.startswith("miksi"):
        return False
    following = words[at + 1 : at + 3]
    if following and following[0].norm in ("mutta", "vaikka", "kunhan", "jos"):
        return False
    return any(token.pos == "kieltosana" and token.norm not in ("eikä", "enkä", "ettei") for token in following)


def _taken_back(rest: Sequence[Token]) -> bool:
    """As in "ei kun joo", "eiku on": corrected at once into a yes."""
    return len(rest) > 1 and rest[0].norm in ("kun", "vaan") and _starts(rest, 1, "yes") and rest[1].norm != "olen"


def _by_verb(words: Sequence[Token]) -> Polarity | None:
    """A short statement that begins with its verb is a yes: "käyn joka viikko", "tein jo"."""
    content = [token for token in words if token.norm not in _fillers()]
    if not content or len(content) > 6 or any(t.kind == "number" or t.place or is_number_word(t.norm) for t in content):
        return None
    verb = content[0]
    finite = verb.pos == "teonsana" and verb.features.get("mood") in ("indicative", "conditional")
    if not finite or verb.features.get("question") or verb.norm.endswith(("ko", "kö")):
        return None
    own = verb.features.get("person") == "1"
    told = verb.features.get("person") == "3" and (len(content) <= 2 or verb.lemma == "olla")
    return "yes" if own or told else None
