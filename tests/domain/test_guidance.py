"""The newest answers of the rules are remembered, and are the same as worked out anew."""

from datetime import date

from domain.catalogue import load_seed
from domain.facts import Facts
from domain.guidance import REMEMBERED, fresh_guidance, guide

ON = date(2026, 11, 21)


def test_the_same_facts_in_any_order_are_not_worked_out_twice() -> None:
    book = load_seed()
    one = Facts.of(book.vocabulary, {"ika": 40, "velkaongelma": True})
    other = Facts.of(book.vocabulary, {"velkaongelma": True, "ika": 40})
    assert guide(book, one, on=ON) is guide(book, other, on=ON)
    assert guide(book, one, on=ON) is not guide(book, one, on=ON, signals=("vakivalta",))


def test_only_the_newest_are_remembered_and_each_is_right() -> None:
    book = load_seed()
    everybody = [Facts.of(book.vocabulary, {"ika": age}) for age in range(18, 18 + REMEMBERED + 3)]
    first = guide(book, everybody[0], on=ON)
    for facts in everybody:
        found, fresh = guide(book, facts, on=ON), fresh_guidance(book, facts, ON)
        assert (found.plan.suggested, found.turn, found.escalate) == (fresh.plan.suggested, fresh.turn, fresh.escalate)
    assert guide(book, everybody[0], on=ON) is not first
