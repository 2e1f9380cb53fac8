"""Voikko's readings of a word form, cached by form, with one handle a thread."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from functools import lru_cache

from libvoikko import Voikko

from .tables import field_words
from .tokens import Analysis

LONGEST = 48
CASES = {
    "nimento": "nominative",
    "omanto": "genitive",
    "osanto": "partitive",
    "sisaolento": "inessive",
    "sisaeronto": "elative",
    "sisatulento": "illative",
    "ulkoolento": "adessive",
    "ulkoeronto": "ablative",
    "ulkotulento": "allative",
    "olento": "essive",
    "tulento": "translative",
    "vajanto": "abessive",
    "keinonto": "instructive",
    "seuranto": "comitative",
    "kohdanto": "accusative",
    "kerrontosti": "adverbial",
}
FEATURES = {
    "NUMBER": "number",
    "PERSON": "person",
    "MOOD": "mood",
    "TENSE": "tense",
    "NEGATIVE": "negative",
    "COMPARISON": "comparison",
    "POSSESSIVE": "possessive",
    "PARTICIPLE": "participle",
    "FOCUS": "clitic",
    "KYSYMYSLIITE": "question",
}
PREFERENCE = {
    "kieltosana": 0.0,
    "asemosana": 0.5,
    "sidesana": 0.5,
    "lukusana": 0.5,
    "suhdesana": 1.2,
    "seikkasana": 1.0,
    "teonsana": 1.0,
    "nimisana": 1.5,
    "laatusana": 1.5,
    "nimisana_laatusana": 1.5,
    "paikannimi": 2.5,
    "huudahdussana": 1.5,
    "lyhenne": 3.0,
    "nimi": 4.0,
    "etunimi": 4.0,
    "sukunimi": 4.5,
}
NAMES = ("paikannimi", "etunimi", "sukunimi", "nimi")
BASE = re.compile(r"\(([^)]+)\)")
_local = threading.local()


def _handle() -> Voikko:
    if not hasattr(_local, "voikko"):
        _local.voikko = Voikko("fi")
    handle: Voikko = _local.voikko
    return handle


@lru_cache(maxsize=60_000)
def analyse(word: str) -> tuple[Analysis, ...]:
    """Every reading of the form, the likeliest first; none when Voikko does not know it."""
    if not word or len(word) > LONGEST or "\0" in word:
        return ()
    readings = [_reading(raw) for raw in _handle().analyze(word)]
    return tuple(sorted(readings, key=lambda reading: cost(reading) - 0.4 * (reading.lemma == word)))


def _reading(raw: Mapping[str, str]) -> Analysis:
    features = {ours: raw[theirs] for theirs, ours in FEATURES.items() if theirs in raw}
    if "SIJAMUOTO" in raw:
        features["case"] = CASES.get(raw["SIJAMUOTO"], raw["SIJAMUOTO"])
    parts = tuple(part.replace("=", "") for part in BASE.findall(raw.get("WORDBASES", "")))
    lemma, pos = raw.get("BASEFORM", ""), raw.get("CLASS", "")
    roots = [part for part in parts if not part.startswith("+")]
    if features.get("participle", "").startswith("past") and roots and features.get("case") == "nominative":
        features["adjective"] = lemma
        lemma, pos = roots[-1], "teonsana"
    elif "participle" in features and roots:
        features["verb"] = roots[-1]
    return Analysis(lemma, pos, features, parts)


def cost(reading: Analysis) -> float:
    """How unlikely a reading is before its sentence is known; smaller is likelier."""
    features = reading.features
    value = PREFERENCE.get(reading.pos, 2.0) + 0.6 * max(0, sum(not part.startswith("+") for part in reading.parts) - 1)
    if reading.lemma in field_words():
        value -= 2.0
    if features.get("case") in ("instructive", "comitative", "abessive"):
        value += 2.0
    if features.get("comparison") == "superlative" or features.get("possessive"):
        value += 0.8
    if features.get("mood") == "imperative" and features.get("negative") != "both":
        value += 0.6
    if features.get("participle") == "past_passive" and features.get("number") == "plural":
        value += 2.0
    return value
