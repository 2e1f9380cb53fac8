"""Signs of danger in what a person writes: patterns and a scorecard of words, which work when nothing else does."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from domain.errors import Invalid
from domain.problems import Problem
from domain.urgency_data import GROUP, Label, Rule, SignsData, problems
from domain.urgency_match import Look, Patterns, Span
from domain.urgency_score import Features, Scorecard, ScorecardData, features, missing_labels
from domain.urgency_text import clean, fold, words_of

__all__ = ["Label", "UrgencySigns", "UrgencySignsInvalid", "Urgent"]

SEED = Path(__file__).parent / "seed" / "urgency.json"
CARD = Path(__file__).parent / "seed" / "urgency_scorecard.json"
SCORECARD = "scorecard"  # stands for the rule where no rule holds


class UrgencySignsInvalid(Invalid):
    """The signs cannot be used; `problems` tells everything that is wrong and where."""


@dataclass(frozen=True, slots=True)
class Urgent:
    """A message needs an urgent answer: why, by which rule, and the person's words that showed it."""

    label: Label
    words: tuple[str, ...]
    rule: str


class UrgencySigns:
    """The compiled signs. Make it with `load` or `from_data` once; `label` may be called from any thread."""

    def __init__(self, data: SignsData, card: ScorecardData) -> None:
        self._rules = sorted(data.rules, key=lambda rule: data.labels.index(rule.label))
        self._card = Scorecard(card)
        self._guards = data.guards
        self._fillers = {fold(word) for word in data.fillers}
        self._breaks = {fold(word) for word in data.breaks}
        self._named = [GROUP + name for name in data.words]
        self._patterns = Patterns(dict(_groups(data)))

    @classmethod
    def load(cls, path: Path = SEED, card: Path = CARD) -> "UrgencySigns":
        """Read the signs and the scorecard. Raises UrgencySignsInvalid, or OSError when one cannot be read."""
        return cls.from_data(_read(path), _read(card))

    @classmethod
    def from_data(cls, data: Any, card: Any) -> "UrgencySigns":
        """Make the signs from plain data. Raises UrgencySignsInvalid."""
        try:
            signs, weights = SignsData.model_validate(data), ScorecardData.model_validate(card)
        except ValidationError as error:
            found = [Problem(".".join(map(str, e["loc"])), e["type"], e["msg"]) for e in error.errors()]
            raise UrgencySignsInvalid("urgency_invalid", found) from None
        if found := [*problems(signs), *missing_labels(weights)]:
            raise UrgencySignsInvalid("urgency_invalid", found)
        return cls(signs, weights)

    def label(self, text: str) -> Urgent | None:
        """The most pressing sign of danger in a message, or None."""
        cleaned = clean(text)
        look = self._look(cleaned)
        found = features(look, self._named)
        scored = self._card.score(found, [word.clause for word in look.words])
        if scored.score >= self._card.calm and (urgent := self._by_rule(look, cleaned)):
            return urgent
        if scored.score < self._card.alarm:
            return None
        said = [_said(Span(place, place + 1), look, cleaned) for place in scored.strongest]
        return Urgent(self._card.label(found, scored.stretch), tuple(word for word in said if word), SCORECARD)

    def by_rule(self, text: str) -> Urgent | None:
        """What the patterns alone say."""
        cleaned = clean(text)
        return self._by_rule(self._look(cleaned), cleaned)

    def _by_rule(self, look: Look, cleaned: str) -> Urgent | None:
        for rule in self._rules:
            for span in look.hits(f"@rule:{rule.id}"):
                if self._holds(rule, span, look):
                    return Urgent(rule.label, tuple(_said(span, look, cleaned).split()), rule.id)
        return None

    def features(self, text: str) -> tuple[list[Features], list[int]]:
        """What the scorecard weighs in a message, by word, and the clause of each word."""
        look = self._look(clean(text))
        return features(look, self._named), [word.clause for word in look.words]

    def _look(self, cleaned: str) -> Look:
        return self._patterns.look(words_of(cleaned, self._breaks, self._fillers))

    def _holds(self, rule: Rule, span: Span, look: Look) -> bool:
        if rule.together_with and not look.in_sentence(span, f"@with:{rule.id}"):
            return False
        if look.touched(span, f"@unless:{rule.id}"):
            return False
        return not any(self._guarded(name, span, look) for name in rule.guards)

    def _guarded(self, name: str, span: Span, look: Look) -> bool:
        return look.in_clause(span, f"@guard:{name}") and not look.in_sentence(span, f"@lift:{name}")


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        problem = Problem(f"{path.name}:{error.lineno}", "broken_json", error.msg)
        raise UrgencySignsInvalid("urgency_invalid", [problem]) from None


def _said(span: Span, look: Look, text: str) -> str:
    return text[look.words[span.start].start : look.words[span.end - 1].end]


def _groups(data: SignsData) -> Iterator[tuple[str, list[str]]]:
    """Everything that is looked for, under a name of its own."""
    yield from data.words.items()
    for name, guard in data.guards.items():
        yield f"guard:{name}", guard.any
        yield f"lift:{name}", guard.but_not_with
    for rule in data.rules:
        yield f"rule:{rule.id}", rule.any
        yield f"with:{rule.id}", rule.together_with
        yield f"unless:{rule.id}", rule.unless
