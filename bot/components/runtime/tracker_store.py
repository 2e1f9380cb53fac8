"""Rasa's memory, kept to one turn: facts, state and messages live in the product's database only."""

from typing import Any, Iterable, Optional, Text

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import ActionExecuted, SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker


class OneTurnTrackerStore(TrackerStore):
    """Hands out a conversation that has just begun and keeps nothing.

    The product sends what a turn needs (the pending question, the day) as metadata, so nothing of a person stays in
    this process and the two-hundredth turn costs what the first does.
    """

    def __init__(self, domain: Any, event_broker: Any = None, **kwargs: Any) -> None:
        super().__init__(domain, event_broker, **{k: v for k, v in kwargs.items() if k not in {"host", "url"}})

    async def retrieve(self, sender_id: Text) -> Optional[DialogueStateTracker]:
        """Return a tracker that waits for its first message."""
        begun = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted(), ActionExecuted(ACTION_LISTEN_NAME)]
        return DialogueStateTracker.from_events(sender_id, evts=begun, slots=self.domain.slots)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep nothing."""

    async def keys(self) -> Iterable[Text]:
        """Return no conversation: none is kept."""
        return []
