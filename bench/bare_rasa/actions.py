"""The one action of the reference."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from typing_extensions import override


class Answer(Action):
    """Says one thing."""

    @override
    def name(self) -> str:
        return "action_answer"

    @override
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        dispatcher.utter_message(text="selvä")
        return []
