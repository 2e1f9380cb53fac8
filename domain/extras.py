"""What editors change beside the rules: the product's own texts, example people, crisis numbers, teams and hours."""

from collections.abc import Mapping
from functools import cache

from domain.conditions import Frozen
from domain.hours import ServiceHours
from domain.municipalities import Directory
from domain.people import ExamplePerson, load_people
from domain.routing import Team, Teams
from domain.texts import Texts
from domain.urgent_answers import HelpNumber, UrgentAnswers


class Text(Frozen):
    """One sentence of the assistant in its variants."""

    id: str
    fi: str
    selko: str | None = None
    sv: str | None = None
    en: str | None = None


Beside = Text | ExamplePerson | HelpNumber | Team | ServiceHours
BESIDE: Mapping[str, type[Beside]] = {
    "texts": Text,
    "people": ExamplePerson,
    "numbers": HelpNumber,
    "teams": Team,
    "hours": ServiceHours,
}


@cache
def seed_texts() -> Mapping[str, Text]:
    """Return the sentences that this version of the product comes with."""
    return {i: Text.model_validate({"id": i, **variants}) for i, variants in Texts.load().sentences.items()}


@cache
def seed_people() -> Mapping[str, ExamplePerson]:
    """Return the example people that this version of the product comes with."""
    return {person.id: person for person in load_people()}


@cache
def seed_answers() -> UrgentAnswers:
    """Return the answers to signs of danger that this version of the product comes with."""
    return UrgentAnswers.load()


@cache
def seed_places() -> Directory:
    """Return the municipalities and areas that this version of the product comes with."""
    return Directory.load()


def seed_numbers() -> Mapping[str, HelpNumber]:
    """Return the crisis numbers that this version of the product comes with."""
    return seed_answers().numbers


@cache
def seed_routing() -> Teams:
    """Return the teams with what each kind takes, as this version of the product comes with them."""
    return Teams.load()


@cache
def seed_teams() -> Mapping[str, Team]:
    """Return the teams that this version of the product comes with."""
    return {team.id: team for team in seed_routing().teams}


@cache
def seed_hours() -> Mapping[str, ServiceHours]:
    """Return the one entry of service hours that this version of the product comes with."""
    hours = ServiceHours.load()
    return {hours.id: hours}
