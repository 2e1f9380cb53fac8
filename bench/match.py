"""What the rules cost: services with reasons, the set, the path and the next turn; and two other engines' verdicts."""

import json
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bench.engines import other_engines
from bench.figures import summary, table, write
from bench.stack import ROOT
from domain.catalogue import load_seed
from domain.cover import choose
from domain.facts import Facts, plain
from domain.guidance import Guidance, fresh_guidance
from domain.matching import assess
from domain.rehearsal import answered
from domain.render import contract_match
from domain.rules import RuleBook

PEOPLE = ("people.json", "people_more.json", "people_third.json")
ROUNDS = 3
COPIES = 20
ON = date(2026, 11, 21)


def main(data: Path = ROOT / "var" / "bench") -> dict[str, Any]:
    """Run, print the table and write `match.json`; each figure is one person at one moment."""
    small, people = load_seed(), _people()
    large = many(small, COPIES)
    told = [person["facts"] for person in people]
    here, there = len(small.services), len(large.services)
    rows = {
        f"{here} services, verdicts and reasons": _each(told, lambda known: _reasons(small, known)),
        **{f"{here} services, {name}, verdict only": _each(told, run) for name, run in other_engines(small).items()},
        f"{here} services, whole answer, all facts": _each(told, lambda known: _whole(small, known)),
        f"{here} services, whole answer, every turn": summary(
            [ms for person in people for ms in _course(small, person)]
        ),
        f"{here} services, the line of the command match": _each(told, lambda known: _line(small, known)),
        f"{there} services, whole answer, all facts": _each(told, lambda known: _whole(large, known)),
    }
    print(table(rows))
    result = {"rows": rows}
    write(data, "match", result)
    return result


def many(rulebook: RuleBook, copies: int) -> RuleBook:
    """Return the rule book with every service again under other ids, so that each copy has its own rivals and path."""
    data = rulebook.model_dump(mode="json")
    data["services"] = [_again(service, number) for number in range(copies) for service in data["services"]]
    return RuleBook.model_validate(data)


def _again(service: Mapping[str, Any], number: int) -> dict[str, Any]:
    def other(ids: list[str]) -> list[str]:
        return [f"{i}-{number}" for i in ids]

    rivals = [one | {"service": f"{one['service']}-{number}"} for one in service["excludes"]]
    path = {"after": other(service["after"]), "before": other(service["before"]), "excludes": rivals}
    return {**service, **path, "id": f"{service['id']}-{number}"}


def _reasons(rulebook: RuleBook, known: Mapping[str, Any]) -> None:
    list(assess(rulebook, Facts.of(rulebook.vocabulary, known), on=ON).services.values())


def _whole(rulebook: RuleBook, known: Mapping[str, Any]) -> Guidance:
    # The choice of an earlier round must not be there ready.
    choose.cache_clear()
    guidance = fresh_guidance(rulebook, Facts.of(rulebook.vocabulary, known), ON)
    _looked_at(guidance)
    return guidance


def _looked_at(guidance: Guidance) -> tuple[object, ...]:
    """Have the lazy parts worked out: the path with its reasons, what is in use, and the gaps."""
    return guidance.plan.suggested, guidance.plan.in_use, guidance.plan.gaps


def _line(rulebook: RuleBook, known: Mapping[str, Any]) -> None:
    contract_match("", _whole(rulebook, known))


def _course(rulebook: RuleBook, person: Mapping[str, Any]) -> list[float]:
    """Return the times of all turns of one interview."""
    truth = {fact: plain(value) for fact, value in person["facts"].items()}
    facts, times = Facts(), list[float]()
    while True:
        choose.cache_clear()
        begun = time.perf_counter()
        guidance = fresh_guidance(rulebook, facts, ON)
        _looked_at(guidance)
        times.append((time.perf_counter() - begun) * 1000)
        if guidance.turn is None:
            return times
        facts = answered(facts, guidance.turn, truth, person["declined"])


def _each(people: list[dict[str, Any]], work: Callable[[dict[str, Any]], object]) -> dict[str, float]:
    work(people[0])
    times = []
    for known in people * ROUNDS:
        begun = time.perf_counter()
        work(known)
        times.append((time.perf_counter() - begun) * 1000)
    return summary(times)


def _people() -> list[dict[str, Any]]:
    seed = ROOT / "domain" / "seed"
    return [person for name in PEOPLE for person in json.loads((seed / name).read_text("utf-8"))]


if __name__ == "__main__":
    main()
