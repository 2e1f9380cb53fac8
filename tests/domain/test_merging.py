"""Two people's changes: nothing is overwritten silently, and nothing is invented."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.merging import Conflict, Take, merge

LINES = [{"why_fi": "a"}, {"why_fi": "b"}, {"why_fi": "c"}]


def merged(base, mine, theirs, choices=None):
    found = merge(base, mine, theirs, choices or {})
    return found.value, [conflict.path for conflict in found.conflicts]


def test_changes_to_different_fields_are_both_kept():
    base = {"name": "x", "text": "y", "n": 1}
    assert merged(base, {**base, "name": "m"}, {**base, "text": "t"}) == ({"name": "m", "text": "t", "n": 1}, [])


def test_the_same_field_changed_twice_is_a_conflict_that_a_choice_settles():
    base, mine, theirs = {"n": 1}, {"n": 2}, {"n": 3}
    assert merge(base, mine, theirs, {}).conflicts == (Conflict(("n",), 1, 2, 3),)
    assert merged(base, mine, theirs, {("n",): Take("theirs")}) == ({"n": 3}, [])
    assert merged(base, mine, theirs, {("n",): Take("mine")}) == ({"n": 2}, [])
    assert merged(base, mine, theirs, {("n",): Take("value", 7)}) == ({"n": 7}, [])


def test_the_same_change_made_by_both_is_no_conflict():
    assert merged({"n": 1}, {"n": 2}, {"n": 2}) == ({"n": 2}, [])


def test_true_is_not_one():
    assert merged({"value": 1}, {"value": True}, {"value": 0}) == ({"value": True}, [("value",)])
    assert merged({"value": 1}, {"value": True}, {"value": 1})[0]["value"] is True


def test_deleting_what_the_other_changed_is_a_conflict():
    assert merged({"n": 1}, None, {"n": 2}) == (None, [()])
    assert merged({"n": 1}, None, {"n": 1}) == (None, [])
    assert merged(None, {"n": 1}, {"n": 2})[1] == [()]


def test_different_lines_changed_by_both_are_both_kept():
    mine, theirs = [{"why_fi": "A"}, *LINES[1:]], [*LINES[:2], {"why_fi": "C"}, {"why_fi": "d"}]
    value, conflicts = merged({"lines": LINES}, {"lines": mine}, {"lines": theirs})
    assert [line["why_fi"] for line in value["lines"]] == ["A", "b", "C", "d"]
    assert not conflicts


def test_the_same_line_changed_by_both_is_a_conflict_of_the_list():
    mine, theirs = [{"why_fi": "A"}, *LINES[1:]], [{"why_fi": "X"}, *LINES[1:]]
    assert merged({"lines": LINES}, {"lines": mine}, {"lines": theirs})[1] == [("lines",)]


@pytest.mark.parametrize("changed", [0, 1, 2])
def test_a_line_moved_by_one_and_changed_by_the_other_is_never_doubled_or_lost(changed):
    mine = [LINES[1], LINES[0], LINES[2]]
    theirs = [{"why_fi": "X"} if number == changed else line for number, line in enumerate(LINES)]
    value, conflicts = merged({"lines": LINES}, {"lines": mine}, {"lines": theirs})
    wanted = [{"why_fi": "X"} if line == LINES[changed] else line for line in mine]
    assert conflicts == [("lines",)] or value["lines"] == wanted


def test_named_members_are_merged_by_name():
    base = {"responds_to": [{"need": "a", "strength": 1}, {"need": "b", "strength": 1}]}
    mine = {"responds_to": [{"need": "a", "strength": 3}, {"need": "b", "strength": 1}]}
    theirs = {"responds_to": [{"need": "b", "strength": 2}, {"need": "a", "strength": 1}]}
    value, conflicts = merged(base, mine, theirs)
    assert value == {"responds_to": [{"need": "b", "strength": 2}, {"need": "a", "strength": 3}]}
    assert not conflicts


def test_members_added_by_both_are_both_there():
    found = merged({"after": ["a"]}, {"after": ["a", "m"]}, {"after": ["t"]})
    assert found == ({"after": ["t", "m"]}, [])


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(0, 3), st.sampled_from(["a", "b"])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(["x", "y", "lines"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(json_values, json_values)
def test_without_changes_of_one_the_other_is_the_answer(base, changed):
    assert merged(base, changed, base) == (changed, [])
    assert merged(base, base, changed) == (changed, [])
    assert merged(base, changed, changed) == (changed, [])


@given(json_values, json_values, json_values)
def test_conflicts_are_seen_from_both_sides(base, mine, theirs):
    assert {*merged(base, mine, theirs)[1]} == {*merged(base, theirs, mine)[1]}


@given(st.lists(st.integers(0, 9), unique=True, max_size=6), st.data())
def test_without_a_conflict_every_change_of_both_is_in_the_list(base, data):
    def changed(numbers):
        kept = [n for n in base if data.draw(st.booleans())]
        at = data.draw(st.integers(0, len(kept)))
        return kept[:at] + data.draw(st.lists(numbers, unique=True, max_size=2)) + kept[at:]

    mine, theirs = changed(st.integers(20, 29)), changed(st.integers(40, 49))
    value, conflicts = merged({"lines": base}, {"lines": mine}, {"lines": theirs})
    if not conflicts:
        kept = {n for n in base if n in mine and n in theirs}
        assert sorted(value["lines"]) == sorted(kept | ({*mine, *theirs} - {*base}))
        for side in (mine, theirs):
            order = [n for n in side if n in value["lines"]]
            assert all(value["lines"].index(a) < value["lines"].index(b) for a, b in pairwise(order))


@pytest.mark.parametrize("name", ["lines", "ways"])
def test_two_additions_in_one_place_are_a_conflict(name):
    assert merged({name: [1]}, {name: [1, 2]}, {name: [1, 3]})[1] == [(name,)]
