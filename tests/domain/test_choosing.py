"""A situation worked out from another is the one worked out anew."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import choosing
from domain.choosing import Situation
from domain.lookahead import Lookahead, outcome
from domain.marks import Marks
from domain.matching import index_of
from tests.domain.books import TODAY, TYPES, answers, people
from tests.domain.test_layout import NO, fuller_books

law = settings(max_examples=60)


def seen(situation: Situation) -> tuple[object, ...]:
    numbers = range(len(situation.index.services))
    worths = [situation.worth(n) for n in numbers if situation.verdicts[n] != NO]
    chosen = situation.task, situation.chosen, outcome(situation)
    return bytes(situation.verdicts), bytes(situation.suitable), worths, situation.candidates, chosen


@law
@given(fuller_books(), people(), st.data(), st.sampled_from([1, 2, choosing.MANY]))
def test_a_situation_after_another_is_the_one_worked_out_anew(book, facts, data, many):
    before = Situation(Marks(index_of(book, TODAY), facts))
    with pytest.MonkeyPatch.context() as patch:
        # However many services the answer touches, by themselves or with all the others.
        patch.setattr(choosing, "MANY", many)
        for fact in data.draw(st.lists(st.sampled_from(sorted(TYPES)), min_size=1, max_size=3)):
            told = before.marks.told(before.index.number[fact], data.draw(answers(fact)))
            assert seen(Situation(told, before)) == seen(Situation(told))


@law
@given(fuller_books(), people(), st.sampled_from(sorted(TYPES)), st.data())
def test_an_answer_makes_a_difference_when_another_outcome_is_shown(book, facts, fact, data):
    now = Situation(Marks(index_of(book, TODAY), facts))
    told = now.marks.told(now.index.number[fact], data.draw(answers(fact)))
    assert Lookahead(now, limit=1).differs(told) == (outcome(Situation(told)) != outcome(now))
