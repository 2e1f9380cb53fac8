"""What was understood, act by act and fact by fact, as counts that can be added and compared."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from api.evaluating.scoring import Counts, compared


def of_messages(items: Sequence[Mapping[str, Any]], answers: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return for "acts" and "facts" how often each was right, falsely taken and missed."""
    acts: defaultdict[str, Counts] = defaultdict(Counts)
    facts: defaultdict[str, Counts] = defaultdict(Counts)
    for item, answer in zip(items, answers, strict=True):
        wanted, got = item["intent"], answer["intent"]
        if got in (wanted, *item.get("intent_alt", ())):
            acts[wanted].hits += 1
        else:
            acts[wanted].missed += 1
            acts[got].false += 1
        hits, false, missed = compared(item["facts"], item["tolerated"], answer["facts"])
        for fact, _ in hits:
            facts[fact].hits += 1
        for fact, _ in false:
            facts[fact].false += 1
        for fact, _ in missed:
            facts[fact].missed += 1
    return {"acts": _plain(acts), "facts": _plain(facts)}


def _plain(counted: Mapping[str, Counts]) -> dict[str, list[int]]:
    return {name: [one.hits, one.false, one.missed] for name, one in counted.items()}
