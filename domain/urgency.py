"""Signs of danger in what a person writes: fixed patterns, no model, so that they work when nothing else does."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from domain.errors import Invalid
from domain.problems import Problem
from domain.urgency_data import Label, Rule, SignsData, Tally, problems
from domain.urgency_match import Look, Patterns, Span
from domain.urgency_text import clean, fold, words_of

__all__ = ["Label", "UrgencySigns", "UrgencySignsInvalid", "Urgent"]

SEED = Path(__file__).parent / "seed" / "urgency.json"
STRETCH = 16  # words that are read together in a tally
BEFORE = 3  # words before them that may speak against it


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

    def __init__(self, data: SignsData) -> None:
        self._rules = sorted(data.rules, key=lambda rule: data.labels.index(rule.label))
        self._tallies = sorted(data.tallies, key=lambda tally: data.labels.index(tally.label))
        self._guards = data.guards
        self._fillers = {fold(word) for word in data.fillers}
        self._breaks = {fold(word) for word in data.breaks}
        self._patterns = Patterns(dict(_groups(data)))

    @classmethod
    def load(cls, path: Path = SEED) -> "UrgencySigns":
        """Read the signs from a file. Raises UrgencySignsInvalid, or OSError when it cannot be read."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except json.JSONDecodeError as error:
            raise UrgencySignsInvalid(
                "urgency_invalid", [Problem(f"{path.name}:{error.lineno}", "broken_json", error.msg)]
            ) from None
        return cls.from_data(data)

    @classmethod
    def from_data(cls, data: Any) -> "UrgencySigns":
        """Make the signs from plain data. Raises UrgencySignsInvalid."""
        try:
            signs = SignsData.model_validate(data)
        except ValidationError as error:
            found = [Problem(".".join(map(str, e["loc"])), e["type"], e["msg"]) for e in error.errors()]
            raise UrgencySignsInvalid("urgency_invalid", found) from None
        if found := problems(signs):
            raise UrgencySignsInvalid("urgency_invalid", found)
        return cls(signs)

    def label(self, text: str) -> Urgent | None:
        """The most pressing sign of danger in a message, or None."""
        cleaned = clean(text)
        look = self._patterns.look(words_of(cleaned, self._breaks, self._fillers))
        for rule in self._rules:
            for span in look.hits(f"@rule:{rule.id}"):
                if self._holds(rule, span, look):
                    return Urgent(rule.label, tuple(_said(span, look, cleaned).split()), rule.id)
        for tally in self._tallies:
            if spans := self._adds_up(tally, look):
                return Urgent(tally.label, tuple(_said(span, look, cleaned) for span in spans), tally.id)
        return None

    def _holds(self, rule: Rule, span: Span, look: Look) -> bool:
        if rule.together_with and not look.in_sentence(span, f"@with:{rule.id}"):
            return False
        if look.touched(span, f"@unless:{rule.id}"):
            return False
        return not any(self._guarded(name, span, look) for name in rule.guards)

    def _adds_up(self, tally: Tally, look: Look) -> list[Span]:
        """The places that speak for the label, from the first stretch of words with enough points."""
        cues = [(cue.points, f"@cue:{tally.id}:{i}") for i, cue in enumerate(tally.cues)]
        present = [(points, group) for points, group in cues if look.hits(group)]
        if sum(points for points, _ in present if points > 0) < tally.at_least:
            return []
        for start in sorted({hit.start for points, group in present if points > 0 for hit in look.hits(group)}):
            near = [(points, look.first_from(group, start, start + STRETCH)) for points, group in present]
            spans = [span for points, span in near if span and points > 0]
            against = [(p, look.first_from(g, start - BEFORE, start + STRETCH)) for p, g in present if p < 0]
            points = sum(p for p, span in near if span and p > 0) + sum(p for p, span in against if span)
            if points >= tally.at_least and not any(self._guarded(name, spans[0], look) for name in tally.guards):
                return sorted(spans)
        return []

    def _guarded(self, name: str, span: Span, look: Look) -> bool:
        return look.in_clause(span, f"@guard:{name}") and not look.in_sentence(span, f"@lift:{name}")


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
    for tally in data.tallies:
        yield from ((f"cue:{tally.id}:{i}", cue.any) for i, cue in enumerate(tally.cues))
