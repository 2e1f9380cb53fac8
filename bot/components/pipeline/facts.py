"""Reads the facts of a message in the context of what was asked, as entities for the actions."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Dict, List, Text, Type

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.pipeline.classifier import ActClassifier
from bot.components.pipeline.reader import NORMALISED
from bot.components.understanding import Understanding

ROOT = Path(__file__).parents[3]
UNDERSTOOD = "understood"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class FactReader(GraphComponent):
    """Sets the entities `fact`, `refused` and `dont_know`, and `understood`, the whole of what was found."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """The guessed act tells a wish from a request."""
        return [ActClassifier]

    def __init__(self, understanding: Understanding) -> None:
        self._understanding = understanding

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "FactReader":
        """Load the data of the language once for the process."""
        return cls(Understanding.load(ROOT / "nlu_data", ROOT / "domain" / "seed"))

    def process(self, messages: List[Message]) -> List[Message]:
        """Add what each message says."""
        for message in messages:
            found = self._found(message)
            message.set(UNDERSTOOD, found)
            entities = [{"entity": "fact", "value": fact} for fact in found["facts"]]
            entities += [{"entity": "refused", "value": {"fact": fact}} for fact in found["refused"]]
            entities += [{"entity": "dont_know", "value": {"fact": fact}} for fact in found["dont_know"]]
            message.set(ENTITIES, entities, add_to_output=True)
        return messages

    def _found(self, message: Message) -> Dict[Text, Any]:
        metadata = message.get(METADATA) or {}
        day = metadata.get("today")
        today = date.fromisoformat(day) if day else datetime.now().astimezone().date()
        guess = (message.get(INTENT) or {}).get("name")
        asked = list(metadata.get("asked") or [])
        return self._understanding.understand(message.get(TEXT), asked, today, guess, message.get(NORMALISED))
