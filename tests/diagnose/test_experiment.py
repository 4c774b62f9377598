"""What an experiment says, and when it bears a cause out."""

import pytest

from harness.diagnose.distance import furthest
from harness.finding import Experiment
from tests.diagnose.sides import made


def done(agreeing: int, apart_before: int | None, apart: int | None, side: str = "right") -> Experiment:
    return Experiment("epsilon 1e-08", side, 22, agreeing, 100, 0.81, apart_before=apart_before, apart=apart)


@pytest.mark.parametrize(
    ("agreeing", "apart_before", "apart", "supports"),
    [
        (23, None, None, True),
        (22, None, None, False),
        (22, 44, 11, True),
        (20, 44, 6, True),
        (22, 44, 12, False),  # not by four times
        (22, 400_000, 4_000, False),  # no last digits
    ],
)
def test_more_that_agrees_or_all_much_nearer_bears_it_out(
    agreeing: int, apart_before: int | None, apart: int | None, supports: bool
) -> None:
    assert done(agreeing, apart_before, apart).supports is supports


def test_how_far_the_difference_shrinks_is_said() -> None:
    assert str(done(26, 44, 6)) == (
        "with epsilon 1e-08 26 of 100 numbers agree (22 before), and none is more than 6 ULP off (44 before; 0.8 s)"
    )
    assert str(done(26, 240, 228)) == "with epsilon 1e-08 26 of 100 numbers agree (22 before; 0.8 s)"


def test_the_left_side_is_named_where_it_was_the_one_that_was_changed() -> None:
    assert str(done(26, None, None, "left")) == (
        "with epsilon 1e-08 on the left side 26 of 100 numbers agree (22 before; 0.8 s)"
    )


def test_the_largest_distance_leaves_numbers_near_zero_aside() -> None:
    evidence = made({"w": [1.0, 2.0, 1e-9]}, {"w": [1.0 + 3 * 2**-23, 2.0, 2e-9]})
    assert furthest(evidence.paired) == 3
    assert furthest(made({"w": [1.0]}, {"w": [float("nan")]}).paired) is None
