"""What the conversation is flagged with is what the escalation rules listen to."""

from typing import get_args

from domain.catalogue import load_seed
from domain.urgency import Label

OF_SOMEBODY_ELSE = {"laheisen_kriisi"}


def test_every_sign_of_danger_of_ones_own_calls_for_a_human() -> None:
    heard = {signal for rule in load_seed().escalation for signal in rule.signals}
    assert set(get_args(Label)) - OF_SOMEBODY_ELSE <= heard
    assert not OF_SOMEBODY_ELSE & heard
