"""Refits the scorecard and prints what it does on tables that it has not seen: `python -m bench.danger.fit`.

Each table of one writer is left out in turn; the two thresholds for it are chosen on others, and only on those whose
errors nobody looked at when the phrase bank was written: the rest would promise too much.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.danger import material
from bench.danger.training import Sample, sampled, trained
from domain.urgency import CARD, UrgencySigns
from domain.urgency_score import Scorecard, ScorecardData

WRITERS = ("teen", "drunk", "pensioner", "newcomer", "dialect", "mother", "exprisoner", "careful", "mixed")
UNTOUCHED = ("dialect", "mother", "careful")
TIMES = 30  # sentences from a line of the bank
MOST_ALARMS = 0.03
NEVER = float("inf")
STEPS = [step / 5 for step in range(-5, 19)]


@dataclass(frozen=True, slots=True)
class Tried:
    """What the rules and an unseeing scorecard say of one message."""

    urgent: bool
    rule: bool
    rule_is_right: bool
    score: float
    label_is_right: bool

    def alarm(self, alarm: float, calm: float) -> bool:
        """Whether the two together see danger. A `calm` of NEVER leaves the rules out."""
        return self.score >= alarm or (self.rule and self.score >= calm)


def main() -> None:
    """Measure, choose the thresholds, fit on everything and write the scorecard."""
    signs = UrgencySigns.load()
    tables = sampled(signs, material.tables())
    more = sampled(signs, _more(signs))
    if "--only-fit" not in sys.argv:
        measured = _measured(signs, tables, more)
        _print(measured)
        alarm, calm = best_thresholds([one for writer in UNTOUCHED for one in measured[writer]])
    else:
        known = json.loads(CARD.read_text(encoding="utf-8"))
        alarm, calm = known["alarm"], known["calm"]
    write(trained([*tables, *more], alarm, calm))


def _more(signs: UrgencySigns) -> list[material.Example]:
    tables = list(material.tables())
    return [*material.retold(tables), *material.joined(tables), *material.bank(TIMES), *material.ordinary(signs)]


def write(card: ScorecardData) -> None:
    """Store the scorecard as readable data, one feature a line."""
    CARD.write_text(json.dumps(card.model_dump(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _measured(signs: UrgencySigns, tables: Sequence[Sample], more: Sequence[Sample]) -> dict[str, list[Tried]]:
    found = {}
    for writer in WRITERS:
        card = trained([one for one in (*tables, *more) if one.example.source != writer])
        found[writer] = [_tried(signs, card, one) for one in tables if one.example.source == writer]
        print(f"{writer} is measured", file=sys.stderr)
    return found


def _tried(signs: UrgencySigns, data: ScorecardData, sample: Sample) -> Tried:
    card = Scorecard(data)
    scored = card.score(sample.found, sample.clauses)
    rule = signs.by_rule(sample.example.text)
    labels = sample.example.labels
    return Tried(
        urgent=bool(labels),
        rule=rule is not None,
        rule_is_right=rule is not None and rule.label in labels,
        score=scored.score,
        label_is_right=card.label(sample.found, scored.stretch) in labels,
    )


def best_thresholds(tried: Sequence[Tried], calm: Sequence[float] = STEPS) -> tuple[float, float]:
    """The alarm and calm thresholds that find most of the danger with few enough false alarms."""
    pairs = [(high, low) for high in STEPS for low in calm]
    return max(pairs, key=lambda pair: _worth(tried, *pair))


def _worth(tried: Sequence[Tried], alarm: float, calm: float) -> tuple[float, float]:
    found, false = _rates(tried, alarm, calm)
    return (found if false <= MOST_ALARMS else -false), -false


def _rates(tried: Sequence[Tried], alarm: float, calm: float) -> tuple[float, float]:
    urgent = [one.alarm(alarm, calm) for one in tried if one.urgent]
    innocent = [one.alarm(alarm, calm) for one in tried if not one.urgent]
    return sum(urgent) / len(urgent), sum(innocent) / len(innocent)


def _print(measured: Mapping[str, Sequence[Tried]]) -> None:
    rows = {writer: _row(writer, measured) for writer in measured}
    for writer, row in {
        **rows,
        "all": [sum(column) / len(rows) for column in zip(*rows.values(), strict=True)],
    }.items():
        print(f"{writer:12}", "  ".join(f"{row[i]:.3f}/{row[i + 1]:.3f}" for i in range(0, len(row), 2)))
    print("found/false alarms of: rules, scorecard, both (thresholds from other tables)")
    every = [one for tried in measured.values() for one in tried if one.urgent]
    print(f"right label: rules {sum(o.rule_is_right for o in every) / sum(o.rule for o in every):.3f},", end=" ")
    print(f"scorecard {sum(o.label_is_right for o in every) / len(every):.3f} of all")


def _row(writer: str, measured: Mapping[str, Sequence[Tried]]) -> list[float]:
    others = [one for other in UNTOUCHED if other != writer for one in measured[other]]
    alone, both = best_thresholds(others, [NEVER]), best_thresholds(others)
    pairs = ((NEVER, -NEVER), alone, both)
    return [rate for pair in pairs for rate in _rates(measured[writer], *pair)]


if __name__ == "__main__":
    main()
