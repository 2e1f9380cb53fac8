"""Refits the scorecard and prints what it does on writers that it has not seen: `python -m bench.danger.fit`.

The tables of a third of the writers are left out in turn; the two thresholds are those that find most of the danger
in what was left out with few enough false alarms. With `--only-fit` the thresholds stay.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.danger import material
from bench.danger.training import Sample, Trainer, parts, sampled
from domain.urgency import CARD, UrgencySigns
from domain.urgency_score import Scorecard, ScorecardData

FOLDS = 3
LOOKED_AT = ("seen", "heldout")  # tables whose errors were mended in the patterns would promise too much
TIMES = 30  # sentences from a line of the bank
# The writers sought what is hard to tell apart; of everyday messages, which have hardly such words, almost none alarms.
MOST_ALARMS = 0.05
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
        """Whether the two together see danger."""
        return self.score >= alarm or (self.rule and self.score >= calm)


def main() -> None:
    """Measure, choose the thresholds, fit on everything and write the scorecard."""
    signs = UrgencySigns.load()
    tables = sampled(signs, material.tables())
    trainer = Trainer([*tables, *parts(tables), *sampled(signs, _more(signs), rows_only=True)])
    if "--only-fit" not in sys.argv:
        measured = _measured(signs, tables, trainer)
        alarm, calm = best_thresholds([one for tried in measured.values() for one in tried])
        _print(measured, alarm, calm)
    else:
        known = json.loads(CARD.read_text(encoding="utf-8"))
        alarm, calm = known["alarm"], known["calm"]
    write(trainer.card(alarm=alarm, calm=calm))


def _more(signs: UrgencySigns) -> list[material.Example]:
    tables, everyday = list(material.tables()), list(material.ordinary(signs))
    more = material.joined(tables, everyday)
    return [*material.retold(tables), *more, *material.bank(TIMES), *everyday]


def write(card: ScorecardData) -> None:
    """Store the scorecard as readable data, one feature a line."""
    CARD.write_text(json.dumps(card.model_dump(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _measured(signs: UrgencySigns, tables: Sequence[Sample], trainer: Trainer) -> dict[str, list[Tried]]:
    sources = dict.fromkeys(one.example.source for one in tables)
    writers = [source for source in sources if not source.startswith(LOOKED_AT)]
    found: dict[str, list[Tried]] = {}
    for fold in range(FOLDS):
        left_out = set(writers[fold::FOLDS])
        card = Scorecard(trainer.card(left_out))
        for one in tables:
            if one.example.source in left_out:
                found.setdefault(one.example.source, []).append(_tried(signs, card, one))
        print(f"{fold + 1} of {FOLDS} parts measured", file=sys.stderr)
    return found


def _tried(signs: UrgencySigns, card: Scorecard, sample: Sample) -> Tried:
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


def best_thresholds(tried: Sequence[Tried]) -> tuple[float, float]:
    """The alarm and calm thresholds that find most of the danger with few enough false alarms."""
    return max(((high, low) for high in STEPS for low in STEPS), key=lambda pair: _worth(tried, *pair))


def _worth(tried: Sequence[Tried], alarm: float, calm: float) -> tuple[float, float]:
    found, false = _rates(tried, alarm, calm)
    return (found if false <= MOST_ALARMS else -false), -false


def _rates(tried: Sequence[Tried], alarm: float, calm: float) -> tuple[float, float]:
    urgent = [one.alarm(alarm, calm) for one in tried if one.urgent]
    innocent = [one.alarm(alarm, calm) for one in tried if not one.urgent]
    return sum(urgent) / len(urgent), sum(innocent) / len(innocent)


def _print(measured: Mapping[str, Sequence[Tried]], alarm: float, calm: float) -> None:
    every = [one for tried in measured.values() for one in tried]
    print(f"found/false alarms with alarm {alarm} and calm {calm}, by writers that were left out")
    for writer, tried in {**measured, "all": every}.items():
        print("{:12} {:.3f}/{:.3f}".format(writer, *_rates(tried, alarm, calm)))
    urgent = [one for one in every if one.urgent]
    rules = sum(one.rule_is_right for one in urgent) / sum(one.rule for one in urgent)
    print(f"right label: rules {rules:.3f}, scorecard {sum(one.label_is_right for one in urgent) / len(urgent):.3f}")


if __name__ == "__main__":
    main()
