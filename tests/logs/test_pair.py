"""Specification of which number of a row belongs to which one of its partner."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.judging.judge import Tolerance
from harness.judging.lines import compare_lines
from harness.judging.traces import Tolerances
from harness.logs.fields import take_line_apart
from harness.logs.pair import pair_fields
from harness.words.verdict import Verdict

USUAL = Tolerances(Tolerance(), {})


def pairs(left: str, right: str) -> list[tuple[str | None, str | None]]:
    """The names of paired numbers."""
    paired = pair_fields(take_line_apart(left).fields, take_line_apart(right).fields)
    return [(None if a is None else a.name, None if b is None else b.name) for a, b in paired]


def verdict(left: list[str], right: list[str]) -> Verdict:
    return compare_lines(left, right, USUAL).comparison.verdict


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["w [1.2 0.3 -0.5] b [0.25]"], ["b [1.2 0.3 -0.5] w [0.25]"]),
        (["w [[1.2] [0.3]] b [1.5 2.5]"], ["b [[1.2] [0.3]] w [1.5 2.5]"]),
        (
            ["epoch 1 w [1.2 0.3 -0.5] b [0.25]", "epoch 2 w [1.1 0.3 -0.5] b [0.35]"],
            ["epoch 1 b [1.2 0.3 -0.5] w [0.25]", "epoch 2 b [1.1 0.3 -0.5] w [0.35]"],
        ),
    ],
)
def test_arrays_of_different_shapes_that_exchanged_their_names_have_diverged(left: list[str], right: list[str]) -> None:
    assert verdict(left, right) == Verdict.DIVERGED


def test_numbers_that_exchanged_their_names_have_no_partner() -> None:
    assert pairs("w [1.5 2.5] b [0.25]", "b [1.5 2.5] w [0.25]") == [
        ("w[0]", None),
        ("w[1]", None),
        ("b", None),
        (None, "b[0]"),
        (None, "b[1]"),
        (None, "w"),
    ]


def test_an_array_of_another_shape_is_paired_with_its_namesake() -> None:
    assert pairs("w [[1.5 2.5]] b 0.25", "b 0.25 w [1.5 2.5]") == [
        ("w[0,0]", "w[0]"),
        ("w[0,1]", "w[1]"),
        ("b", "b"),
    ]
    assert verdict(["w [[1.5 2.5]] b [[3.5 4.5]]"], ["w [1.5 2.5] b [3.5 4.5]"]) == Verdict.REFORMATTED


def test_numbers_under_new_names_are_paired_in_order() -> None:
    assert pairs("w [1.5 2.5] b [0.25]", "kernel [1.5 2.5] bias [0.25]") == [
        ("w[0]", "kernel[0]"),
        ("w[1]", "kernel[1]"),
        ("b", "bias"),
    ]
    assert pairs("cost 0.5 acc 0.25", "loss 0.5 acc 0.25") == [("cost", "loss"), ("acc", "acc")]


@given(st.lists(st.sampled_from("wbvu"), unique=True, min_size=2), st.lists(st.integers(1, 4), min_size=4, max_size=4))
def test_no_number_has_a_partner_whose_name_it_exchanged(names: list[str], sizes: list[int]) -> None:
    left = " ".join(f"{name} {[0.5] * size}" for name, size in zip(names, sizes, strict=False))
    right = " ".join(f"{name} {[0.5] * size}" for name, size in zip(reversed(names), sizes, strict=False))
    for mine, theirs in pairs(left, right):
        assert mine is None or theirs is None or mine[0] == theirs[0]
