"""Specification of how far a step moves a variable, and of arrays in a few words."""

import pytest

from harness.watching.things import brief, moved
from harness.words.observation import Reduced
from tests.watching.arrays import reduced


def move(before: list[float], after: list[float]) -> tuple[Reduced, Reduced]:
    return reduced(before), reduced(after)


def test_the_same_bits_before_and_after_are_the_same_move() -> None:
    held = moved("w", move([5.0], [2.6]), move([5.0], [2.6]))
    assert held is not None
    assert (held.same_bits, held.gap, held.relative) == (True, None, 0.0)


def test_it_is_the_move_that_is_held_and_not_the_value() -> None:
    held = moved("w", move([100.0], [99.9]), move([100.0], [99.99]))
    assert held is not None and held.gap is not None
    assert (held.gap.left, held.gap.right) == ("moved by -0.1", "by -0.01")
    assert held.gap.relative == pytest.approx(0.9, rel=1e-3)


def test_the_same_move_from_another_value_agrees() -> None:
    held = moved("w", move([5.0], [4.5]), move([6.0], [5.5]))
    assert held is not None
    assert (held.same_bits, held.gap) == (False, None)


def test_a_ten_thousandth_of_the_largest_move_is_rounding() -> None:
    for right, apart in (([0.99995], False), ([0.9995], True)):
        held = moved("w", move([0.0], [1.0]), move([0.0], right))
        assert held is not None
        assert (held.gap is not None) is apart


def test_of_small_moves_of_large_numbers_rounding_leaves_no_digits() -> None:
    held = moved("w", move([1000.0], [1000.0001]), move([1000.0], [1000.0002]))
    assert held is not None
    assert held.gap is None, "both are a spacing or two of 1000"


def test_what_moves_on_one_side_only_is_wholly_apart() -> None:
    held = moved("w", move([5.0], [2.6]), move([5.0], [5.0]))
    assert held is not None and held.gap is not None
    assert (held.gap.left, held.gap.right, held.gap.relative) == ("moved by -2.4", "by 0", 1.0)


def test_what_is_not_known_is_not_held() -> None:
    assert moved("w", (None, reduced([1.0])), move([0.0], [1.0])) is None
    assert moved("w", move([0.0], [1.0]), move([0.0, 1.0], [1.0, 1.0])) is None


def test_an_array_in_words_has_its_first_elements_and_its_norm() -> None:
    assert brief(reduced(5.0)) == "5"
    assert brief(reduced([3.0, 4.0])) == "[3, 4] (norm 5)"
    assert brief(reduced([1.0] * 4)) == "[1, 1, 1, …] (norm 2)"
