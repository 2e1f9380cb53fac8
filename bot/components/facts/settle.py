"""Brings what was found to one value for each fact: corrections, the more telling words, what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from .rules import Hit
from .vocabulary import Fact

NOTHING = frozenset({"ei_mitaan", "ei_diagnoosia"})
VAGUE = frozenset({"muu"})
# Fact -> the age at which it can begin, and its units a year.
LIFETIMES = {"tyottomyys_kk": (15, 12), "hoitosuhde_kk": (3, 12), "maassaolo_v": (0, 1)}


def settle(hits: Iterable[Hit], facts: Mapping[str, Fact], corrected_from: int) -> list[Hit]:
    """One hit for each fact, or for each element of a set, in the order of the message."""
    by_fact: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.fact in facts and _possible(hit, facts[hit.fact]):
            by_fact.setdefault(hit.fact, []).append(hit)
    settled: list[Hit] = []
    for fact, every in by_fact.items():
        after = [hit for hit in every if hit.start >= corrected_from]
        found = after if corrected_from and after else every
        settled += _elements(found) if facts[fact].type == "set" else [_best(found)]
    return sorted(_in_a_lifetime(settled), key=lambda hit: hit.start)


def _in_a_lifetime(settled: Sequence[Hit]) -> Iterator[Hit]:
    """The hits without times that are longer than the age allows."""
    age = next((hit.value for hit in settled if hit.fact == "ika"), None)
    for hit in settled:
        limit = LIFETIMES.get(hit.fact)
        if age is None or limit is None or hit.value <= (age - limit[0]) * limit[1]:
            yield hit


def _possible(hit: Hit, fact: Fact) -> bool:
    if fact.type == "int":
        return isinstance(hit.value, int) and fact.low <= hit.value <= fact.high
    return fact.type in ("bool", "text", "municipality") or hit.value in fact.values


def _best(found: Sequence[Hit]) -> Hit:
    """Certain before probable, an answer before a remark, the order of the data, the more telling and later words."""
    return min(found, key=lambda hit: (not hit.certain, hit.size < 0, not hit.answer, hit.rank, -hit.size, -hit.start))


def _elements(found: Sequence[Hit]) -> list[Hit]:
    best: dict[Any, Hit] = {}
    for hit in found:
        if hit.value not in best or (hit.certain, hit.size) > (best[hit.value].certain, best[hit.value].size):
            best[hit.value] = hit
    told = [hit for hit in best.values() if hit.size > 0 or not _inside_another(hit, best.values())]
    named = [hit for hit in told if hit.value not in NOTHING]
    nothing = [hit for hit in best.values() if hit.value in NOTHING]
    if nothing and all(hit.value in VAGUE for hit in named):
        return nothing
    return named or nothing


def _inside_another(weak: Hit, every: Iterable[Hit]) -> bool:
    """Whether the words of a weak hit are among those that told another value: "kuntoon" of "rahat kuntoon"."""
    telling = [hit for hit in every if hit.size > 0 and hit.certain]
    return any(hit.start <= weak.start and weak.end <= hit.end and hit.value != weak.value for hit in telling)


def follow(settled: list[Hit], entailments: Sequence[Mapping[str, Any]]) -> list[Hit]:
    """The hits with those that follow from them, in the words of the source, and without those that cannot be."""
    out = list(settled)
    for rule in entailments:
        ((fact, value),) = rule["when"].items()
        source = next((hit for hit in out if hit.fact == fact and hit.value == value), None)
        if source is None:
            continue
        barred = rule.get("never", {})
        out = [hit for hit in out if hit.fact not in barred or hit.value != barred[hit.fact]]
        known = {hit.fact for hit in out}
        out += [replace(source, fact=f, value=v) for f, v in rule.get("then", {}).items() if f not in known]
    return out
