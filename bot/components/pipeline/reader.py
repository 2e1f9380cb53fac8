"""Reads a message once: lemmas of normalised Finnish as tokens for the classifier."""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from bot.components.finnish.normalise import normalise
from bot.components.finnish.tokens import Token as Piece

NORMALISED = "normalised"
NUMBER = "<n>"
TELLING_MARKS = "?"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class FinnishReader(Tokenizer):
    """Tokens are lemmas of normalised Finnish; `normalised` on the message keeps the rest for later components."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the default config; intents are names and are not split."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "token_pattern": None}

    def tokenize(self, message: Message, attribute: Text) -> List[Token]:
        """Return one token per word, its text the standard form and its lemma what the classifier learns from."""
        normalised = normalise(message.get(attribute))
        message.set(NORMALISED, normalised)
        return [
            Token(token.norm, token.start, token.end, lemma=_lemma(token))
            for token in normalised.tokens
            if token.kind != "mark" or token.original in TELLING_MARKS
        ] or [Token("_", 0, 0, lemma="_")]


def _lemma(token: Piece) -> Text:
    return NUMBER if token.kind == "number" else token.lemma or token.norm
