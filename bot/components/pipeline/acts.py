"""Settles the dialogue act: the classifier's guess, put in the context of what was asked and understood."""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

# Rasa keeps the name "restart" for an intent of its own.
IN_DIALOGUE = {"restart": "start_over"}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ActResolver(GraphComponent):
    """Sets the intent of a message; runs last."""

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "ActResolver":
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:
        """Put the act under `act` and the intent that the dialogue's rules know beside it."""
        for message in messages:
            act = (message.get(INTENT) or {}).get("name") or "nlu_fallback"
            intent = {**message.get(INTENT), "name": IN_DIALOGUE.get(act, act)}
            message.set("act", act, add_to_output=True)
            message.set(INTENT, intent, add_to_output=True)
        return messages
