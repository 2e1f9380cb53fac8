"""Names of services and terms of the field are known by their stems."""

import pytest

from bot.components.acts.field_terms import field_terms


@pytest.mark.parametrize(
    ("word", "known"),
    [("palkkatukea", True), ("ohjaamosta", True), ("karenssista", True), ("kahvia", False), ("", False)],
)
def test_a_name_of_the_field(word: str, known: bool) -> None:
    assert field_terms().names(word) is known
