"""float64: last digits that move apart because one side has 64 bits."""

from dataclasses import replace

import numpy as np
import pytest

from harness.diagnose.detectors.last_bits.float64 import detect
from harness.words.finding import Confidence
from tests.diagnose.sides import against_golden, documented, golden, held, made, origin

EXACT = [0.1 * 0.99**step for step in range(400)]
ROUNDED_ONCE = [float(np.float32(rate)) for rate in EXACT]
DIGITS = [float(np.float32(5 * 0.99**step)) for step in range(400)]


def rounded_on_the_way() -> list[float]:
    rate, rates = np.float32(0.1), []
    for _ in range(400):
        rates.append(float(rate))
        rate = np.float32(rate * np.float32(0.99))
    return rates


def test_a_variable_of_float64_is_told_by_its_dtype() -> None:
    found = detect(against_golden("pitfalls/float64_variable", "eager", "fixed_rate_0_3", "eager"))
    assert found is not None
    assert (found.cause, found.confidence) == ("float64", Confidence.LIKELY)
    assert found.evidence == (
        "w and loss of pitfalls/float64_variable:eager: float64, of fixed_rate_0_3:eager: float32; w is 1 ULP apart "
        "in the first record and at most 22 (record 2), loss is 2 ULP apart in the first record and at most 4 (record "
        "4)"
    )
    assert found.change.startswith("compute in float32")


def test_a_variable_of_float64_is_cast_as_the_trial() -> None:
    evidence = against_golden("pitfalls/float64_variable", "eager", "fixed_rate_0_3", "eager")
    found = detect(replace(evidence, right=replace(evidence.right, origin=origin())))
    assert found is not None
    assert [(trial.patch, trial.side) for trial in found.trials] == [("float32", "right")]


def test_a_rate_computed_in_python_is_told_by_being_the_exact_one() -> None:
    found = detect(against_golden("pitfalls/float64_rate", "eager", "staircase_decay", "eager"))
    assert found is not None
    assert found.confidence is Confidence.LIKELY
    assert found.evidence.startswith(
        "learning_rate of pitfalls/float64_rate:eager is computed in 64 bits and rounded once, in all 40 records; "
        "that of staircase_decay:eager is rounded on the way; learning_rate is 0 ULP apart in the first record and at "
        "most 4"
    )


def test_eight_printed_digits_show_it_too() -> None:
    found = detect(held(documented("staircase_decay"), golden("pitfalls/float64_rate", "eager")))
    assert found is not None
    assert found.evidence.startswith("column 1 of pitfalls/float64_rate:eager is computed in 64 bits and rounded once")


@pytest.mark.parametrize("style", ["graph", "eager"])
def test_a_schedule_in_float32_where_the_note_had_a_python_float(style: str) -> None:
    evidence = against_golden("pitfalls/float32_rate", style, "smooth_decay_20", "eager")
    found = detect(replace(evidence, right=replace(evidence.right, origin=origin())))
    assert found is not None
    assert found.evidence.startswith(f"rate of pitfalls/float32_rate:{style}: float32, of smooth_decay_20:eager: float")
    assert found.change.startswith("compute in 64 bits where smooth_decay_20:eager does")
    assert [(trial.patch, trial.side) for trial in found.trials] == [("float64_schedules", "right")]


def test_made_up_rates_that_are_rounded_in_two_ways() -> None:
    found = detect(made({"rate": rounded_on_the_way(), "w": DIGITS}, {"rate": ROUNDED_ONCE, "w": DIGITS}))
    assert found is not None
    assert found.evidence.startswith("rate of the right is computed in 64 bits and rounded once")


@pytest.mark.parametrize(
    ("left", "right", "dtypes"),
    [
        (ROUNDED_ONCE, [rate * 1.01 for rate in EXACT], ("float32", "float64")),  # a percent is no rounding
        (ROUNDED_ONCE, ROUNDED_ONCE, ("float32", "float64")),  # agrees
        (DIGITS, [value + 1e-5 for value in DIGITS], ("float32", "float32")),
    ],
)
def test_it_is_silent(left: list[float], right: list[float], dtypes: tuple[str, str]) -> None:
    assert detect(made({"rate": left}, {"rate": right}, dtypes=dtypes)) is None


FLOATS = [float(np.float32(0.7 * 0.97**step)) for step in range(9)]


def test_more_digits_than_a_float32_has_show_it() -> None:
    doubles = [0.7 * 0.97**step for step in range(9)]
    far = [value * (1 + 1e-6 * step) for step, value in enumerate(doubles)]
    found = detect(made({"loss": FLOATS}, {"loss": far}, slack=5e-18))
    assert found is not None
    assert found.confidence is Confidence.LIKELY
    assert found.evidence.startswith(
        "loss of the right is printed with 64 bits: 9 of its 9 numbers are no float32, such as 0.7 in record 1"
    )


def test_a_python_number_as_the_rate_alone_is_possible() -> None:
    exact = [0.29 * (1 - step / 7) ** 2 + 0.01 for step in range(8)]
    rounded = [float(np.float32(0.29) * np.float32(1 - step / 7) ** 2 + np.float32(0.01)) for step in range(8)]
    found = detect(made({"rate": rounded}, {"rate": exact}, slack=5e-18))
    assert found is not None
    assert found.confidence is Confidence.POSSIBLE


def test_nine_digits_of_a_float32_show_nothing() -> None:
    far = [value * (1 + 1e-6 * step) for step, value in enumerate(FLOATS)]
    assert detect(made({"loss": FLOATS}, {"loss": far}, slack=5e-10)) is None
