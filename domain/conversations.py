"""Who a conversation is with, and which events move it on."""

from enum import StrEnum

from domain.errors import Refused


class State(StrEnum):
    """Who answers the person now."""

    BOT = "bot"
    WAITING = "waiting"
    ADVISOR = "advisor"
    CLOSED = "closed"


class Event(StrEnum):
    """What happens to a conversation."""

    ASKED_FOR_HUMAN = "asked_for_human"
    CLAIMED = "claimed"
    LEFT = "left"
    RELEASED = "released"
    HANDED_BACK = "handed_back"
    CLOSED = "closed"
    WROTE_AGAIN = "wrote_again"


# A call-back is claimed straight from the bot: outside service hours the person goes on with the bot meanwhile.
NEXT: dict[tuple[State, Event], State] = {
    (State.BOT, Event.ASKED_FOR_HUMAN): State.WAITING,
    (State.BOT, Event.CLAIMED): State.ADVISOR,
    (State.WAITING, Event.CLAIMED): State.ADVISOR,
    (State.ADVISOR, Event.CLAIMED): State.ADVISOR,
    (State.WAITING, Event.LEFT): State.BOT,
    (State.ADVISOR, Event.RELEASED): State.WAITING,
    (State.ADVISOR, Event.HANDED_BACK): State.BOT,
    (State.ADVISOR, Event.CLOSED): State.CLOSED,
    (State.CLOSED, Event.WROTE_AGAIN): State.BOT,
    (State.CLOSED, Event.ASKED_FOR_HUMAN): State.WAITING,
}


def following(state: State, event: Event) -> State:
    """Return the state after the event. Raises Refused("not_now") when the table has no such move."""
    if (state, event) not in NEXT:
        raise Refused("not_now", f"{event} in {state}")
    return NEXT[state, event]
