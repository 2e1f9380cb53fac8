"""Fills in what is left unsaid: in "veljellä on velkoja, mulla ei oo" the writer denies having debts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .context import clauses_of
from .lists import ContextWords
from .words import Negation, Word


def unsaid(words: Sequence[Word], lists: ContextWords) -> list[Word]:
    """Denied copies of what is said of someone else, where the next clause only says that the writer is not so."""
    ghosts: list[Word] = []
    about_others: list[Word] = []
    for clause in clauses_of(words):
        if all(word.other for word in clause):
            about_others += clause
            continue
        denial = next((word for word in clause if word.norm in lists.negations), None)
        if denial and about_others and all(word.norm in lists.empty for word in clause):
            ghosts += [_denied(word, denial, len(words) + i) for i, word in enumerate(about_others)]
        about_others = []
    return ghosts


def _denied(word: Word, denial: Word, index: int) -> Word:
    return replace(
        word,
        index=index,
        sentence=denial.sentence,
        clause=denial.clause,
        other=False,
        theirs=False,
        negation=Negation(denial.index, None, True),
    )
