"""Reads a message once: lemmas as tokens for the classifier, facts as entities for the actions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import ENTITIES, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.finnish.normalise import normalise
from bot.components.finnish.tokens import Token as Piece
from bot.components.understanding import Understanding

ROOT = Path(__file__).parents[3]
STRUCTURED = "/"
UNDERSTOOD = "understood"
NORMALISED = "normalised"
NUMBER = "<n>"
TELLING_MARKS = "?"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class FinnishReader(Tokenizer):
    """Tokens are lemmas of normalised Finnish; `understood` on the message holds what `Understanding` found."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the default config; intents are names and are not split."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "token_pattern": None}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "FinnishReader":
        """Load the data of the language once for the process."""
        reader = cls(config)
        reader.understanding = Understanding.load(ROOT / "nlu_data", ROOT / "domain" / "seed")
        return reader

    def tokenize(self, message: Message, attribute: Text) -> List[Token]:
        """Return one token per word, its text the lemma that the classifier learns from."""
        normalised = normalise(message.get(attribute))
        message.set(NORMALISED, normalised)
        return [
            Token(token.norm, token.start, token.end, lemma=_lemma(token))
            for token in normalised.tokens
            if token.kind != "mark" or token.original in TELLING_MARKS
        ] or [Token("_", 0, 0, lemma="_")]

    def process(self, messages: List[Message]) -> List[Message]:
        """Add tokens, and for a message of a person the facts in it."""
        for message in super().process(messages):
            text = message.get(TEXT)
            if isinstance(text, str) and not text.startswith(STRUCTURED):
                self._read_facts(message, text)
        return messages

    def _read_facts(self, message: Message, text: Text) -> None:
        metadata = message.get(METADATA) or {}
        today = date.fromisoformat(metadata["today"]) if metadata.get("today") else date.today()
        found = self.understanding.understand(text, list(metadata.get("asked") or []), today)
        message.set(UNDERSTOOD, found)
        entities = [{"entity": "fact", "value": fact} for fact in found["facts"]]
        entities += [{"entity": "refused", "value": {"fact": fact}} for fact in found["refused"]]
        entities += [{"entity": "dont_know", "value": {"fact": fact}} for fact in found["dont_know"]]
        message.set(ENTITIES, entities, add_to_output=True)


def _lemma(token: Piece) -> Text:
    return NUMBER if token.kind == "number" else token.lemma or token.norm
