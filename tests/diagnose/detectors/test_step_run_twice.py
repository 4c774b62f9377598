"""Step run twice: every second record of the other side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.diagnose.detectors.update.step_run_twice import detect
from harness.words.finding import Confidence
from tests.diagnose.sides import against_golden, documented, golden, held, made


@pytest.mark.parametrize("style", ["graph", "eager"])
def test_a_train_step_fetched_beside_the_loss_is_told(style: str) -> None:
    found = detect(against_golden("pitfalls/train_step_run_twice", style, "fixed_rate_0_3", style))
    assert found is not None
    assert (found.cause, found.confidence) == ("step-run-twice", Confidence.LIKELY)
    assert found.evidence == (
        f"w and loss of pitfalls/train_step_run_twice:{style} run through every second record of "
        f"fixed_rate_0_3:{style}, 40 numbers: w is -0.61600006 in record 2 already"
    )
    assert found.experiments == ()
    assert ("sess.run" in found.change) == (style == "graph")


def test_the_documented_log_is_enough() -> None:
    assert detect(held(documented("fixed_rate_0_3"), golden("pitfalls/train_step_run_twice", "eager"))) is not None


def test_the_side_that_runs_twice_may_be_the_left_one() -> None:
    found = detect(against_golden("fixed_rate_0_3", "eager", "pitfalls/train_step_run_twice", "eager"))
    assert found is not None
    assert found.evidence.startswith("w and loss of pitfalls/train_step_run_twice:eager run through every second")


@given(st.floats(0.3, 0.95), st.sampled_from([0, 1]))
def test_every_second_number_of_any_falling_series_is_found(factor: float, offset: int) -> None:
    whole = [100 * factor**place for place in range(16)]
    found = detect(made({"w": whole}, {"w": [*whole[offset::2], *(0.0,) * 8]}))
    assert found is not None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"w": [8, 7, 6, 5, 4, 3.5]}, {"w": [8, 6, 4.1, 3, 2, 1]}),  # the third is off
        ({"w": [8, 7, 6, 5, 4, 3.5], "b": [1, 2, 4, 8, 16, 32]}, {"w": [8, 6, 4, 3, 2, 1], "b": [1, 2, 4, 8, 16, 33]}),
        ({"w": [8, 7, 6, 5]}, {"w": [8, 6, 4, 3]}),  # two pairs
        ({"w": [1, 1.5, 1, 1.5, 1, 1.5]}, {"w": [1, 1, 1, 1, 1, 1]}),  # one number, again and again
    ],
)
def test_it_is_silent(left: dict[str, list[float]], right: dict[str, list[float]]) -> None:
    assert detect(made(left, right)) is None
