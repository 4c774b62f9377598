"""Specification of two observations held against each other, step by step."""

from harness.watching.watched import watched
from harness.words.observation import Observation, ObservedStep, ObservedVariable
from harness.words.stage import Stage
from tests.watching.arrays import reduced


def trained(name: str, *values: float, numbers: tuple[int, ...] = ()) -> Observation:
    """A run that sets one variable to these values, one after the other."""
    steps = [
        ObservedStep(number, "eager", "SGD", variables=(ObservedVariable(name, reduced(one), None, reduced(two)),))
        for number, one, two in zip(numbers or range(len(values) - 1), values, values[1:], strict=False)
    ]
    return Observation(tuple(steps), len(values) - 1)


def test_runs_that_move_alike_part_nowhere() -> None:
    found = watched(trained("w", 5.0, 2.6, 1.16), trained("v", 5.0, 2.6, 1.16))
    assert (found.held, found.agreeing, found.parting, found.stage) == (2, 2, None, None)
    assert (found.ulps, found.carried) == (0.0, 0.0)


def test_the_first_step_that_is_apart_is_told_with_its_stage() -> None:
    found = watched(trained("w", 5.0, 2.6, 1.16), trained("v", 5.0, 2.6, 1.88))
    assert (found.held, found.agreeing, found.stage) == (2, 1, Stage.UPDATE)
    assert found.parting is not None
    assert (found.parting.number, found.parting.trains) == (1, True)


def test_steps_are_held_by_their_numbers_and_those_of_one_side_left_out() -> None:
    found = watched(trained("w", 5.0, 2.6, 1.16, 0.5, numbers=(0, 1, 2)), trained("v", 5.0, 2.6, 0.5, numbers=(0, 2)))
    assert found.held == 2


def test_other_first_values_are_the_start() -> None:
    assert watched(trained("w", 5.0, 2.6), trained("v", 6.0, 3.2)).stage is Stage.START


def test_a_difference_that_grows_from_rounding_on_parts_no_step() -> None:
    off = [1 + 2.0**-20 * 2**at for at in range(10)]
    one = [float(10 - at) for at in range(10)]
    two = [value * scale for value, scale in zip(one, off, strict=True)]
    found = watched(trained("w", *one), trained("v", *two))
    assert found.parting is None
    assert found.carried > 1e-4
    assert found.ulps > 1000


def test_what_cancels_keeps_the_rounding_of_what_it_was() -> None:
    """Steps of one size, as Adam takes at first, may bring a weight to zero: 0.5 less five times 0.1."""
    found = watched(trained("w", 0.5, 0.1, 1.68e-6, 0.1), trained("v", 0.5, 0.1, 4.02e-6, 0.1))
    assert (found.parting, found.agreeing) == (None, 3)


def test_what_was_never_larger_is_held_by_its_own_size() -> None:
    assert watched(trained("w", 1.68e-6, 1.0e-6), trained("v", 4.02e-6, 3.34e-6)).stage is Stage.START
    assert watched(trained("w", 0.5, 0.1, 1.0e-3, 0.1), trained("v", 0.5, 0.1, 3.0e-3, 0.102)).stage is Stage.UPDATE


def test_nothing_seen_is_nothing_held() -> None:
    found = watched(Observation(), trained("w", 5.0, 2.6))
    assert (found.held, found.stage, found.pairs.only_right) == (0, None, ("w",))
