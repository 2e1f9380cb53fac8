"""An estimate of a wait is what others have seen, or nothing."""

from hypothesis import given
from hypothesis import strategies as st

from domain.waits import FEWEST, Served, estimate

MINUTE = 60.0


def one_at_a_time(number: int, each: float) -> list[Served]:
    """Everybody came at once and one after the other was served."""
    return [Served(0, each * (place + 1)) for place in range(number)]


def test_too_few_give_no_estimate() -> None:
    assert estimate(one_at_a_time(FEWEST - 1, MINUTE), 1) is None


def test_a_place_costs_what_it_cost_the_others() -> None:
    served = one_at_a_time(10, 4 * MINUTE)
    assert [estimate(served, place) for place in (1, 2, 3, 6)] == [4, 8, 15, 25]


def test_a_quiet_day_counts_as_it_was() -> None:
    alone = [Served(day * 3600, day * 3600 + 2 * MINUTE) for day in range(6)]
    assert (estimate(alone, 1), estimate(alone, 3)) == (2, 6)


waits = st.lists(st.tuples(st.floats(0, 1e5), st.floats(1, 1e4)).map(lambda w: Served(w[0], w[0] + w[1])), max_size=30)


@given(waits, st.integers(1, 40))
def test_a_later_place_never_waits_less(served: list[Served], place: int) -> None:
    now, then = estimate(served, place), estimate(served, place + 1)
    assert (now is None) == (then is None)
    assert now is None or then is None or 1 <= now <= then
