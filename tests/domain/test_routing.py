"""Which team a case goes to, and what the reasons mean."""

import json

import pytest

from domain.catalogue import SEED, load_seed
from domain.routing import Case, Teams

ALL = frozenset(
    {"tyollisyys-pirkanmaa", "tyollisyys-uusimaa", "hyvinvointi-pirkanmaa", "hyvinvointi-helsinki", "kela", "nuoret"}
)


@pytest.fixture(scope="module")
def teams() -> Teams:
    return Teams.load()


@pytest.mark.parametrize(
    ("case", "team"),
    [
        (Case("pyynto", "Tampere", 44, {"tyonhaun-kaynnistys": "tarkea"}), "tyollisyys-pirkanmaa"),
        (Case("pyynto", "Helsinki", 44, {"tyonhaun-kaynnistys": "tarkea"}), "tyollisyys-uusimaa"),
        (Case("pyynto", "Tampere", 44, {"mielen-hyvinvointi": "tarkea", "velat": "tarkea"}), "hyvinvointi-pirkanmaa"),
        (Case("vaara", "Helsinki", 44, {"tyonhaun-kaynnistys": "tarkea"}), "hyvinvointi-helsinki"),
        (Case("pyynto", "Tampere", 19, {"nuoren-tuki": "tarkea"}), "nuoret"),
        (Case("pyynto", "Tampere", 44, {"nuoren-tuki": "tarkea"}), "tyollisyys-pirkanmaa"),
        (Case("pyynto", None, 44, {"toimeentulo": "kiireellinen"}), "kela"),
        (Case("pyynto", "Tampere"), "tyollisyys-pirkanmaa"),
        (Case("pyynto", "Oulu"), "yhteinen"),
        (Case("pyynto"), "yhteinen"),
    ],
)
def test_the_team_follows_home_needs_age_and_reason(teams: Teams, case: Case, team: str) -> None:
    assert teams.route(case, ALL) == team


def test_nobody_waits_where_nobody_works(teams: Teams) -> None:
    case = Case("vaara", "Tampere", 19, {"nuoren-tuki": "tarkea"})
    assert teams.route(case, {"tyollisyys-pirkanmaa"}) == "tyollisyys-pirkanmaa"
    assert teams.route(case, set()) == "yhteinen"


def test_danger_is_above_all_and_an_unknown_rule_is_still_a_rule(teams: Teams) -> None:
    reasons = [teams.reason_of(*one) for one in (("itsetuhoisuus", None), (None, "kriisi"), (None, "uusi-saanto"))]
    assert [one and (one.id, one.priority) for one in reasons] == [("vaara", 3), ("vaara", 3), ("saanto", 1)]
    assert teams.reason_of(None, None) is None


def test_every_sign_of_danger_and_every_rule_has_its_reason(teams: Teams) -> None:
    answers = json.loads((SEED / "urgent_answers.json").read_text(encoding="utf-8"))
    assert answers
    for label in ("hengenvaara", "itsetuhoisuus", "vakivalta", "asunnoton_tanaan", "uhkaus", "lapsi_vaarassa",
                  "laheisen_kriisi"):  # fmt: skip
        assert (reason := teams.reason_of(label, None)) is not None
        assert reason.priority >= 2


def test_the_data_holds_together(teams: Teams) -> None:
    needs = {need.id for need in load_seed().needs}
    assert {need for kind in teams.kinds for need in kind.needs} <= needs
    assert {team.kind for team in teams.teams} == {kind.id for kind in teams.kinds}
    assert len({team.id for team in teams.teams}) == len(teams.teams)
    homes = [teams.places.home(name) for name in teams.places.names]
    regions, wellbeing_areas = {home.region for home in homes if home}, {home.wellbeing_area for home in homes if home}
    assert all(set(team.regions) <= regions for team in teams.teams)
    assert {area for team in teams.teams for area in team.wellbeing_areas} == wellbeing_areas
