"""Specification of judging arrays: by the same rules as numbers of logs, a million elements at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.judging.arrays import compare_arrays, judge_array
from harness.judging.judge import Tolerance

USUAL = Tolerance()


def judged(left: object, right: object, dtype: str = "float32") -> tuple[str, int]:
    found = judge_array("w", "w", np.array(left, dtype), np.array(right, dtype), USUAL)
    return found.verdict.value, found.differing


@pytest.mark.parametrize(
    ("left", "right", "verdict", "differing"),
    [
        ([1.0, 2.0], [1.0, 2.0], "identical", 0),
        ([1.0, float("nan"), float("inf")], [1.0, float("nan"), float("inf")], "identical", 0),
        ([1.0, 2.0], [1.0, 2.0000002], "rounded", 1),  # 1 ULP
        ([1.0, 2.0], [1.0, 2.0000005], "drifted", 1),  # 2 ULP
        ([1.0, 2.0], [1.0, 2.00001], "diverged", 1),
        ([1.0, 2.0], [1.0, float("nan")], "diverged", 1),
        ([1.0, float("inf")], [1.0, float("-inf")], "diverged", 1),
        ([1.0, 0.03], [1.0, 0.03000003], "drifted", 1),  # 16 ULP, but a last bit of the array
        ([1000.0, 0.0001], [1000.0, 0.0002], "diverged", 1),  # no digit of its own agrees
        ([0.0, -0.0], [-0.0, 0.0], "identical", 0),
    ],
)
def test_floats(left: list[float], right: list[float], verdict: str, differing: int) -> None:
    assert judged(left, right) == (verdict, differing)


def test_integers_are_exact_and_another_dtype_is_another_format() -> None:
    assert judged([1, 2], [1, 3], "int64") == ("diverged", 1)
    found = judge_array("w", "w", np.array([1.5], "float32"), np.array([1.5], "float64"), USUAL)
    assert found.verdict == "reformatted"
    fine = judge_array("w", "w", np.array([0.1], "float32"), np.array([0.1], "float64"), USUAL)
    assert fine.verdict == "reformatted"


def test_what_is_furthest_off_is_named_with_its_place() -> None:
    left = np.zeros((2, 3), "float32") + 1
    right = left.copy()
    right[0, 1], right[1, 2] = 1.1, 1.5
    found = judge_array("w", "w", left, right, USUAL)
    assert (found.place, found.expected, found.measured, found.differing, found.count) == ((1, 2), "1.0", "1.5", 2, 6)


def test_another_shape_is_no_partner() -> None:
    found = judge_array("w", "w", np.zeros((2, 3)), np.zeros((3, 2)), USUAL)
    assert (found.verdict, found.problem) == ("diverged", "has the shape [3, 2], should have [2, 3]")


def test_arrays_are_paired_by_name_and_else_by_shape_in_order() -> None:
    left = {"w": np.zeros(3), "dense/kernel": np.ones((2, 2)), "out/kernel": np.full((2, 2), 2.0), "step": np.array(3)}
    right = {"layers/0/vars/0": np.ones((2, 2)), "layers/1/vars/0": np.full((2, 2), 2.0), "w": np.zeros(3)}
    found = compare_arrays(left, right, USUAL)
    assert [(pair.name, pair.other_name, pair.verdict.value) for pair in found.pairs] == [
        ("w", "w", "identical"),
        ("dense/kernel", "layers/0/vars/0", "identical"),
        ("out/kernel", "layers/1/vars/0", "identical"),
    ]
    assert (found.only_left, found.only_right, found.passes) == (("step",), (), False)


def test_no_pair_is_no_pass() -> None:
    assert not compare_arrays({}, {"w": np.zeros(2)}, USUAL).passes


@given(st.lists(st.floats(width=32, allow_nan=False, allow_infinity=False), min_size=1), st.data())
def test_an_array_is_itself_and_a_far_element_is_always_found(values: list[float], data: st.DataObject) -> None:
    array = np.array(values, "float32")
    assert judge_array("w", "w", array, array.copy(), USUAL).verdict == "identical"
    place = data.draw(st.integers(0, len(values) - 1))
    other = array.copy()
    with np.errstate(over="ignore"):
        other[place] = array[place] * np.float32(1.01) + np.float32(1e-30)
    if other[place] != array[place] and np.isfinite(other[place]):
        assert judge_array("w", "w", array, other, USUAL).verdict == "diverged"
