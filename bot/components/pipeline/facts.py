"""Reads the facts of a message in the context of what was asked and told, as entities for the actions."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Sequence, Text, Type

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.acts.corrections import Correction, Corrections
from bot.components.pipeline.kept import Kept
from bot.components.pipeline.reader import NORMALISED, FinnishReader
from bot.components.taught import Taught
from bot.components.understanding import Understanding

ROOT = Path(__file__).parents[3]
WORDS = ROOT / "nlu_data"
UNDERSTOOD = "understood"
CORRECTION = "correction"
BOOL = "bool"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class FactReader(Kept):
    """Sets the entities `fact`, `refused` and `dont_know`, and `understood`, the whole of what was found."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """The message must have been read; training needs no guess of the act, so that is required by `ActResolver`."""
        return [FinnishReader]

    def __init__(self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        # Training reads no message, so the language is loaded only with a model.
        self._understanding: Optional[Understanding] = None
        self._corrections = Corrections.load(WORDS / "languages")

    def train(self, training_data: TrainingData) -> Resource:
        """Keep what was taught with the model."""
        taught = Taught.of(training_data.entity_synonyms, training_data.lookup_tables)
        with self._storage.write_to(self._resource) as folder:
            taught.write(folder)
        return self._resource

    def recall(self, folder: Path) -> None:
        """Load the data of the language and what was taught."""
        self._understanding = Understanding.load(WORDS, ROOT / "domain" / "seed", Taught.read(folder))

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
        asked = list(metadata.get("asked") or [])
        correction = self._corrections.read(message.get(NORMALISED))
        message.set(CORRECTION, correction)
        told = [fact for fact in _told(metadata) if fact in self._understanding.facts]
        if correction and told:
            if right := self._put_right(correction, told, today):
                return right
            if correction.sure or correction.wrong:
                return self._understanding.understand(correction.text, asked, today)
        if correction and correction.sure and asked and (other := self._put_right_elsewhere(message, asked, today)):
            return other
        guess = (message.get(INTENT) or {}).get("name")
        return self._understanding.understand(message.get(TEXT), asked, today, guess, message.get(NORMALISED))

    def _put_right(self, correction: Correction, told: Sequence[Text], today: date) -> Optional[Dict[Text, Any]]:
        """The message read as an answer to what was told last, the first that it fits."""
        for fact in told if correction.text else ():
            polar = not correction.sure and self._understanding.facts[fact].type == BOOL
            free = polar or not correction.short
            found = self._understanding.understand(correction.text, [] if free else [fact], today)
            if any(one["fact"] == fact and one["certain"] for one in found["facts"]):
                return {**found, "refused": [], "dont_know": [], "corrected": fact}
        return None

    def _put_right_elsewhere(self, message: Message, asked: Sequence[Text], today: date) -> Optional[Dict[Text, Any]]:
        """The message read without its question where it puts right something that was not asked."""
        found = self._understanding.understand(message.get(TEXT), [], today, None, message.get(NORMALISED))
        told = [one["fact"] for one in found["facts"] if one["certain"]]
        return {**found, "corrected": told[0]} if told and set(told).isdisjoint(asked) else None


def _told(metadata: Mapping[Text, Any]) -> List[Text]:
    """What a correction may put right: the reading that waits for its confirmation, then what was told last."""
    confirm = metadata.get("confirm") or {}
    return [fact for fact in (confirm.get("fact"), *(metadata.get("told") or ())) if fact]
