"""What the rules cost: services with reasons, the set, the path and the next turn, for whole and for scant facts."""

import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench.figures import summary, table, write
from bench.stack import ROOT
from domain.catalogue import load_seed
from domain.facts import Facts
from domain.guidance import guide
from domain.render import contract_match
from domain.rules import RuleBook

PEOPLE = ("people.json", "people_more.json")
ROUNDS = 5
SCANT = 6
ON = date(2026, 11, 21)


def main(data: Path = ROOT / "var" / "bench") -> dict[str, Any]:
    """Run, print the table and write `match.json`; each figure is one person from facts to the rendered answer."""
    rulebook = load_seed()
    rows = {
        f"{len(rulebook.services)} services, all facts": summary(_times(rulebook, None)),
        f"{len(rulebook.services)} services, {SCANT} facts": summary(_times(rulebook, SCANT)),
    }
    print(table(rows))
    result = {"rows": rows}
    write(data, "match", result)
    return result


def _times(rulebook: RuleBook, known: int | None) -> list[float]:
    people = [dict(list(facts.items())[:known]) for facts in _people()]
    return [_timed(rulebook, facts) for _ in range(ROUNDS) for facts in people]


def _timed(rulebook: RuleBook, known: dict[str, Any]) -> float:
    begun = time.perf_counter()
    contract_match("", guide(rulebook, Facts.of(rulebook.vocabulary, known), on=ON))
    return (time.perf_counter() - begun) * 1000


def _people() -> Iterator[dict[str, Any]]:
    for name in PEOPLE:
        for person in json.loads((ROOT / "domain" / "seed" / name).read_text("utf-8")):
            yield person["facts"]


if __name__ == "__main__":
    main()
