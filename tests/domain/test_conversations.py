"""Who a conversation is with: the moves that there are, and no others."""

from itertools import product

import pytest

from domain.conversations import NEXT, Event, State, following
from domain.errors import Refused


def test_the_way_to_a_human_and_back() -> None:
    state = State.BOT
    for event, expected in (
        (Event.ASKED_FOR_HUMAN, State.WAITING),
        (Event.CLAIMED, State.ADVISOR),
        (Event.RELEASED, State.WAITING),
        (Event.CLAIMED, State.ADVISOR),
        (Event.CLOSED, State.CLOSED),
        (Event.WROTE_AGAIN, State.BOT),
    ):
        state = following(state, event)
        assert state is expected


@pytest.mark.parametrize(("state", "event"), [pair for pair in product(State, Event) if pair not in NEXT])
def test_every_other_move_is_refused(state: State, event: Event) -> None:
    with pytest.raises(Refused, match="not_now"):
        following(state, event)


def test_no_state_is_a_dead_end() -> None:
    assert {state for state, _ in NEXT} == set(State)
