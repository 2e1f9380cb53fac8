"""A large catalogue for an editor: more than 2 000 services, 300 facts and 200 example people."""

from pathlib import Path
from typing import Any

from fastapi import FastAPI

from api.clock import now, today
from api.db import rulebooks, staff
from api.main import create_app
from api.settings import Settings
from api.staff.passwords import hashed
from bench.match import many
from domain.catalogue import load_seed
from domain.editions import Edition, edition_of, extras_of
from domain.people import load_people
from domain.rules import RuleBook

COPIES, FACTS, PEOPLE = 21, 300, 200
EDITOR = "mittaaja"
PASSWORD = "mittaajan pitkä salasana"


def large() -> Edition:
    """Return the catalogue: that of the product again and again, with further facts that further lines ask for."""
    seed = load_seed()
    copied = many(seed, COPIES).model_dump(mode="json")
    question = next(fact for fact in copied["facts"] if fact["id"] == "velkaongelma")
    more = FACTS - len(copied["facts"])
    copied["facts"] += [{**question, "id": f"lisatieto_{n}", "derived_from": None} for n in range(more)]
    for number, service in enumerate(copied["services"]):
        asked = {"fact": f"lisatieto_{number % more}", "op": "is", "value": False}
        service["preferring"] = [*service["preferring"], {"any_of": [asked], "weight": 1, "why_fi": "Lisätieto"}]
    people = [person for number in range(3) for person in _people(number)][:PEOPLE]
    return Edition(RuleBook.model_validate(copied), edition_of(seed, {}).texts, {one.id: one for one in people})


def _people(number: int) -> list[Any]:
    return [person.model_copy(update={"id": f"{person.id}-{number}"}) for person in load_people()]


def app_in(folder: Path, **more: Any) -> FastAPI:
    """Return the product with its data in the folder."""
    return create_app(Settings(data_dir=folder, rasa_token="x"), **more)


async def publish(app: FastAPI, edition: Edition) -> None:
    """Make an account for the editor and publish the catalogue as version 2 of a running product."""
    product = app.state.product
    approval = rulebooks.Approval("edit", "x", 1, extras_of(edition), [])
    async with product.database.write() as db:
        await staff.add(db, EDITOR, "admin", hashed(PASSWORD), at=now())
        await rulebooks.publish(
            db, edition.book, author="x", note="", effective_from=today(), at=now(), approval=approval
        )
    await product.rulebooks.version(2)
