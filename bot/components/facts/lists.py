"""The word lists that tell who, when and whether: loaded from nlu_data/facts/_context.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from .words import fold


@dataclass(frozen=True)
class ContextWords:
    """Folded words by the role they play in a clause; see the data file for what each list means."""

    people: frozenset[str]
    people_ends: frozenset[str]
    parents: frozenset[str]
    outsiders: frozenset[str]
    own: frozenset[str]
    strangers: frozenset[str]
    recovered: frozenset[str]
    bothers: frozenset[str]
    commands: frozenset[str]
    human: frozenset[str]
    media: frozenset[str]
    read: frozenset[str]
    they: frozenset[str]
    own_negations: frozenset[str]
    myself: frozenset[str]
    beside: frozenset[str]
    states: frozenset[str]
    before: frozenset[str]
    wishes: frozenset[str]
    if_words: frozenset[str]
    not_if: frozenset[str]
    fears: frozenset[str]
    hopes: frozenset[str]
    telling: frozenset[str]
    everyone: frozenset[str]
    must: frozenset[str]
    guesses: frozenset[str]
    question_words: frozenset[str]
    negations: frozenset[str]
    beliefs: frozenset[str]
    without: frozenset[str]
    absent: frozenset[str]
    not_denying: frozenset[str]
    boundaries: frozenset[str]
    links: frozenset[str]
    spreading: frozenset[str]
    many: frozenset[str]
    empty: frozenset[str]
    abbreviations: frozenset[str]

    @classmethod
    def from_data(cls, data: Mapping[str, str]) -> ContextWords:
        """The lists of the data file.

        Raises:
            KeyError: a list is missing.
        """
        return cls(**{item.name: frozenset(fold(word) for word in data[item.name].split()) for item in fields(cls)})
