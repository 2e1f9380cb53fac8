"""Settles the dialogue act: the classifier's guess, put in the context of what was asked and understood."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Text, Type

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.acts.language import LANGUAGES, Languages
from bot.components.acts.openings import asks, load_question_words
from bot.components.acts.settling import REQUESTS, WITHOUT_A_SIDE, Situation, settle
from bot.components.facts.vocabulary import load_facts
from bot.components.finnish.tokens import Normalised
from bot.components.finnish.yesno import polarity
from bot.components.pipeline.classifier import ActClassifier
from bot.components.pipeline.facts import CORRECTION, ROOT, UNDERSTOOD, FactReader
from bot.components.pipeline.reader import NORMALISED

ACT = "act"
WORDS_OF_A_PLAIN_ANSWER = 2
SURE_WITHOUT_WORDS = 0.5
# Rasa keeps the name "restart" for an intent of its own.
IN_DIALOGUE = {"restart": "start_over"}
POLARITY = {"affirm": "yes", "deny": "no", "dont_know": "dont_know", "refuse": "refuse"}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ActResolver(GraphComponent):
    """Sets the intent that the dialogue's rules know, and `act`, the name by which others know it. Runs last."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """The guess and the facts must be there."""
        return [ActClassifier, FactReader]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the default config: below this probability a message without facts is not understood."""
        return {"not_understood_below": 0.3}

    def __init__(
        self,
        not_understood_below: float,
        languages: Languages,
        question_words: frozenset[Text],
        yes_values: Mapping[Text, Any],
    ) -> None:
        self._not_understood_below = not_understood_below
        self._languages = languages
        self._question_words = question_words
        self._yes_values = yes_values

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "ActResolver":
        """Load the lists of foreign words and the questions that are answered by yes or no."""
        folder = ROOT / "nlu_data" / "languages"
        return cls(
            config["not_understood_below"],
            Languages.load(folder),
            load_question_words(folder),
            yes_values(ROOT / "domain" / "seed"),
        )

    def process(self, messages: List[Message]) -> List[Message]:
        """Settle the act of each message."""
        for message in messages:
            guesses = {guess["name"]: guess["confidence"] for guess in message.get("intent_ranking") or []}
            act, sure = settle(guesses, self._situation(message, guesses))
            intent = "nlu_fallback" if sure < self._not_understood_below else IN_DIALOGUE.get(act, act)
            if act in REQUESTS:
                _keep_facts_only(message)
            elif act == "help":
                _leave_the_question_open(message)
            elif act in WITHOUT_A_SIDE and sure >= SURE_WITHOUT_WORDS:
                _leave_what_was_asked(message, act)
            message.set(ACT, act, add_to_output=True)
            message.set(INTENT, {"name": intent, "confidence": sure}, add_to_output=True)
        return messages

    def _situation(self, message: Message, guesses: Mapping[Text, float]) -> Situation:
        normalised, metadata = message.get(NORMALISED), message.get(METADATA) or {}
        understood = message.get(UNDERSTOOD) or {}
        asked = tuple(metadata.get("asked") or ())
        top = max(guesses, key=guesses.__getitem__, default="").rpartition("_")[2]
        language = self._languages.evidence(message.get(TEXT)).foreign_language(top if top in LANGUAGES else None)
        return Situation(
            asked=asked or (("",) if metadata.get("confirm") else ()),
            yes_no=len(asked) == 1 and asked[0] in self._yes_values,
            yes=self._yes_values.get(asked[0]) if asked else None,
            asks=asks(normalised, self._question_words),
            polarity=_polarity(understood, normalised, metadata),
            corrects="correct" in (understood.get("acts") or {}) or _worded_so(message),
            corrected=bool(understood.get("corrected")),
            offered=_offered(normalised, metadata),
            facts=understood.get("facts") or (),
            refused=understood.get("refused") or (),
            dont_know=understood.get("dont_know") or (),
            language=language,
        )


def _leave_the_question_open(message: Message) -> None:
    """A person who asks what a question means has not answered it: "mikä se on"."""
    asked = (message.get(METADATA) or {}).get("asked") or ()
    others = [entity for entity in message.get(ENTITIES) or () if entity["value"]["fact"] not in asked]
    message.set(ENTITIES, others, add_to_output=True)


def _offered(message: Normalised, metadata: Mapping[Text, Any]) -> bool:
    """Whether the message can be a plain yes or no to what was offered last."""
    words = sum(token.kind != "mark" for token in message.tokens)
    return bool(metadata.get("offer")) and words <= WORDS_OF_A_PLAIN_ANSWER


def _worded_so(message: Message) -> bool:
    """Whether a correction is all that the words can be; "siis" opens many a story too."""
    correction = message.get(CORRECTION)
    return correction is not None and (correction.sure or correction.short)


def _keep_facts_only(message: Message) -> None:
    """A person who asks for something has not declined what was asked: "en halua puhua koneelle"."""
    facts = [entity for entity in message.get(ENTITIES) or () if entity["entity"] == "fact"]
    message.set(ENTITIES, facts, add_to_output=True)


def _leave_what_was_asked(message: Message, act: Text) -> None:
    """A refusal in words that the reader of facts does not know is a refusal of what was asked all the same."""
    asked, entities = (message.get(METADATA) or {}).get("asked") or (), list(message.get(ENTITIES) or ())
    if any(entity["value"]["fact"] in asked or entity["entity"] != "fact" for entity in entities):
        return
    entities += [{"entity": WITHOUT_A_SIDE[act], "value": {"fact": fact}} for fact in asked]
    message.set(ENTITIES, entities, add_to_output=True)


def _polarity(understood: Mapping[Text, Any], message: Normalised, metadata: Mapping[Text, Any]) -> Optional[Text]:
    """What the words answer to the pending question; a reading that waits for its confirmation is one too."""
    if not metadata.get("asked") or _offered(message, metadata):
        return polarity(message)
    return next((answer for act, answer in POLARITY.items() if act in understood.get("acts", ())), None)


def yes_values(seed: Path) -> Dict[Text, Any]:
    """The facts whose question is answered by yes or no, and the value that a yes gives, None where it gives none."""
    facts = load_facts(seed)
    return {name: fact.yes for name, fact in facts.items() if fact.type == "bool" or name == "terveyskysymykset"}
