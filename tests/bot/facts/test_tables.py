"""Messages and the facts a reader takes from them, as tables that anyone who knows Finnish can extend.

A row: the message; the asked fact, several of a screen joined by +, or nothing; the facts as `fact=value; fact=value`.
Values are kyllä and ei, numbers, ids, several ids joined by +, and ~ for any value. `-fact` is a refusal, `?fact`
"en tiedä". Facts that are probable do not count, nor do facts that a table leaves out under SIDE_FACTS.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

TABLES = Path(__file__).parent / "tables"
TODAY = date(2026, 11, 21)
SIDE_FACTS = {
    "tyokykya_rajoittava_sairaus_tai_vamma",
    "toimintakyky_heikentynyt",
    "sosiaalisen_tuen_tarve",
    "maahanmuuttanut",
    "ei_tutkintoa_perusasteen_jalkeen",
    "kiireellinen_avun_tarve",
    "tyollisyystilanne",
    "nykyiset_palvelut",
}


def rows():
    for path in sorted(TABLES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield pytest.param(row, id=f"{path.stem}: {row['viesti']}")


def read(text):
    parts = [part.strip() for part in text.split(";") if part.strip()]
    facts = dict(part.split("=", 1) for part in parts if part[0] not in "-?")
    return facts, [p[1:] for p in parts if p[0] == "-"], [p[1:] for p in parts if p[0] == "?"]


def written(value):
    if isinstance(value, bool):
        return "kyllä" if value else "ei"
    return "+".join(sorted(value)) if isinstance(value, list) else str(value)


@pytest.mark.parametrize("row", rows())
def test_what_is_read_from_a_message(understanding, row):
    asked = row["kysytty"].split("+") if row["kysytty"] else []
    wanted, refused, dont_know = read(row["tiedot"] or "")
    result = understanding.understand(row["viesti"], asked, TODAY)
    found = {fact["fact"]: written(fact["value"]) for fact in result["facts"] if fact["certain"]}
    wanted = {fact: found.get(fact, "nothing") if value == "~" else value for fact, value in wanted.items()}
    wanted = {fact: "+".join(sorted(value.split("+"))) for fact, value in wanted.items()}
    extra = {fact: found[fact] for fact in found if fact in SIDE_FACTS and fact not in wanted}
    assert found == {**extra, **wanted}
    assert (result["refused"], result["dont_know"]) == (refused, dont_know)
