"""Cases that went wrong once, as a caseworker would tell them."""

from datetime import date

import pytest

from domain.facts import Facts
from domain.guidance import guide
from domain.problems import Problem
from domain.render import suggestion_view

DAY = date(2026, 11, 21)
BENEFITS = {"etuusneuvonta", "yleistuki", "ansiopaivaraha", "perustoimeentulotuki", "asumistuki"}
UNEMPLOYED = {"tyollisyystilanne": "tyoton", "tyonhakija_rekisteroity": True, "etuus": ["yleistuki"]}


def shown(rulebook, **told):
    return suggestion_view(rulebook, guide(rulebook, Facts.of(rulebook.vocabulary, told), on=DAY))


def services(view):
    return [step["service"] for step in view["suggested"]]


def card(view, service):
    return next(step for step in view["suggested"] if step["service"] == service)


@pytest.mark.parametrize("told", [{}, {"kotikunta": "Oulu"}, {"tyollisyystilanne": "tyoton"}])
def test_who_has_told_hardly_anything_gets_one_easy_step(rulebook, told):
    assert len(services(shown(rulebook, **told))) == 1


def test_who_has_only_said_to_be_unemployed_is_not_sent_to_benefit_advice(rulebook):
    assert not BENEFITS & set(services(shown(rulebook, tyollisyystilanne="tyoton")))
    assert not BENEFITS & set(services(shown(rulebook)))


@pytest.mark.parametrize("more", [{}, {"etuus": ["ei_mitaan"]}, {"rahat_eivat_riita": True, "omaishoitaja": True}])
def test_a_start_up_grant_needs_an_interest_in_a_business(rulebook, more):
    carer = {"ika": 57, "tyollisyystilanne": "tyovoiman_ulkopuolella", "tyonhakija_rekisteroity": False}
    assert "starttiraha" not in services(shown(rulebook, **carer | more))


def test_an_idea_alone_does_not_make_a_start_up_grant_the_income(rulebook):
    idea = {"toiveet": ["yrittajyys"], "yrittajyys_vaihe": "idea", "tyottomyyskassa": "ei_jasen", "opiskelee": False}
    found = services(shown(rulebook, **UNEMPLOYED | idea | {"ika": 40, "etuus": ["ei_mitaan"]}))
    assert "yleistuki" in found
    assert "starttiraha" not in found


@pytest.mark.parametrize("notice", [{}, {"muutosturva_ilmoittautuminen": "ajoissa"}])
def test_dismissed_at_63_after_a_long_employment_sees_the_change_security(rulebook, notice):
    dismissed = {"ika": 63, "irtisanottu_5v_tyosuhteesta": True, "tyottomyys_kk": 2}
    assert "muutosturva-55" in services(shown(rulebook, **UNEMPLOYED | dismissed | notice))


def test_rehabilitation_allowance_waits_for_a_decision_on_rehabilitation(rulebook):
    assert "kuntoutusraha" not in services(shown(rulebook, tyollisyystilanne="tyoton", ika=40, rahat_eivat_riita=True))


def test_a_wish_for_paid_work_is_answered_first(rulebook):
    view = shown(rulebook, **UNEMPLOYED, ika=36, tyottomyys_kk=22, toiveet=["palkkatyo"], rahat_eivat_riita=False)
    assert "tyopaikka-tuella" in view["suggested"][0]["needs"]
    assert "palkkatuki" in services(view)


def test_a_bad_knee_leads_to_work_ability_not_to_the_mind(rulebook):
    found = services(shown(rulebook, tyollisyystilanne="tyoton", ika=61, tyokykya_rajoittava_sairaus_tai_vamma=True))
    assert "tyokykykoordinaattori" in found
    assert "mielenterveyspalvelut" not in found


def test_who_sleeps_on_a_sofa_meets_an_adviser_before_a_shelter(rulebook):
    view = shown(rulebook, tyollisyystilanne="muu", ika=19, asuminen="tilapainen")
    assert services(view)[0] == "asumisneuvonta"
    assert "häätö" not in card(view, "asumisneuvonta")["first_step"]


def test_a_prompt_from_kela_shapes_the_first_step(rulebook):
    told = {"ika": 22, "tyollisyystilanne": "tyoton", "kela_kehotus": True, "etuus": ["toimeentulotuki"]}
    view = shown(rulebook, **told)
    assert "kuukausi" in view["suggested"][0]["first_step"]
    assert "yleistuki" in services(view)


def test_no_more_than_three_steps_begin_at_once(rulebook, people):
    for person in people:
        phases = [step["phase"] for step in shown(rulebook, **person["facts"])["suggested"]]
        assert phases.count("now") <= 3
        assert phases == sorted(phases, key=["now", "next", "later"].index)


def test_reasons_tell_what_the_person_told_and_not_what_is_no_hindrance(rulebook, people):
    hollow = {
        "Ei eläkkeellä oleville",
        "Palvelu on 16 vuotta täyttäneille",
        "Ei yleensä samaan aikaan sairauspäivärahan kanssa",
    }
    for person in people:
        for step in shown(rulebook, **person["facts"])["suggested"]:
            told = {reason["text"] for reason in step["reasons"] if reason["verdict"] == "yes"}
            assert 1 <= len(told) <= 3
            assert not told & hollow


def test_what_was_never_asked_is_no_reason(rulebook):
    view = shown(rulebook, **UNEMPLOYED, ika=50, tyottomyys_kk=8, toiveet=["palkkatyo"], tyokyky_0_10=5)
    texts = [reason["text"] for step in view["suggested"] for reason in step["reasons"]]
    assert "Lausuntoa ei vielä ole" not in texts


def test_what_waits_for_an_answer_names_the_needs_it_would_answer(rulebook):
    view = shown(rulebook, **UNEMPLOYED, ika=41, velkaongelma=True, rahat_eivat_riita=True)
    active = {need["id"] for need in view["needs"]}
    touching = [bool(one["needs"]) for one in view["undecided"]]
    assert all(set(one["needs"]) <= active for one in view["undecided"])
    assert touching == sorted(touching, reverse=True)


def test_a_municipality_that_does_not_exist_is_refused(rulebook):
    assert rulebook.vocabulary.check({"kotikunta": "Tampere"}) == []
    assert rulebook.vocabulary.check({"kotikunta": "Manse"}) == [Problem("facts.kotikunta", "unknown_value", "'Manse'")]


def test_the_commonest_services_stand_first_in_the_long_list(rulebook):
    first = [reply.value for reply in rulebook.fact("nykyiset_palvelut").quick_replies_fi[:3]]
    assert first == [("alkuhaastattelu",), ("mielenterveyspalvelut",), ("kuntouttava-tyotoiminta",)]


def test_wishes_are_known_wishes(rulebook):
    known = {value.id for value in rulebook.fact("toiveet").values}
    assert {wish for need in rulebook.needs for wish in need.wishes} <= known
