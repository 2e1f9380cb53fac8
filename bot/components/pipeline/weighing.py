"""One message as the vector that scikit-learn's TfidfVectorizer gives, without its checks, which took most of the time.

A vectorizer is built for thousands of texts at once; a test holds this to what it gives.
"""

from __future__ import annotations

from collections import Counter
from typing import Callable, Dict, List, Mapping, Text

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer


class Weighing:
    """The terms of one vectorizer with how rare each is, and a row of weights for each term."""

    def __init__(self, vectorizer: TfidfVectorizer, terms: List[Text], idf: np.ndarray, weights: np.ndarray) -> None:
        self._analyse: Callable[[Text], List[Text]] = vectorizer.build_analyzer()
        self._places: Mapping[Text, int] = {term: place for place, term in enumerate(terms)}
        self._idf = idf
        self._weights = weights
        self._sublinear = vectorizer.sublinear_tf
        self._normed = vectorizer.norm == "l2"

    def vector(self, text: Text) -> Dict[int, float]:
        """The terms of the text that are known, by place, and how much each counts."""
        places = self._places
        counted = Counter(places[term] for term in self._analyse(text) if term in places)
        if not counted:
            return {}
        found = np.fromiter(counted, dtype=np.intp)
        counts = np.fromiter(counted.values(), dtype=float)
        values = (1.0 + np.log(counts) if self._sublinear else counts) * self._idf[found]
        if self._normed:
            values /= np.sqrt(values @ values)
        return dict(zip(found.tolist(), values.tolist(), strict=True))

    def scores(self, text: Text) -> np.ndarray:
        """What the text adds to each act."""
        vector = self.vector(text)
        return np.fromiter(vector.values(), dtype=float) @ self._weights[np.fromiter(vector, dtype=np.intp)]
