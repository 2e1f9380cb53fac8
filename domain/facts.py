"""What can be known of a person: the vocabulary of facts, and one person's answers."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Literal

from domain.conditions import Formula, Frozen, Value
from domain.errors import Invalid
from domain.problems import Problem

FactType = Literal["bool", "int", "enum", "municipality", "set", "text"]
Sensitivity = Literal["basic", "sensitive", "criminal", "health"]
Asking = Literal["core", "if_relevant", "volunteered_only", "advisor_only"]
LONGEST_TEXT = 2000


class FactValue(Frozen):
    """One value of an enum or set fact."""

    id: str
    label_fi: str
    label_selko: str | None = None


class QuickReply(Frozen):
    """A ready-made answer: a value, or a way of not answering."""

    label_fi: str
    label_selko: str | None = None
    value: Value | None = None
    answer: Literal["unknown", "declined"] | None = None


class Fact(Frozen):
    """One thing to know: its type, how to ask it and when.

    `said_fi` tells an answer back to the person: by value ("true", "tyoton"), or by "value" with a place for it.
    `told_is_enough`: what was named of a set in free text answers it, and it is not asked for the rest.
    """

    id: str
    label_fi: str
    said_fi: Mapping[str, str] = {}
    type: FactType
    values: tuple[FactValue, ...] = ()
    unit: str | None = None
    min: int | None = None
    max: int | None = None
    group: str
    sensitivity: Sensitivity
    ask: Asking
    ask_order: int | None = None
    question_fi: str | None = None
    question_selko: str | None = None
    help_fi: str | None = None
    help_selko: str | None = None
    quick_replies_fi: tuple[QuickReply, ...] = ()
    skippable: bool = True
    context_only: bool = False
    told_is_enough: bool = False
    ask_when: Formula | None = None
    derived_from: Formula | None = None
    when_not_asked: Value | None = None

    def fault(self, value: object) -> str | None:
        """Return the code of what is wrong with `value` as an answer to this fact, or None."""
        match self.type:
            case "bool":
                return None if isinstance(value, bool) else "wrong_type"
            case "int":
                return self._number_fault(value)
            case "set":
                return self._set_fault(value)
            case _:
                return self._text_fault(value)

    def _number_fault(self, value: object) -> str | None:
        if isinstance(value, bool) or not isinstance(value, int):
            return "wrong_type"
        low = value if self.min is None else self.min
        high = value if self.max is None else self.max
        return None if low <= value <= high else "out_of_range"

    def _set_fault(self, value: object) -> str | None:
        if isinstance(value, str) or not isinstance(value, Collection) or isinstance(value, Mapping):
            return "wrong_type"
        if not all(isinstance(item, str) for item in value):
            return "wrong_type"
        return None if {str(item) for item in value} <= {known.id for known in self.values} else "unknown_value"

    def _text_fault(self, value: object) -> str | None:
        if not isinstance(value, str):
            return "wrong_type"
        if self.type == "enum":
            return None if any(value == known.id for known in self.values) else "unknown_value"
        return None if value.strip() and len(value) <= LONGEST_TEXT else "out_of_range"


class Skipped(Enum):
    """An answer that gives no value."""

    DECLINED = "declined"
    DONT_KNOW = "dont_know"


DECLINED = Skipped.DECLINED
DONT_KNOW = Skipped.DONT_KNOW


@dataclass(frozen=True, slots=True)
class Known:
    """A told value. A partial set holds what was named; about the rest nothing is known."""

    value: Value
    partial: bool = False


Answer = Known | Skipped


class Vocabulary(Mapping[str, Fact]):
    """All facts by id, in the order of the catalogue.

    `municipalities` maps every name that one has or had to its name of today; without them any name is one.
    """

    def __init__(self, facts: Collection[Fact], municipalities: Mapping[str, str] = MappingProxyType({})) -> None:
        self._facts = {fact.id: fact for fact in facts}
        self._municipalities = municipalities

    def __getitem__(self, fact_id: str) -> Fact:
        return self._facts[fact_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)

    def check(
        self, values: Mapping[str, object], declined: Collection[str] = (), dont_know: Collection[str] = ()
    ) -> list[Problem]:
        """Return every problem of these answers, in the order given, each with its place."""
        problems = [self._problem(f"facts.{fact_id}", fact_id, value) for fact_id, value in values.items()]
        for place, skipped in (("declined", declined), ("dont_know", dont_know)):
            problems += [Problem(f"{place}.{i}", "unknown_fact", i) for i in skipped if i not in self._facts]
            problems += [Problem(f"{place}.{i}", "answered_twice", i) for i in skipped if i in values]
        return [problem for problem in problems if problem is not None]

    def fault(self, fact_id: str, value: object) -> str | None:
        """Return the code of what is wrong with an answer, or None. Raises KeyError for an unknown fact."""
        return self._facts[fact_id].fault(value) or self._municipality_fault(fact_id, value)

    def settled(self, fact_id: str, value: object) -> Value:
        """Return a checked value in its stored form; a municipality goes by its name of today."""
        if self._facts[fact_id].type == "municipality":
            return self._municipalities.get(str(value), str(value))
        return plain(value)

    def _problem(self, place: str, fact_id: str, value: object) -> Problem | None:
        if fact_id not in self._facts:
            return Problem(place, "unknown_fact", fact_id)
        fault = self.fault(fact_id, value)
        return None if fault is None else Problem(place, fault, repr(value)[:120])

    def _municipality_fault(self, fact_id: str, value: object) -> str | None:
        named = self._facts[fact_id].type == "municipality" and self._municipalities
        return "unknown_value" if named and value not in named else None


@dataclass(frozen=True, slots=True)
class Facts:
    """One person's answers. Immutable: every change gives a new object."""

    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(
        cls,
        vocabulary: Vocabulary,
        known: Mapping[str, object],
        *,
        declined: Collection[str] = (),
        dont_know: Collection[str] = (),
        partial: Collection[str] = (),
    ) -> "Facts":
        """Build from plain values. Raises Invalid with every problem."""
        problems = vocabulary.check(known, declined, dont_know)
        if problems:
            raise Invalid("invalid_facts", problems)
        answers: dict[str, Answer] = {i: Known(vocabulary.settled(i, v), i in partial) for i, v in known.items()}
        answers |= dict.fromkeys(dont_know, DONT_KNOW) | dict.fromkeys(declined, DECLINED)
        return cls(MappingProxyType(answers))

    def get(self, fact_id: str) -> Answer | None:
        """Return the answer, or None when nothing has been asked or told."""
        return self.answers.get(fact_id)

    def known(self) -> dict[str, Value]:
        """Return the told values alone."""
        return {i: answer.value for i, answer in self.answers.items() if isinstance(answer, Known)}

    def with_answer(self, fact_id: str, answer: Answer) -> "Facts":
        """Return these facts with one answer given or changed."""
        return Facts(MappingProxyType({**self.answers, fact_id: answer}))

    def without(self, fact_id: str) -> "Facts":
        """Return these facts as if this one had never been asked or told."""
        return Facts(MappingProxyType({i: a for i, a in self.answers.items() if i != fact_id}))


def plain(value: object) -> Value:
    """Return a checked value in its stored form: a set becomes a sorted tuple."""
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, Collection):
        return tuple(sorted({str(item) for item in value}))
    raise TypeError(type(value).__name__)
