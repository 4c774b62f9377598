"""What an experiment says, and when it bears a cause out."""

from dataclasses import replace

import pytest

from harness.diagnose.evidence.distance import furthest
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.experiments.experiment import try_out
from harness.diagnose.experiments.laboratory import Laboratory
from harness.targets.outcome import Failure
from harness.words.finding import Change, Experiment, Place
from tests.diagnose.sides import held, made


def done(agreeing: int, apart_before: int | None, apart: int | None, side: Place = Place.RIGHT) -> Experiment:
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
    assert str(done(26, 44, 0)).endswith("and none is as much as 1 ULP off (44 before; 0.8 s)")
    assert str(done(26, 240, 228)) == "with epsilon 1e-08 26 of 100 numbers agree (22 before; 0.8 s)"


def test_the_left_side_is_named_where_it_was_the_one_that_was_changed() -> None:
    assert str(done(26, None, None, Place.LEFT)) == (
        "with epsilon 1e-08 on the left side 26 of 100 numbers agree (22 before; 0.8 s)"
    )


def test_the_largest_distance_leaves_numbers_near_zero_aside() -> None:
    evidence = made({"w": [1.0, 2.0, 1e-9]}, {"w": [1.0 + 3 * 2**-23, 2.0, 2e-9]})
    assert furthest(evidence.paired) == 3
    assert furthest(made({"w": [1.0]}, {"w": [float("nan")]}).paired) is None


def test_a_side_of_nothing_but_zeros_is_not_near() -> None:
    assert furthest(made({"w": [0.0, 0.0]}, {"w": [1.0, 2.0]}).paired) == 2**30
    assert furthest(made({"w": [1.0, 0.0]}, {"w": [1.0, 2.0]}).paired) == 2**30


class Given(Laboratory):
    """A laboratory in which every changed run gives the same lines."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__()
        self.lines = lines

    def run(self, side: Side, change: Change, other: Side) -> Side | Failure:
        return replace(side, lines=self.lines)


MEAN = Change("the mean", scales=True)
LOSSES = (8.0, 6.0, 4.5, 3.375, 2.5)


def log(losses: tuple[float, ...], w: float) -> tuple[str, ...]:
    return tuple(f"loss: {loss:.6f} w: {w + step:.6f}" for step, loss in enumerate(losses))


def test_a_loss_that_is_off_by_the_number_of_rows_alone_is_borne_out() -> None:
    divided = log(tuple(loss / 4 for loss in LOSSES), 1.0)
    evidence = held(Side("old", log(LOSSES, 1.0)), Side("new", log((8.0, 5.0, 1.0, 0.5, 0.1), 1.5)))
    tried = try_out(evidence, MEAN, Given(divided))
    assert tried.explains_all
    assert str(tried).startswith("with the mean all 10 numbers agree, loss but for the factor 4 (1 before")
    assert not try_out(evidence, replace(MEAN, scales=False), Given(divided)).explains_all


def test_a_factor_that_was_there_before_the_change_says_nothing() -> None:
    divided = log(tuple(loss / 4 for loss in LOSSES), 1.0)
    evidence = held(Side("old", log(LOSSES, 1.0)), Side("new", divided))
    assert not try_out(evidence, MEAN, Given(divided)).supports


def test_what_is_left_is_rounding_where_it_is_a_small_part_of_what_was_there() -> None:
    assert done(23, 36534, 5).leaves_rounding
    assert not done(23, 8000, 5).leaves_rounding
    assert not done(23, 36534, 100).leaves_rounding
    assert not done(23, 10**9, 200).leaves_rounding
