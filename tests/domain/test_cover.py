"""The exact choice against brute force, with the gain of a set counted anew."""

from concurrent.futures import ThreadPoolExecutor
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


@st.composite
def copied_tasks(draw: st.DrawFn) -> Task:
    """Tasks in which alike copies compete, each with steps of its own, circles among them."""
    kinds, copies, needs = draw(st.integers(2, 4)), draw(st.integers(2, 3)), draw(st.integers(1, 3))
    count = kinds * copies
    answers = st.dictionaries(st.integers(0, needs - 1), st.integers(1, 3), min_size=1)
    made = [(draw(st.integers(-20, 60)), tuple(sorted(draw(answers).items()))) for _ in range(kinds)]
    one = st.integers(0, kinds - 1)
    steps = draw(st.dictionaries(one, st.sets(one, min_size=1, max_size=2), max_size=kinds))
    return Task(
        tuple(Candidate(f"s{n:02}", *made[n // copies]) for n in range(count)),
        tuple((need, draw(st.sampled_from([2, 3, 4]))) for need in range(needs)),
        (),
        tuple((kind * copies, kind * copies + 1) for kind in draw(st.sets(one, max_size=1))),
        tuple(
            (later * copies + copy, tuple(kind * copies + copy for kind in sorted(earlier - {later})))
            for later, earlier in sorted(steps.items())
            for copy in range(copies)
            if earlier != {later}
        ),
        most=draw(st.integers(2, 5)),
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


def best_gain(task: Task) -> float:
    numbers = range(len(task.candidates))
    sets = (chosen for size in range(task.most + 1) for chosen in combinations(numbers, size))
    return max(found for found in (gain(task, one) for one in sets) if found is not None)


def chosen_gain(task: Task) -> float | None:
    chosen = choose.__wrapped__(task)
    return gain(task, tuple(n for n, candidate in enumerate(task.candidates) if candidate.id in chosen))


@settings(max_examples=150)
@given(tasks())
def test_the_chosen_set_is_the_best_of_all_sets(task):
    assert chosen_gain(task) == best_gain(task)


@settings(max_examples=60)
@given(copied_tasks())
def test_the_best_set_is_found_among_copies_that_compete(task):
    assert chosen_gain(task) == best_gain(task)


def fractional(steps: dict[int, tuple[int, ...]], most: int, *kinds: tuple[int, dict[int, int]]) -> Task:
    candidates = [Candidate(f"s{n}", worth, tuple(answers.items())) for n, (worth, answers) in enumerate(kinds)]
    needs = sorted({need for _, answers in kinds for need in answers})
    return Task(
        tuple(candidates), tuple((need, 4 - 2 * (need > 1)) for need in needs), (), (), tuple(steps.items()), most
    )


@pytest.mark.parametrize(
    "task",
    [
        # Two services each come before the other: both steps are taken by two services.
        fractional(
            {0: (3,), 1: (0,), 2: (0,), 3: (0, 4)},
            3,
            (-16, {0: 2}),
            (-3, {0: 2}),
            (12, {0: 3}),
            (11, {0: 3}),
            (-16, {0: 3}),
        ),
        # A step from a service that does not answer the need is taken by one service of those that do.
        fractional({0: (2,), 1: (0,)}, 2, (-5, {3: 1}), (18, {2: 3, 3: 3}), (-8, {2: 2})),
    ],
)
def test_the_best_set_is_found_where_halves_of_services_would_gain_more(task):
    assert chosen_gain(task) == best_gain(task)


@settings(max_examples=40)
@given(st.lists(st.one_of(tasks(), copied_tasks()), min_size=2, max_size=4))
def test_a_choice_does_not_depend_on_what_was_chosen_before(several):
    def anew(task: Task) -> tuple[str, ...]:
        with ThreadPoolExecutor(1) as fresh:
            return fresh.submit(choose.__wrapped__, task).result()

    assert [choose.__wrapped__(task) for task in several] == [anew(task) for task in several]


@settings(max_examples=40)
@given(st.one_of(tasks(), copied_tasks()), st.integers(0, 2))
def test_the_solvers_own_search_finds_as_good_a_set(task, branches):
    before = gain(task, tuple(n for n, c in enumerate(task.candidates) if c.id in choose.__wrapped__(task)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cover, "BRANCHES", branches)
        chosen = choose.__wrapped__(task)
    assert gain(task, tuple(n for n, c in enumerate(task.candidates) if c.id in chosen)) == before
