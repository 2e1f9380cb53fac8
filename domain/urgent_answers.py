"""The fixed, sourced answer to each sign of danger: what is said and which numbers are shown."""

import csv
import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, ValidationError

from domain.errors import Invalid
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
    unknown_fi: str


class _Numbers(_Strict):
    numbers: list[HelpNumber]


class _Answers(_Strict):
    social_emergency: _SocialEmergency
    answers: dict[Label, Answer]


class UrgentAnswers:
    """The answers and numbers of the seed. Load once; `answer` is pure."""

    def __init__(self, answers: _Answers, numbers: list[HelpNumber], areas: Mapping[str, str]) -> None:
        self.numbers = {number.id: number for number in numbers}
        self._answers = answers
        self._areas = areas

    @classmethod
    def load(cls, folder: Path = SEED) -> "UrgentAnswers":
        """Read answers, numbers and the municipalities' areas. Raises UrgentAnswersInvalid or OSError."""
        with (folder / "municipalities.csv").open(encoding="utf-8", newline="") as rows:
            areas = {row["name_fi"]: row["wellbeing_area_code"] for row in csv.DictReader(rows)}
        return cls.from_data(_json(folder / "urgent_answers.json"), _json(folder / "help_numbers.json"), areas)

    @classmethod
    def from_data(cls, answers: Any, numbers: Any, areas: Mapping[str, str]) -> "UrgentAnswers":
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
        return cls(parsed, known, areas)

    def answer(self, label: Label, municipality: str | None = None) -> tuple[str, tuple[HelpNumber, ...]]:
        """What to say and the numbers to show, those of the person's own area when they are known."""
        chosen = self._answers.answers[label]
        local = self._social_emergency(municipality)
        phrases = self._answers.social_emergency
        where = phrases.known_fi.format(name=local.name_fi, number=local.number) if local else phrases.unknown_fi
        numbers = [local if number == SOCIAL_EMERGENCY else self.numbers[number] for number in chosen.numbers]
        return chosen.text_fi.format(social_emergency=where), tuple(number for number in numbers if number)

    def stops(self, label: Label) -> bool:
        """Whether the interview waits after this sign."""
        return self._answers.answers[label].stop

    def _social_emergency(self, municipality: str | None) -> HelpNumber | None:
        area = self._areas.get(municipality or "")
        return next((number for number in self.numbers.values() if area in number.areas), None)


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
    ]
