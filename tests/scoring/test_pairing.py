from hypothesis import given
from hypothesis import strategies as st

from dragoman.scoring.pairing import pair


def test_the_nearest_are_paired_first() -> None:
    assert pair([10], [14, 11], lambda g, m: True, lambda g, m: abs(g - m)) == [(0, 1)]


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_no_item_is_paired_twice(gold: list[int], read: list[int]) -> None:
    pairs = pair(gold, read, lambda g, m: g == m)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
