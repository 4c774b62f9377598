"""Specification of the one factor between all arrays of a stage."""

import pytest

from harness.watching.factor import common_factor, whole_factor
from tests.watching.arrays import reduced


def test_all_arrays_share_one_factor() -> None:
    pairs = [(reduced([1.0, -2.0]), reduced([4.0, -8.0])), (reduced([0.25]), reduced([1.0]))]
    assert common_factor(pairs) == pytest.approx(4.0)


def test_two_factors_are_none() -> None:
    pairs = [(reduced([1.0, -2.0]), reduced([4.0, -8.0])), (reduced([0.25]), reduced([0.5]))]
    assert common_factor(pairs) is None


def test_what_points_elsewhere_has_no_factor() -> None:
    assert common_factor([(reduced([1.0, 1.0]), reduced([2.0, 1.0]))]) is None
    assert common_factor([(reduced([1.0, 1.0]), reduced([-1.0, -1.0]))]) is None


def test_what_is_equal_or_zero_has_no_factor() -> None:
    assert common_factor([(reduced([1.0, 2.0]), reduced([1.0, 2.0]))]) is None
    assert common_factor([(reduced([0.0, 0.0]), reduced([0.0, 0.0]))]) is None
    assert common_factor([]) is None


def test_a_single_number_has_no_factor() -> None:
    assert common_factor([(reduced([3.0]), reduced([6.0]))]) is None


@pytest.mark.parametrize(("factor", "whole"), [(4.0, 4), (0.25, 4), (1 / 3, 3), (2.65, None), (1.0, None)])
def test_a_factor_is_a_whole_number_or_its_reciprocal(factor: float, whole: int | None) -> None:
    assert whole_factor(factor) == whole
