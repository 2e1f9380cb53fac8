"""How well the example people are matched: what must be in the set, what must not, and how large the set is."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from api.evaluating.scoring import Scored, share
from domain.commands import match_lines
from domain.rules import RuleBook

SEED = Path(__file__).resolve().parents[2] / "domain" / "seed"
FILES = ("people.json", "people_more.json", "people_third.json")
SMALLEST, LARGEST = 3, 7


def score(rulebook: RuleBook, *, on: date) -> Scored:
    """Figures over every example person of the seed."""
    people = [person for name in FILES for person in json.loads((SEED / name).read_bytes())]
    answers = list(match_lines((json.dumps(person).encode() for person in people), rulebook, on=on))
    suggested = [{one["service"] for one in answer["suggested"]} for answer in answers]
    wanted = got = forbidden = small = 0
    wrong: list[dict[str, Any]] = []
    for person, services in zip(people, suggested, strict=True):
        must, must_not = set(person["must_include"]), {one["service"] for one in person["must_not_include"]}
        wanted += len(must)
        got += len(must & services)
        forbidden += len(must_not & services)
        small += SMALLEST <= len(services) <= LARGEST
        if must - services or must_not & services:
            wrong.append({"id": person["id"], "missing": sorted(must - services), "false": sorted(must_not & services)})
    figures = {
        "must_include": share(got, wanted),
        "must_not_include": float(forbidden),
        "sets_of_3_to_7": share(small, len(people)),
    }
    return Scored(figures, wrong)
