"""A word of a message as the patterns see it: every form it may be looked up by, and its role in the clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.components.finnish.tokens import Normalised, Token

# "Minä" is also a rare case of "mikä", and "sinä" of "se".
PERSONS = ("minä", "sinä")
FOLD = str.maketrans("äöåéèü’", "aoaeeu'")


def fold(text: str) -> str:
    """Lower case without dots and accents, so that "työtön" and "tyoton" are one."""
    return text.lower().translate(FOLD)


@dataclass
class Negation:
    """What negates a word: the place of the negation and of the verb it denies (None where none is said).

    `main` is the verb after one that only says how hard it is: "ei meinaa riittää".
    """

    at: int
    verb: int | None
    verb_is_be: bool
    main: int | None = None


@dataclass
class Word:
    """A token with the context it stands in; `index` is its place among the message's words."""

    token: Token
    index: int
    forms: tuple[str, ...]
    sentence: int = 0
    clause: int = 0
    break_before: str = ""
    break_after: str = ""
    negation: Negation | None = None
    other: bool = False
    theirs: bool = False
    relative: bool = False
    over: bool = False
    past: bool = False
    hypothetical: bool = False
    question: bool = False
    unsure: bool = False
    hits: frozenset[int] = field(default_factory=frozenset)

    @property
    def norm(self) -> str:
        """The standard form, folded."""
        return self.forms[0]

    def has(self, feature: str, *values: str) -> bool:
        """Whether the chosen reading has the feature with one of the values."""
        return self.token.features.get(feature, "") in values

    def any_has(self, feature: str, *values: str) -> bool:
        """Whether any reading has the feature with one of the values."""
        return any(reading.features.get(feature, "") in values for reading in self.token.readings)

    def named(self, forms: frozenset[str]) -> bool:
        """Whether the word as a whole, not a part of a compound, is in a list of folded forms."""
        return self.forms[0] in forms or fold(self.token.lemma) in forms

    def is_one_of(self, forms: frozenset[str]) -> bool:
        """Whether the word or its lemma is in a list of folded forms."""
        return any(form in forms for form in self.forms)

    @property
    def finite(self) -> bool:
        """Whether the word is a verb in a person and mood of its own (connegatives not counted)."""
        token = self.token
        return (
            token.pos == "teonsana"
            and bool(token.features.get("mood"))
            and bool(token.features.get("person"))
            and token.features.get("mood") not in ("A-infinitive", "E-infinitive", "MA-infinitive", "MINEN-infinitive")
        )

    @property
    def first_person(self) -> bool:
        """Whether the word is a verb said of "minä" or "me"."""
        return self.finite and self.has("person", "1")

    @property
    def maybe_first_person(self) -> bool:
        """Whether any reading is a verb said of "minä" or "me", as "ajan" is beside "aika"."""
        return self.first_person or (
            self.token.kind == "word"
            and any(
                r.pos == "teonsana" and r.features.get("person") == "1" and r.features.get("mood") == "indicative"
                for r in self.token.readings
            )
        )


def words_of(normalised: Normalised) -> list[Word]:
    """The words of the message, each with the marks and line breaks written before and after it."""
    words: list[Word] = []
    marks, end = "", 0
    for token in normalised.tokens:
        marks += "\n" * ("\n" in normalised.original[end : token.start])
        end = token.end
        if token.kind == "mark":
            marks += token.original
            continue
        if words:
            words[-1].break_after = marks
        words.append(Word(token, len(words), _forms(token), break_before=marks))
        marks = ""
    if words:
        words[-1].break_after = marks
    return words


def next_word(word: Word, clause: Sequence[Word]) -> Word | None:
    """The word right after this one, if the clause has it."""
    return next((other for other in clause if other.index == word.index + 1), None)


def _forms(token: Token) -> tuple[str, ...]:
    whole = {reading.lemma for reading in token.readings} | {r.features.get("adjective", "") for r in token.readings}
    parts = {reading.parts[-1] for reading in token.readings if reading.parts} - whole
    others = () if token.norm in PERSONS else token.alternatives
    raw = [token.norm, token.original, token.lemma, *(a for a in others if a not in parts)]
    folded = [fold(form) for form in raw if form]
    folded += [form.split(":")[0] for form in folded if ":" in form]
    return tuple(dict.fromkeys(folded))
