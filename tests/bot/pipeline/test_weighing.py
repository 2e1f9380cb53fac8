"""One message weighs exactly what scikit-learn's vectorizer says."""

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.components.pipeline.weighing import Weighing

TEXTS = ["olla työtön ja velka", "minulla olla velka velka velka", "haluta ihminen", "miksi kysyä tämä", "ei olla työ"]
SAID = [*TEXTS, "", "   ", "aivan jotain muuta xyz", "velka velka työ", "İ ß ﬁ 😀 ei"]


@pytest.mark.parametrize("how", [{"sublinear_tf": True}, {"use_idf": False, "norm": None}, {"norm": "l2"}])
@pytest.mark.parametrize("by", [{"token_pattern": r"\S+", "ngram_range": (1, 2)},
                                {"analyzer": "char_wb", "ngram_range": (2, 5)}])  # fmt: skip
def test_as_the_vectorizer_says(how, by):
    vectorizer = TfidfVectorizer(**by, **how).fit(TEXTS)
    terms = vectorizer.get_feature_names_out().tolist()
    idf = vectorizer.idf_ if vectorizer.use_idf else np.ones(len(terms))
    weights = np.random.default_rng(1).normal(size=(len(terms), 3))
    weighing = Weighing(TfidfVectorizer(**by, **how), terms, idf, weights)
    for text in SAID:
        expected = vectorizer.transform([text])
        row = dict(zip(expected.indices.tolist(), expected.data.tolist(), strict=True))
        assert weighing.vector(text) == pytest.approx(row)
        assert weighing.scores(text) == pytest.approx((expected @ weights)[0])
