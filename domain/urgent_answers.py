"""The fixed, sourced answer to each sign of danger: what is said and which numbers are shown."""

import json
from collections.abc import Collection
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, ValidationError

from domain.errors import Invalid
from domain.municipalities import Directory
from domain.named import Named, age_pattern
from domain.problems import Problem
from domain.urgency_data import LABELS, Label

SEED = Path(__file__).parent / "seed"
SOCIAL_EMERGENCY: Final = "social_emergency"


class UrgentAnswersInvalid(Invalid):
    """The answers or numbers cannot be used; `problems` tells everything that is wrong and where."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class HelpNumber(_Strict):
    """A number or chat for a crisis; `tel` is the link, `areas` the wellbeing areas it serves (all if empty)."""

    id: str
    name_fi: str
    number: str
    tel: str
    hours_fi: str
    languages: list[str]
    note_fi: str
    source: str
    checked_on: date
    recheck_days: int
    areas: list[str] = []

    def payload(self) -> dict[str, str]:
        """What the page shows of it."""
        return {
            "name": self.name_fi,
            "number": self.number,
            "tel": self.tel,
            "note": self.note_fi,
            "hours": self.hours_fi,
        }

    def is_due(self, on: date) -> bool:
        """Whether the number should have been checked again by a day."""
        return on > self.checked_on + timedelta(days=self.recheck_days)


class Answer(_Strict):
    """What is said to one sign; `stop` tells that the interview waits."""

    text_fi: str
    numbers: list[str]
    stop: bool


class _SocialEmergency(_Strict):
    known_fi: str
    area_fi: str
    unknown_fi: str


class _Young(_Strict):
    """What those of an age are told besides, when they write how old they are."""

    youngest: int
    oldest: int
    own_words: list[str]
    other_units: list[str]
    text_fi: str
    number: str
    labels: list[Label]


class _Numbers(_Strict):
    numbers: list[HelpNumber]


class _Answers(_Strict):
    social_emergency: _SocialEmergency
    young: _Young
    answers: dict[Label, Answer]


class UrgentAnswers:
    """The answers and numbers of the seed. Load once; `answer` is pure."""

    def __init__(self, answers: _Answers, numbers: list[HelpNumber], places: Directory, named: Named) -> None:
        self.numbers = {number.id: number for number in numbers}
        self._answers = answers
        self._places = places
        self._named = named
        self._young = answers.young
        self._age = age_pattern(answers.young.own_words, answers.young.other_units)

    @classmethod
    def load(cls, folder: Path = SEED) -> "UrgentAnswers":
        """Read answers, numbers and the municipalities' areas. Raises UrgentAnswersInvalid or OSError."""
        answers, numbers = _json(folder / "urgent_answers.json"), _json(folder / "help_numbers.json")
        return cls.from_data(answers, numbers, Directory.load(folder), Named.load())

    @classmethod
    def from_data(cls, answers: Any, numbers: Any, places: Directory, named: Named) -> "UrgentAnswers":
        """Make the answers from plain data. Raises UrgentAnswersInvalid."""
        try:
            parsed, known = _Answers.model_validate(answers), _Numbers.model_validate({"numbers": numbers}).numbers
        except ValidationError as error:
            raise UrgentAnswersInvalid(
                "urgent_answers_invalid",
                [Problem(".".join(map(str, e["loc"])), e["type"], e["msg"]) for e in error.errors()],
            ) from None
        if found := _problems(parsed, known):
            raise UrgentAnswersInvalid("urgent_answers_invalid", found)
        return cls(parsed, known, places, named)

    def with_numbers(self, numbers: Collection[HelpNumber], places: Directory) -> "UrgentAnswers":
        """Return the same answers with these numbers, by the areas of these municipalities.

        Raises UrgentAnswersInvalid when a needed number is missing.
        """
        if found := _problems(self._answers, list(numbers)):
            raise UrgentAnswersInvalid("urgent_answers_invalid", found)
        return UrgentAnswers(self._answers, list(numbers), places, self._named)

    @property
    def needed(self) -> frozenset[str]:
        """The ids of the numbers that some answer names."""
        named = {number for answer in self._answers.answers.values() for number in answer.numbers}
        return frozenset(named - {SOCIAL_EMERGENCY} | {self._young.number})

    def answer(
        self, label: Label, municipality: str | None = None, text: str = ""
    ) -> tuple[str, tuple[HelpNumber, ...]]:
        """What to say and the numbers to show, those of the person's own area and age when they are known.

        `text` is the message: a municipality or an age told in it counts.
        """
        chosen = self._answers.answers[label]
        where, local = self._social_emergency(self._named.municipality(text) or municipality)
        numbers = [local if number == SOCIAL_EMERGENCY else self.numbers[number] for number in chosen.numbers]
        said = chosen.text_fi.format(social_emergency=where)
        if label in self._young.labels and self._is_young(text):
            said = f"{said} {self._young.text_fi}"
            numbers.insert(1, self.numbers[self._young.number])
        return said, tuple({number.id: number for number in numbers if number}.values())

    def stops(self, label: Label) -> bool:
        """Whether the interview waits after this sign."""
        return self._answers.answers[label].stop

    def _is_young(self, text: str) -> bool:
        ages = (int(found.group(1)) for found in self._age.finditer(text))
        return any(self._young.youngest <= age <= self._young.oldest for age in ages)

    def _social_emergency(self, municipality: str | None) -> tuple[str, HelpNumber | None]:
        """What to say of the social emergency service of a municipality, and its number when it is known."""
        phrases = self._answers.social_emergency
        area = self._places.wellbeing_area(municipality)
        if area is None:
            return phrases.unknown_fi, None
        local = next((number for number in self.numbers.values() if area.id in number.areas), None)
        if local:
            return phrases.known_fi.format(name=local.name_fi, number=local.number), local
        return phrases.area_fi.format(area=area.genitive_fi) if area.genitive_fi else phrases.unknown_fi, None


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        problem = Problem(f"{path.name}:{error.lineno}", "broken_json", error.msg)
        raise UrgentAnswersInvalid("urgent_answers_invalid", [problem]) from None


def _problems(answers: _Answers, numbers: list[HelpNumber]) -> list[Problem]:
    ids = [number.id for number in numbers]
    known = {*ids, SOCIAL_EMERGENCY}
    return [
        *(Problem("answers", "answer_missing", label) for label in LABELS if label not in answers.answers),
        *(Problem("numbers", "number_twice", id_) for id_ in sorted({i for i in ids if ids.count(i) > 1})),
        *(
            Problem(f"answers.{label}.numbers", "unknown_number", number)
            for label, answer in answers.answers.items()
            for number in answer.numbers
            if number not in known
        ),
        *(Problem("young.number", "unknown_number", number) for number in {answers.young.number} - set(ids)),
    ]
