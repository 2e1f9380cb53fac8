"""The exact choice against brute force, with the gain of a set counted anew."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import cover
from domain.cover import Candidate, Task, choose


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    count, needs = draw(st.integers(1, 7)), draw(st.integers(1, 3))
    answers = st.dictionaries(st.integers(0, needs - 1), st.integers(1, 3), min_size=1)
    candidates = tuple(
        Candidate(f"s{n}", draw(st.integers(-60, 60)), tuple(sorted(draw(answers).items()))) for n in range(count)
    )
    pairs = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda pair: pair[0] < pair[1])
    rivals = draw(st.lists(pairs, max_size=4, unique=True)) if count > 1 else []
    steps = draw(st.lists(pairs, max_size=3, unique_by=lambda pair: pair[1])) if count > 1 else []
    return Task(
        candidates,
        tuple((need, draw(st.sampled_from([2, 3, 4]))) for need in range(needs)),
        tuple((need, 1, 1) for need in draw(st.sets(st.integers(0, needs - 1)))),
        tuple(rivals),
        tuple((later, (earlier,)) for earlier, later in steps),
        most=draw(st.integers(1, 7)),
    )


def gain(task: Task, chosen: tuple[int, ...]) -> float | None:
    if len(chosen) > task.most or any(sum(n in chosen for n in group) > 1 for group in task.rivals):
        return None
    total = sum((task.candidates[n].worth - cover.COST) * cover.TIE - n for n in chosen)
    total += min(len(chosen), cover.FEW) * cover.TOO_FEW * cover.TIE
    already = {(need, level): count for need, level, count in task.already}
    for need, weight in task.weights:
        for level in cover.LEVELS:
            able = sum(dict(task.candidates[n].answers).get(need, 0) >= level for n in chosen)
            gains = [cover.FIRST[level], cover.SECOND[level]][already.get((need, level), 0) :]
            total += weight * cover.TIE * sum(gains[:able])
    taken = [later in chosen and any(n in chosen for n in earlier) for later, earlier in task.steps]
    return total + sum(taken) * cover.STEP_TAKEN * cover.TIE


@settings(max_examples=150)
@given(tasks())
def test_the_chosen_set_is_the_best_of_all_sets(task):
    numbers = range(len(task.candidates))
    sets = [chosen for size in range(len(numbers) + 1) for chosen in combinations(numbers, size)]
    chosen = tuple(n for n in numbers if task.candidates[n].id in choose(task))
    assert gain(task, chosen) == max(found for found in (gain(task, one) for one in sets) if found is not None)


@settings(max_examples=40)
@given(tasks(), st.integers(0, 2))
def test_the_solvers_own_search_finds_as_good_a_set(task, branches):
    before = gain(task, tuple(n for n, c in enumerate(task.candidates) if c.id in choose.__wrapped__(task)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cover, "BRANCHES", branches)
        chosen = choose.__wrapped__(task)
    assert gain(task, tuple(n for n, c in enumerate(task.candidates) if c.id in chosen)) == before
