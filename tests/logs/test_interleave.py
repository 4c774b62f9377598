"""Specification of one order for two sequences."""

from hypothesis import given
from hypothesis import strategies as st

from harness.logs.interleave import interleaved


def test_what_only_the_right_one_has_stands_behind_the_partner_of_the_one_before() -> None:
    assert interleaved([(0, 1), (2, 3)], 3, 5) == [(None, 0), (0, 1), (None, 2), (1, None), (2, 3), (None, 4)]


def test_without_any_pair_the_right_one_comes_first() -> None:
    assert interleaved([], 1, 2) == [(None, 0), (None, 1), (0, None)]


@given(st.integers(0, 9), st.integers(0, 9), st.data())
def test_every_member_stands_there_once_and_pairs_stay_together(left: int, right: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, min(left, right)))
    ours = data.draw(st.permutations(range(left)))[:count]
    theirs = data.draw(st.permutations(range(right)))[:count]
    found = interleaved(zip(ours, theirs, strict=True), left, right)
    assert [i for i, _ in found if i is not None] == list(range(left))
    assert sorted(j for _, j in found if j is not None) == list(range(right))
    assert {(i, j) for i, j in found if i is not None and j is not None} == set(zip(ours, theirs, strict=True))
