"""Columns of numbers, and of which dtype each side prints them."""

from harness.judging.columns import Column, one_is_double
from harness.judging.judge import Tolerance


def test_a_column_without_a_pair_has_no_doubles_on_one_side() -> None:
    assert not one_is_double(Column((), Tolerance()))
