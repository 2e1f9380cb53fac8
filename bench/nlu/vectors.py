"""The act classifier with spaCy's word vectors, to see what they buy."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Text

import joblib
import numpy as np
import spacy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.components.pipeline.kept import Kept

MODEL = "spacy_fi_experimental_web_md"
FILE = "vectors.joblib"
TOKENS = "text_tokens"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class VectorClassifier(Kept):
    """Mean floret vector of the standard forms; with `beside` the product's lemmas and letters as well."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the default config; `weight` scales the vector against the other features."""
        return {"beside": True, "weight": 1.0, "C": 10.0}

    def __init__(self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._vocabulary = spacy.load(MODEL, enable=[]).vocab
        words = r"\S+"
        self._lemmas = TfidfVectorizer(token_pattern=words, ngram_range=(1, 2), sublinear_tf=True)
        self._letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
        self._model = LogisticRegression(C=config["C"], max_iter=300, class_weight="balanced")

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has an intent."""
        examples = training_data.intent_examples
        if self._config["beside"]:
            self._lemmas.fit(map(_lemmas, examples))
            self._letters.fit(map(_forms, examples))
        self._model.fit(self._features(examples), [example.get(INTENT) for example in examples])
        with self._storage.write_to(self._resource) as folder:
            joblib.dump((self._lemmas, self._letters, self._model), folder / FILE)
        return self._resource

    def recall(self, folder: Path) -> None:
        """Read what was learned."""
        self._lemmas, self._letters, self._model = joblib.load(folder / FILE)

    def process(self, messages: List[Message]) -> List[Message]:
        """Set the likeliest act of each message."""
        for message in messages:
            sure = self._model.predict_proba(self._features([message]))[0]
            best = int(np.argmax(sure))
            message.set(INTENT, {"name": self._model.classes_[best], "confidence": float(sure[best])}, True)
        return messages

    def _features(self, messages: List[Message]) -> csr_matrix:
        vectors = csr_matrix(np.stack([self._mean(message) for message in messages]))
        if not self._config["beside"]:
            return vectors
        lemmas = self._lemmas.transform(map(_lemmas, messages))
        return hstack([lemmas, self._letters.transform(map(_forms, messages)), vectors]).tocsr()

    def _mean(self, message: Message) -> np.ndarray:
        mean = np.mean([self._vocabulary.get_vector(token.text) for token in message.get(TOKENS)], axis=0)
        return self._config["weight"] * mean / (np.linalg.norm(mean) or 1.0)


def _lemmas(message: Message) -> Text:
    return " ".join(token.lemma for token in message.get(TOKENS))


def _forms(message: Message) -> Text:
    return " ".join(token.text for token in message.get(TOKENS))
