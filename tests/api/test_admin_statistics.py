"""How it goes: what is counted, what stays hidden, and who has looked."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from api.clock import FINLAND
from api.db.models.staff import Audit
from api.db.models.tally import Tally
from domain.facts import DECLINED, DONT_KNOW
from domain.statistics import monday
from tests.api.console import Console, console
from tests.api.house import House
from tests.api.talks import AT, a_set, counted, talked

pytestmark = pytest.mark.anyio
THIS_WEEK = monday(AT.astimezone(FINLAND).date()).isoformat()
ESPOO, TAMPERE = {"kotikunta": "Espoo", "ika": 21}, {"kotikunta": "Tampere", "ika": 50}


async def tables(reader: Console, query: str = "") -> dict[str, dict[tuple[str, str], Mapping[str, Any]]]:
    """The tables by id, each row by its key and part."""
    found = await reader.get(f"/statistics{query}")
    return {one["id"]: {(row["key"], row["part"]): row for row in one["rows"]} for one in found["tables"]}


async def test_conversations_are_counted_by_week_and_by_how_they_ended(house: House) -> None:
    await talked(house, 20, shown=a_set("tyopaja"))
    await talked(house, 10, asked=["ika", "kotikunta"])
    await talked(house, 8, escalated=("pyynto", None))
    await talked(house, 6, at=AT - timedelta(weeks=3))
    await talked(house, 7, at=AT - timedelta(weeks=30))
    await counted(house)
    found = await tables(await console(house, "Eeva"))
    assert found["weeks"]["", "count"]["all"] == 44
    assert found["weeks"][THIS_WEEK, "count"]["all"] == 38
    ends = {row["label"]: row["all"] for row in found["endings"].values()}
    assert ends == {
        "Kaikki": 44,
        "Sai ehdotuksen palveluista": 20,
        "Jäi kysymykseen: Kotikunta": 10,
        "Siirtyi ihmiselle ennen ehdotusta": 8,
        "Päättyi ennen ensimmäistä kysymystä tai kysymysten välissä": 6,
    }


async def test_questions_tell_who_answered_skipped_did_not_know_or_left(house: House) -> None:
    for answer in ({"ika": 30}, {"ika": DECLINED}, {"ika": DONT_KNOW}, {}):
        await talked(house, 6, asked=["ika"], answers=answer)
    await talked(house, 7, asked=["ika"], skipped=["ika"])
    await counted(house)
    rows = (await tables(await console(house, "Eeva")))["questions"]
    found = {part: row["all"] for (key, part), row in rows.items() if key == "ika"}
    assert found == {"all": 31, "known": 6, "skipped": 7, "declined": 6, "dont_know": 6, "left": 6}


async def test_services_tell_what_people_chose(house: House) -> None:
    await talked(house, 9, shown=a_set("tyopaja"), choices={"tyopaja": "accept"})
    await talked(house, 8, shown=a_set("tyopaja"), choices={"tyopaja": "reject"})
    await talked(house, 7, shown=a_set("tyopaja"))
    await talked(house, 6, shown=a_set(in_use=["tyopaja"]))
    await counted(house)
    rows = (await tables(await console(house, "Eeva")))["services"]
    found = {part: row["all"] for (_, part), row in rows.items()}
    assert found == {"all": 30, "accept": 9, "reject": 8, "silent": 7, "in_use": 6}


async def test_escalations_have_waits_only_where_enough_people_waited(house: House) -> None:
    for minutes in range(1, 12):
        await talked(house, escalated=("pyynto", timedelta(minutes=minutes)))
    await talked(house, 4, escalated=("vaara", timedelta(minutes=1)))
    await talked(house, 5, escalated=("ei_tulosta", None))
    await counted(house)
    rows = (await tables(await console(house, "Eeva")))["escalations"]
    assert [rows["pyynto", part]["all"] for part in ("count", "median", "p90")] == [11, 6, 10]
    assert [rows["vaara", part]["all"] for part in ("count", "median", "p90")] == [None, None, None]
    assert rows["ei_tulosta", "count"]["all"] is None
    assert rows["", "count"]["all"] == 20


async def test_gaps_are_told_by_municipality_and_small_places_together(house: House) -> None:
    for place, number in (("Espoo", 9), ("Tampere", 4), ("Utsjoki", 3)):
        await talked(house, number, answers={"kotikunta": place}, shown=a_set(gaps=["asuminen"]))
    await counted(house)
    found = await tables(await console(house, "Eeva"))
    gaps = {part: row["all"] for (_, part), row in found["gaps_by_place"].items()}
    assert gaps == {"all": 16, "Espoo": 9, "Muut kunnat yhteensä": 7}
    assert found["gaps"]["asuminen", "count"]["all"] == 16


async def test_experience_and_what_was_not_understood(house: House) -> None:
    await talked(house, 5, rating=5, misses=2)
    await talked(house, 6, rating=2)
    await counted(house)
    found = await tables(await console(house, "Eeva"))
    assert {key: row["all"] for (key, _), row in found["experience"].items()} == {"": 11, "2": 6, "5": 5}
    assert found["not_understood"]["", "count"]["all"] == 10


async def test_the_same_measures_by_age_language_and_region(house: House) -> None:
    await talked(house, 30, answers={**ESPOO, "kielitaito_suomi": "a1"}, shown=a_set("tyopaja"))
    await talked(house, 3, answers=ESPOO)
    await talked(house, 20, answers=TAMPERE, shown=a_set("tyopaja"))
    await talked(house, 9, answers=TAMPERE)
    await counted(house)
    reader = await console(house, "Eeva")
    labels = {}
    for group in ("age", "language", "region"):
        labels[group] = [one["label"] for one in (await reader.get(f"/statistics?group={group}"))["groups"]]
    assert labels == {
        "age": ["18–24", "45–54"],
        "language": ["Osaan vähän (A1)", "Ei tiedossa"],
        "region": ["Länsi-Uudenmaan hyvinvointialue", "Pirkanmaan hyvinvointialue"],
    }
    found = await tables(reader, "?group=age")
    assert found["weeks"]["", "count"]["cells"] == [33, 29]
    assert found["endings"]["result", "count"]["cells"] == [None, None]
    assert found["services"]["tyopaja", "all"]["cells"] == [30, 20]
    assert "gaps" not in await tables(reader, "?group=region")


async def test_an_erased_conversation_is_in_no_number_any_more(house: House) -> None:
    first, *_ = await talked(house, 6)
    await counted(house)
    await house.product.eraser.erase(first)
    assert (await tables(await console(house, "Eeva")))["weeks"]["", "count"]["all"] == 5


async def test_what_happens_later_is_counted_anew(house: House) -> None:
    ids = await talked(house, 6)
    await counted(house)
    visitor = await house.visitor()
    await counted(house)
    assert (await visitor.call("PUT", "/facts/ika", json={"value": 20})).status_code == 204
    await counted(house)
    async with house.product.database.read() as db:
        assert await db.scalar(select(Tally.age).where(Tally.conversation == visitor.id)) == "18-24"
        assert await db.scalar(select(func.count()).select_from(Tally)) == len(ids) + 1


async def test_nothing_that_a_person_wrote_is_in_it(house: House) -> None:
    await talked(
        house, 9, rating=3, answers={"tavoite_omin_sanoin": "haluan hitsaajaksi"}, choices={"tyopaja": "reject"}
    )
    await counted(house)
    everything = str(await (await console(house, "Eeva")).get("/statistics"))
    assert all(word not in everything for word in ("hitsaaja", "040", "oma syy"))


async def test_a_table_as_a_file_that_no_program_takes_for_formulas(house: House) -> None:
    await talked(house, 7, asked=["=1+1"], answers={"ika": 70})
    await talked(house, 2, asked=["ika"], answers={"ika": 70})
    await counted(house)
    reader = await console(house, "Eeva", "auditor")
    content = await reader.get("/statistics.csv?table=questions&group=age")
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").splitlines()
    assert lines[0] == "tunniste;nimi;mitä;kaikki;55 tai yli"
    assert "'=1+1;'=1+1;yhteensä;7;7" in lines
    assert "ika;Ikä;vastasi;..;.." in lines
    assert (await reader.get("/statistics.csv?table=toinen", 404))["code"] == "table_not_found"


async def test_looking_and_taking_out_are_written_down(house: House) -> None:
    reader = await console(house, "Outi", "auditor")
    await reader.get("/statistics?from=2026-11-04&to=2026-11-12&group=age")
    await reader.get("/statistics.csv?table=weeks&from=2026-11-04&to=2026-11-12")
    async with house.product.database.read() as db:
        rows = await db.execute(select(Audit.staff, Audit.action, Audit.detail).order_by(Audit.id))
    assert [tuple(row) for row in rows if row.action.startswith("statistics")] == [
        ("Outi", "statistics_read", "2026-11-02 - 2026-11-15, age"),
        ("Outi", "statistics_exported", "weeks, 2026-11-02 - 2026-11-15, none"),
    ]


async def test_a_period_that_ends_before_it_begins_is_refused(house: House) -> None:
    reader = await console(house, "Eeva")
    assert (await reader.get("/statistics?from=2026-11-20&to=2026-11-01", 422))["code"] == "invalid_period"
