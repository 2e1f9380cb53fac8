"""The pattern language of nlu_data/facts."""

import pytest

from bot.components.facts.patterns import Lexicon, PatternError, Reader, anchors, find
from bot.components.facts.words import fold, words_of
from bot.components.finnish.normalise import normalise


def found(pattern, text, concepts=None):
    lexicon = Lexicon()
    node = Reader(lexicon, concepts or {}).read(pattern)
    words = words_of(normalise(text))
    for word in words:
        word.hits = lexicon.hits(word.forms, (fold(word.token.norm), fold(word.token.original)))
    return [sorted(span.matched) for span in find(node, words, {})]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("velka", "paljon velkoja"),
        ("velk*", "olen velkaantunut"),
        ("*tuki", "saan asumistuki"),
        ("=rahaa", "ei rahaa"),
        ("velka|laina", "iso laina"),
        ("maksaa vuokra", "en pysty maksamaan tätä vuokraa"),
        ("maksaa .. vuokra", "maksan aina joka kuun alussa vuokran"),
        ("kuntouttava_työtoiminta", "kuntouttavassa työtoiminnassa"),
        ("vuokra & maksaa", "vuokra on maksamatta"),
        ("asunto on $", "oma asunto on"),
        ("työtön", "tyottomana"),
        ("@velat", "ulosotossa"),
    ],
)
def test_a_pattern_is_found(pattern, text):
    assert found(pattern, text, {"velat": "velka* ulosot*"})


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("velka !ei", "ei velkaa"),
        ("=rahaa", "rahasta"),
        ("vuokra maksaa", "maksaa vuokra"),
        ("maksaa vuokra", "maksan aina joka kuun alussa vuokran"),
        ("asunto on $", "asunto on huono"),
        ("velka & velka", "velka"),
    ],
)
def test_a_pattern_is_not_found(pattern, text):
    assert not found(pattern, text)


@pytest.mark.parametrize("pattern", ["", "!ei", "@unknown", "a*"])
def test_a_pattern_that_cannot_be_read_is_refused(pattern):
    with pytest.raises(PatternError):
        Reader(Lexicon(), {}).read(pattern)


def test_the_longest_words_anchor_a_pattern():
    lexicon = Lexicon()
    node = Reader(lexicon, {}).read("ei & ulosotto")
    assert anchors(node)[1] == {lexicon.word("ulosotto").number}
