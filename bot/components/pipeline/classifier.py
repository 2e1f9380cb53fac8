"""Guesses the dialogue act from lemmas, pieces of words and kinds of words: weighted counts and logistic regression."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Mapping, Text, Tuple, Type

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.components.pipeline.kept import Kept
from bot.components.pipeline.reader import KIND
from bot.components.pipeline.weighing import Weighing

# Plain arrays: skops, which Rasa stores such models with, takes seconds to import.
FILE = "acts.npz"
TOKENS = "text_tokens"
MOST_TOKENS = 200
# The kinds of words count for less than the words themselves.
SHARES = {"lemmas": 1.0, "letters": 1.0, "kinds": 0.5}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ActClassifier(Kept):
    """Sets `intent_ranking` from one sparse vector a message.

    TF-IDF, because a rare word tells more about an act than a common one; see the decision record for the comparison.
    """

    @classmethod
    def required_components(cls) -> List[Type]:
        """Tokens with lemmas must be there."""
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the default config: longest runs of lemmas, letters and kinds, and the inverse of regularisation."""
        return {"lemmas": 2, "letters": 5, "kinds": 3, "C": 10.0, "max_iter": 300, "tf_idf": True}

    def __init__(self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        weighted = {"sublinear_tf": config["tf_idf"], "use_idf": config["tf_idf"]}
        weighted["norm"] = "l2" if config["tf_idf"] else None
        words = r"\S+"
        self._vectorizers: Mapping[Text, TfidfVectorizer] = {
            "lemmas": TfidfVectorizer(token_pattern=words, ngram_range=(1, config["lemmas"]), **weighted),
            "letters": TfidfVectorizer(analyzer="char_wb", ngram_range=(2, config["letters"]), **weighted),
            "kinds": TfidfVectorizer(token_pattern=words, ngram_range=(1, config["kinds"]), **weighted),
        }
        self._learned: Mapping[Text, np.ndarray] = {}
        self._weighed: Tuple[Weighing, ...] = ()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has an intent, and store what was learned."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        said = zip(self._vectorizers.items(), _words(examples), strict=True)
        vectors = [SHARES[name] * vectorizer.fit_transform(texts) for (name, vectorizer), texts in said]
        model = LogisticRegression(C=self._config["C"], max_iter=self._config["max_iter"], class_weight="balanced")
        model.fit(hstack(vectors).tocsr(), [example.get(INTENT) for example in examples])
        arrays = {name: _arrays(vectorizer) for name, vectorizer in self._vectorizers.items()}
        self._learned = {
            **{f"{name}_{key}": array for name, of_one in arrays.items() for key, array in of_one.items()},
            "acts": model.classes_.astype(str),
            "bias": model.intercept_,
            # A row a feature: a message needs a few rows, and scikit-learn would copy them all for each message.
            "weights": np.ascontiguousarray(model.coef_.T, dtype=np.float32),
        }
        self._take_up(self._learned)
        with self._storage.write_to(self._resource) as folder:
            np.savez(folder / FILE, **self._learned)
        return self._resource

    def recall(self, folder: Path) -> None:
        """Read the stored arrays."""
        with np.load(folder / FILE) as arrays:
            self._take_up(dict(arrays))

    def _take_up(self, learned: Mapping[Text, np.ndarray]) -> None:
        self._learned = learned
        self._weighed, start = (), 0
        for name, vectorizer in self._vectorizers.items():
            terms = learned[f"{name}_terms"].tolist()
            rows = SHARES[name] * learned["weights"][start : start + len(terms)]
            self._weighed += (Weighing(vectorizer, terms, learned[f"{name}_idf"], rows),)
            start += len(terms)

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the acts by falling probability; the first is the intent until the dialogue's context settles it."""
        for message in messages:
            sure = self._probabilities(message)
            guesses = zip(self._learned["acts"].tolist(), sure.tolist(), strict=True)
            ranking = sorted(guesses, key=lambda guess: -guess[1])
            ranked = [{"name": act, "confidence": probability} for act, probability in ranking]
            message.set(INTENT, ranked[0], add_to_output=True)
            message.set("intent_ranking", ranked, add_to_output=True)
        return messages

    def _probabilities(self, message: Message) -> np.ndarray:
        scores = self._learned["bias"].copy()
        for weighing, (text,) in zip(self._weighed, _words([message]), strict=True):
            scores += weighing.scores(text)
        grown = np.exp(scores - scores.max())
        return grown / grown.sum()


def _arrays(vectorizer: TfidfVectorizer) -> Dict[Text, np.ndarray]:
    """The terms in the order of their places, and how rare each is (all alike where that does not count)."""
    terms = vectorizer.get_feature_names_out().astype(str)
    return {"terms": terms, "idf": vectorizer.idf_ if vectorizer.use_idf else np.ones(len(terms))}


def _words(messages: List[Message]) -> Tuple[List[Text], ...]:
    """The lemmas, the standard forms and the kinds of words of each message, separated by spaces."""
    tokens: List[List[Token]] = [message.get(TOKENS)[:MOST_TOKENS] for message in messages]
    return (
        [" ".join(token.lemma for token in one) for one in tokens],
        [" ".join(token.text for token in one) for one in tokens],
        [" ".join(token.get(KIND, token.text) for token in one) for one in tokens],
    )
