"""A municipality that editors have added is understood in its cases at once, and words read before are read anew."""

from bot.components.finnish.new_places import know
from bot.components.finnish.normalise import normalise
from bot.components.finnish.places import find_home


def home(text):
    found = find_home(normalise(text), False)
    return found and found.name


def test_a_new_name_is_understood_in_all_its_cases():
    said = "Asun Keskusniemessä", "oon keskusniemeltä ja työtön", "muutin Keskusniemeen", "kotikunta on keskusniemi"
    assert [home(text) for text in said] == [None] * len(said)
    know(("Keskusniemi", "Kemi"))
    assert [home(text) for text in said] == ["Keskusniemi"] * len(said)
    assert home("Asun Kemissä") == "Kemi"
