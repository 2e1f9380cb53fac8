"""Reads a message once: lemmas of normalised Finnish as tokens for the classifier."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import METADATA
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.acts.field_terms import field_terms
from bot.components.finnish.new_places import know
from bot.components.finnish.normalise import normalise
from bot.components.finnish.tokens import Token as Piece
from bot.components.pipeline.kept import Kept
from bot.components.taught import Taught

NORMALISED = "normalised"
NUMBER = "<n>"
PLACE = "<kunta>"
TERM = "<palvelu>"
KIND = "kind"
VERBS = ("teonsana", "kieltosana")
TELLING_MARKS = "?"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class FinnishReader(Kept, Tokenizer):
    """Tokens are lemmas of normalised Finnish; `normalised` on the message keeps the rest for later components."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the default config; intents are names and are not split."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "token_pattern": None}

    def __init__(self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource) -> None:
        Tokenizer.__init__(self, config)
        Kept.__init__(self, config, storage, resource)
        self._taught = Taught()

    def train(self, training_data: TrainingData) -> Resource:
        """Keep the spoken forms that were taught with the model."""
        with self._storage.write_to(self._resource) as folder:
            Taught(training_data.entity_synonyms).write(folder)
        return self._resource

    def recall(self, folder: Path) -> None:
        """Take up the spoken forms that the model keeps."""
        self._taught = Taught.read(folder)

    def tokenize(self, message: Message, attribute: Text) -> List[Token]:
        """Return one token per word, its text the standard form and its lemma what the classifier learns from."""
        know(tuple((message.get(METADATA) or {}).get("places") or ()))
        normalised = normalise(message.get(attribute), self._taught.forms)
        message.set(NORMALISED, normalised)
        return [
            Token(token.norm, token.start, token.end, lemma=_lemma(token), data={KIND: _kind(token)})
            for token in normalised.tokens
            if token.kind != "mark" or token.original in TELLING_MARKS
        ] or [Token("_", 0, 0, lemma="_", data={KIND: "_"})]


def _lemma(token: Piece) -> Text:
    """What the classifier learns from: which number or town it is does not matter, that a service is named does."""
    if token.kind == "number" or token.place:
        return PLACE if token.place else NUMBER
    lemma = token.lemma or token.norm
    return f"{lemma} {TERM}" if field_terms().names(token.norm) else lemma


def _kind(token: Piece) -> Text:
    """The class of the word, of a verb also its mood and person: who is told, asked or ordered shows in these."""
    if token.pos not in VERBS:
        return token.pos or token.kind
    told = token.features
    asks = "?" if told.get("question") else ""
    return f"{token.pos}:{told.get('mood', '')}:{told.get('person', '')}{asks}"
