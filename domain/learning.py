"""What editors teach the reading of Finnish: spoken forms, and messages with what they say."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from domain.conditions import Frozen, Value
from domain.facts import Vocabulary
from domain.problems import Problem

ACTS = (
    "affirm", "ask_human", "ask_privacy", "ask_service", "ask_why", "complaint", "correct", "delete_data", "deny",
    "dont_know", "goodbye", "greet", "help", "inform", "language_en", "language_sv", "off_topic", "refuse", "restart",
    "show_result", "thank",
)  # fmt: skip
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Rasa reads brackets in training text as marks of its own.
BRACKETS = re.compile(r"[\[\](){}]")
LONGEST, MOST_WORDS, SHORTEST_WORD = 300, 6, 2
GRAM, TOO_LIKE, LONG_ENOUGH = 4, 0.8, 12


class Form(Frozen):
    """A spoken form and the written words that it stands for."""

    kind: Literal["form"] = "form"
    spoken: str
    written: str


class Mark(Frozen):
    """Words of a message and the value of a fact that they tell; of a set one of its values."""

    fact: str
    value: Value
    words: str


class Said(Frozen):
    """A message, what its writer wants with it and which facts it tells."""

    kind: Literal["message"] = "message"
    text: str
    asked: str | None = None
    act: str | None = None
    marks: tuple[Mark, ...] = ()


Example = Form | Said


def faults(example: Example, vocabulary: Vocabulary, held_out: Iterable[str]) -> list[Problem]:
    """Return what is wrong with an example; `held_out` are the messages that models are measured on."""
    if isinstance(example, Form):
        return list(_faults_of_form(example))
    return [*_faults_of_message(example, held_out), *_faults_of_marks(example, vocabulary)]


def _faults_of_form(form: Form) -> Iterator[Problem]:
    if not WORD.fullmatch(form.spoken):
        yield Problem("spoken", "one_word")
    if not _words(form.written):
        yield Problem("written", "plain_words")
    if form.spoken.lower() == form.written.lower():
        yield Problem("written", "same_as_spoken")


def _faults_of_message(said: Said, held_out: Iterable[str]) -> Iterator[Problem]:
    if not said.text.strip() or len(said.text) > LONGEST:
        yield Problem("text", "wrong_length", str(LONGEST))
    if said.act is None and not said.marks:
        yield Problem("act", "nothing_marked")
    if said.act is not None and said.act not in ACTS:
        yield Problem("act", "unknown_act", said.act[:64])
    if _too_like(said.text, held_out):
        yield Problem("text", "held_out")


def _faults_of_marks(said: Said, vocabulary: Vocabulary) -> Iterator[Problem]:
    if said.asked is not None and said.asked not in vocabulary:
        yield Problem("asked", "unknown_fact", said.asked[:64])
    for number, mark in enumerate(said.marks):
        if mark.fact not in vocabulary:
            yield Problem(f"marks.{number}.fact", "unknown_fact", mark.fact[:64])
            continue
        fact = vocabulary[mark.fact]
        if fact.ask == "advisor_only" or fact.type in {"text", "municipality"}:
            yield Problem(f"marks.{number}.fact", "not_told_by_words", mark.fact)
        elif fault := fact.fault((mark.value,) if fact.type == "set" else mark.value):
            yield Problem(f"marks.{number}.value", fault, mark.fact)
        if not _words(mark.words):
            yield Problem(f"marks.{number}.words", "plain_words")
        elif _plain(mark.words) not in _plain(said.text):
            yield Problem(f"marks.{number}.words", "not_in_text")


def _words(text: str) -> list[str]:
    """Return the words, none when there is anything but words that can be looked for."""
    words = text.lower().split()
    plain = all(WORD.fullmatch(word) and len(word) >= SHORTEST_WORD for word in words)
    return words if plain and len(words) <= MOST_WORDS else []


def _too_like(text: str, held_out: Iterable[str]) -> bool:
    plain = _plain(text)
    mine = _grams(plain)
    return any(
        other == plain or (len(plain) > LONG_ENOUGH < len(other) and _likeness(mine, _grams(other)) >= TOO_LIKE)
        for other in map(_plain, held_out)
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower().replace("ä", "a").replace("ö", "o")))


def _grams(text: str) -> set[str]:
    return {text[at : at + GRAM] for at in range(len(text) - GRAM + 1)}


def _likeness(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def training_text(examples: Sequence[Example]) -> str:
    """Return the examples as a training file of Rasa: acts as intents, forms as synonyms, phrases as lookup tables.

    A lookup table is named `["fact", value]`; the reading of facts takes its phrases for that value.
    """
    by_act: dict[str, list[str]] = {}
    forms: dict[str, list[str]] = {}
    phrases: dict[str, list[str]] = {}
    for example in examples:
        if isinstance(example, Form):
            forms.setdefault(" ".join(_words(example.written)), []).append(example.spoken.lower())
            continue
        if example.act is not None:
            by_act.setdefault(example.act, []).append(" ".join(BRACKETS.sub(" ", example.text).split()))
        for mark in example.marks:
            name = json.dumps([mark.fact, mark.value], ensure_ascii=False)
            phrases.setdefault(name, []).append(" ".join(_words(mark.words)))
    items = [*_items("intent", by_act), *_items("synonym", forms), *_items("lookup", phrases)]
    return "".join(['version: "3.1"\n', "nlu:\n" if items else "", *items])


def _items(kind: str, lines: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for name, told in sorted(lines.items()):
        examples = "".join(f"    - {line}\n" for line in dict.fromkeys(told))
        yield f"- {kind}: {json.dumps(name, ensure_ascii=False)}\n  examples: |\n{examples}"
