"""Figures of a set: what was understood against what a careful reader would take from each message."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Figures = dict[str, float]
Pair = tuple[str, Any]
TEXT_FACT = "tavoite_omin_sanoin"
LIKE = 0.5


@dataclass(slots=True)
class Counts:
    """Pairs of fact and value that are right, false and missed."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    def add(self, hits: int, false: int, missed: int) -> None:
        """Count one message more."""
        self.hits += hits
        self.false += false
        self.missed += missed

    @property
    def precision(self) -> float:
        """Share of what was taken that is right."""
        return share(self.hits, self.hits + self.false)

    @property
    def recall(self) -> float:
        """Share of what was said that was taken."""
        return share(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return share(2 * self.hits, 2 * self.hits + self.false + self.missed)


@dataclass(slots=True)
class Scored:
    """The figures of a set and its wrong items, each with what was wanted and what was got."""

    figures: Figures
    wrong: list[dict[str, Any]] = field(default_factory=list)


def share(part: float, whole: float) -> float:
    """`part` of `whole`, 0 where there is nothing."""
    return part / whole if whole else 0.0


def of_messages(items: Sequence[Mapping[str, Any]], answers: Sequence[Mapping[str, Any]]) -> Scored:
    """Facts by micro-averaged pairs, refusals, "en tiedä" and dialogue acts."""
    total, asked, volunteered = Counts(), Counts(), Counts()
    refused, dont_know = Counts(), Counts()
    exact = acts = without = clean = 0
    wrong = []
    for item, answer in zip(items, answers, strict=True):
        hits, false, missed = compared(item["facts"], item["tolerated"], answer["facts"])
        for counts in (total, asked if item["asked"] else volunteered):
            counts.add(len(hits), len(false), len(missed))
        flags_right = _flags(refused, item, answer, "refused") & _flags(dont_know, item, answer, "dont_know")
        act_right = answer["intent"] in (item["intent"], *item.get("intent_alt", ()))
        without += not item["facts"]
        clean += not item["facts"] and not false
        right = flags_right and not false and not missed
        exact += right
        acts += act_right
        if not (right and act_right):
            wrong.append(_wrong(item, answer, false=false, missed=missed))
    figures: Figures = {
        "facts_precision": total.precision,
        "facts_recall": total.recall,
        "facts_f1": total.f1,
        "facts_f1_answers": asked.f1,
        "facts_f1_volunteered": volunteered.f1,
        "no_fact_messages_clean": share(clean, without),
        "messages_exact": share(exact, len(items)),
        "refused_f1": refused.f1,
        "dont_know_f1": dont_know.f1,
        "intent_accuracy": share(acts, len(items)),
    }
    return Scored(figures, wrong)


def of_crisis(items: Sequence[Mapping[str, Any]], answers: Sequence[Mapping[str, Any]]) -> Scored:
    """How many signs of danger were seen, and how many innocent messages were taken for one."""
    danger = [(item, answer["urgent"]) for item, answer in zip(items, answers, strict=True) if item["label"]]
    calm = [(item, answer["urgent"]) for item, answer in zip(items, answers, strict=True) if not item["label"]]
    named = [got for item, got in danger if got in _labels(item)]
    alarms = [got for _, got in calm if got]
    figures: Figures = {
        "crisis_recall": share(sum(got is not None for _, got in danger), len(danger)),
        "crisis_label_accuracy": share(len(named), len(danger)),
        "false_alarm_rate": share(len(alarms), len(calm)),
    }
    wrong = [
        {"id": i["id"], "text": i["text"], "wanted": i["label"], "got": got}
        for i, got in (*danger, *calm)
        if got not in _labels(i)
    ]
    return Scored(figures, wrong)


def of_places(items: Sequence[Mapping[str, Any]], answers: Sequence[Mapping[str, Any]]) -> Scored:
    """How often the right home municipality is taken, or none where none is given."""
    got = [answer["facts"].get("kotikunta") for answer in answers]
    pairs = list(zip(items, got, strict=True))
    named = [(item, place) for item, place in pairs if item["municipality"]]
    nameless = [place for item, place in pairs if not item["municipality"]]
    figures: Figures = {
        "place_accuracy": share(sum(item["municipality"] == place for item, place in pairs), len(pairs)),
        "place_recall": share(sum(item["municipality"] == place for item, place in named), len(named)),
        "place_false_rate": share(sum(place is not None for place in nameless), len(nameless)),
    }
    wrong = [
        {"id": item["id"], "text": item["text"], "wanted": item["municipality"], "got": place}
        for item, place in pairs
        if item["municipality"] != place
    ]
    return Scored(figures, wrong)


def compared(
    wanted: Mapping[str, Any], tolerated: Mapping[str, Any], found: Mapping[str, Any]
) -> tuple[list[Pair], list[Pair], list[Pair]]:
    """Right, false and missed pairs; each element of a set is a pair of its own, a tolerated pair is none."""
    hits: list[Pair] = []
    false: list[Pair] = []
    missed: list[Pair] = []
    for fact in sorted({*wanted, *found}):
        allowed, values = _values(tolerated.get(fact)), _values(found.get(fact))
        single = fact in wanted and not isinstance(wanted[fact], list)
        needed = _values(wanted.get(fact))
        taken = [value for value in values if _is_in(fact, value, needed)]
        if single and not taken:
            taken = [value for value in values if _is_in(fact, value, allowed)][:1]
        hits += [(fact, value) for value in taken]
        if single:
            missed += [(fact, value) for value in needed if not taken]
        else:
            missed += [(fact, value) for value in needed if not _is_in(fact, value, values)]
        rest = (value for value in values if value not in taken)
        false += [(fact, value) for value in rest if not _is_in(fact, value, allowed)]
    return hits, false, missed


def _flags(counts: Counts, item: Mapping[str, Any], answer: Mapping[str, Any], kind: str) -> bool:
    wanted, got = set(item[kind]), set(answer[kind])
    counts.add(len(wanted & got), len(got - wanted), len(wanted - got))
    return wanted == got


def _wrong(item: Mapping[str, Any], answer: Mapping[str, Any], **pairs: list[Pair]) -> dict[str, Any]:
    told = {kind: dict(found) for kind, found in pairs.items() if found}
    acts = {"wanted": item["intent"], "got": answer["intent"]} if item["intent"] != answer["intent"] else {}
    flags = {kind: answer[kind] for kind in ("refused", "dont_know") if set(answer[kind]) != set(item[kind])}
    return {"id": item["id"], "asked": item["asked"], "text": item["text"], **told, **flags, **acts}


def _labels(item: Mapping[str, Any]) -> tuple[Any, ...]:
    return (item["label"], *item.get("label_alt", ()))


def _values(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(dict.fromkeys(value)) if isinstance(value, list) else [value]


def _is_in(fact: str, value: Any, values: Iterable[Any]) -> bool:
    return any(_same(fact, value, other) for other in values)


def _same(fact: str, one: Any, other: Any) -> bool:
    if fact == TEXT_FACT:
        left, right = (set(re.findall(r"\w+", str(text).casefold())) for text in (one, other))
        return bool(left & right) and 2 * len(left & right) >= LIKE * (len(left) + len(right))
    return type(one) is type(other) and bool(one == other)
