"""What people would read: nothing missing, no promises, sentences that can be read in one breath."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from string import Formatter

from domain.conditions import Frozen
from domain.editions import Edition
from domain.extras import Text, seed_texts
from domain.problems import Problem
from domain.rules import Fact, Service
from domain.wording import rule_words

SENTENCE = re.compile(r"(?<=[.?!])\s+")
NEEDED: Mapping[str, tuple[str, ...]] = {
    "services": ("name_fi", "group", "organiser", "decided_by", "summary_fi", "access_fi", "first_step_fi"),
    "needs": ("label_fi", "description_fi"),
    "facts": ("label_fi", "group"),
    "escalation": ("label_fi", "action_fi"),
}
SPOKEN: Mapping[str, tuple[str, ...]] = {
    "services": ("summary_fi", "access_fi", "first_step_fi", "first_step_written_fi", "parallel_note_fi"),
    "needs": ("description_fi",),
    "facts": ("question_fi", "help_fi"),
}
VARIANTS = ("selko",)
# Where these are missing, the ordinary label is plain enough.
LABELS = ("label_selko", "none_selko")


def review_texts(edition: Edition, only: Collection[str] | None = None) -> Iterator[Problem]:
    """Return what is wrong with what people read. With `only`, of services only these are read."""
    for collection, names in NEEDED.items():
        for i, entry in edition.entries(collection).items():
            if only is not None and collection == "services" and i not in only:
                continue
            place = f"{collection}.{i}"
            for name in names:
                if not str(getattr(entry, name)).strip():
                    yield Problem(f"{place}.{name}", "missing_text")
            for name in SPOKEN.get(collection, ()):
                yield from review_sentences(f"{place}.{name}", getattr(entry, name) or "")
            yield from _whys(place, entry) if isinstance(entry, Service) else ()
            yield from _labels(place, entry) if isinstance(entry, Fact) else ()
            yield from review_selko(place, entry) if isinstance(entry, Service | Fact) else ()
    yield from review_selko("interview", edition.book.interview)
    for i, text in edition.texts.items():
        yield from _variants(f"texts.{i}", text)
    yield from (Problem(f"texts.{i}", "needed_text", i) for i in seed_texts() if i not in edition.texts)


def _whys(place: str, service: Service) -> Iterator[Problem]:
    for number, way in enumerate(service.ways):
        for line, entry in enumerate(way.lines):
            yield from review_sentences(f"{place}.ways.{number}.lines.{line}.why_fi", entry.why_fi)
    for number, preference in enumerate(service.preferring):
        yield from review_sentences(f"{place}.preferring.{number}.why_fi", preference.why_fi)
    for number, step in enumerate(service.first_steps_when):
        yield from review_sentences(f"{place}.first_steps_when.{number}.step_fi", step.step_fi)


def _labels(place: str, fact: Fact) -> Iterator[Problem]:
    for number, value in enumerate(fact.values):
        if not value.label_fi.strip():
            yield Problem(f"{place}.values.{number}.label_fi", "missing_text")


def review_selko(place: str, entry: Frozen) -> Iterator[Problem]:
    """Return what is wrong with the versions in selkokieli of an entry and of what it holds, and which are missing."""
    for name, value in entry:
        if name.endswith("_selko"):
            if value:
                yield from review_sentences(f"{place}.{name}", value, longest=rule_words().longest_selko_sentence)
            elif name not in LABELS and getattr(entry, f"{name.removesuffix('_selko')}_fi"):
                yield Problem(f"{place}.{name}", "missing_variant", "selko")
        elif isinstance(value, tuple) and value and isinstance(value[0], Frozen):
            for number, held in enumerate(value):
                yield from review_selko(f"{place}.{name}.{number}", held)


def review_sentences(place: str, text: str, *, longest: int | None = None) -> Iterator[Problem]:
    """Return promises, cries and sentences that are too long, for ordinary Finnish or as told (words) in one text."""
    words = rule_words()
    if found := _phrases((*words.forbidden, *words.careful)).search(text):
        phrase = found[0].lower()
        yield Problem(place, "promise" if phrase in words.forbidden else "maybe_promise", phrase)
    if "!" in text:
        yield Problem(place, "exclamation")
    length = max((len(sentence.split()) for sentence in SENTENCE.split(text)), default=0)
    if length > (longest or words.longest_sentence):
        yield Problem(place, "sentence_too_long", str(length))


@cache
def _phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Finds the first of the phrases; those that promise for sure stand before those that may."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def _variants(place: str, text: Text) -> Iterator[Problem]:
    if not text.fi.strip():
        yield Problem(f"{place}.fi", "missing_text")
    own = seed_texts().get(text.id)
    wanted = _fields((own or text).fi)
    for name in ("fi", "selko", "sv", "en"):
        variant = getattr(text, name)
        if not variant:
            if name in VARIANTS:
                yield Problem(f"{place}.{name}", "missing_variant", name)
            continue
        found = _fields(variant)
        if found is None:
            yield Problem(f"{place}.{name}", "broken_placeholder")
        elif wanted is not None and found != wanted:
            yield Problem(f"{place}.{name}", "wrong_placeholder", ", ".join(sorted(found ^ wanted)))
        longest = rule_words().longest_selko_sentence if name == "selko" else None
        yield from review_sentences(f"{place}.{name}", variant, longest=longest)


def _fields(text: str) -> set[str] | None:
    """Return the names of the places for what the person said, or None when the braces do not match."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None
