"""Other rate: a constant ratio of the updates, and the rate that fits."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.diagnose.detectors.rate.other_rate import detect
from harness.words.finding import Confidence
from tests.diagnose.sides import against_golden, documented, golden, held, made, origin


def descent(rate: float, *, start: float = 5.0, steps: int = 20) -> list[float]:
    """Gradient descent on (w + 1)^2, w after each update."""
    values = []
    for _ in range(steps):
        start -= rate * 2 * (start + 1)
        values.append(start)
    return values


def test_two_fixed_rates_are_told_from_w_alone() -> None:
    found = detect(against_golden("fixed_rate_0_3", "eager", "fixed_rate_0_2", "eager"))
    assert found is not None
    assert (found.cause, found.confidence) == ("other-rate", Confidence.LIKELY)
    assert found.evidence == (
        "from 5 on, w nears -1 by the factor 0.6 with each record in fixed_rate_0_2:eager, by 0.4 in "
        "fixed_rate_0_3:eager (12 records): its updates are 1.5 times as large; fixed_rate_0_3:eager has the rate 0.3, "
        "and 0.2 fits"
    )
    assert found.change == "use the rate 0.2 in place of 0.3"
    [trial] = found.trials
    assert trial.source == golden("fixed_rate_0_3", "eager").source.replace("assign_sub(0.3", "assign_sub(0.2")


@pytest.mark.parametrize(
    ("left", "right", "fitted"),
    [
        ("fixed_rate_0_3", "fixed_rate_0_2", "0.3"),
        ("rate_too_small", "rate_too_large", "0.01"),
        ("fixed_rate_0_2", "rate_one_oscillates", "0.2"),
        ("rate_too_small", "fixed_rate_0_3", "0.01"),
    ],
)
@pytest.mark.parametrize("style", ["graph", "eager"])
def test_the_rate_that_fits_is_that_of_the_other_case(left: str, right: str, fitted: str, style: str) -> None:
    found = detect(against_golden(right, style, left, style))
    assert found is not None
    assert found.change.startswith(f"use the rate {fitted} in place of")


def test_six_printed_digits_are_enough() -> None:
    found = detect(held(documented("rate_too_small"), golden("rate_too_large", "eager")))
    assert found is not None
    assert found.change == "use the rate 0.01 in place of 0.99"


def test_a_rate_that_is_a_parameter_is_tried_as_one() -> None:
    evidence = made({"w": descent(0.25)}, {"w": descent(0.1)})
    found = detect(replace(evidence, right=replace(evidence.right, origin=origin(rate=0.1, steps=20))))
    assert found is not None
    assert [trial.parameters for trial in found.trials] == [{"rate": 0.25}]


def test_printed_rates_with_a_constant_ratio_tell_it_themselves() -> None:
    left = {"rate": [0.1 * 0.99**k for k in range(10)], "w": descent(0.1, steps=10)}
    right = {"rate": [0.25 * 0.99**k for k in range(10)], "w": descent(0.25, steps=10)}
    found = detect(made(left, right))
    assert found is not None
    assert (
        found.evidence
        == "rate of the right is 2.5 times that of the left in all 10 records, 0.25 against 0.1 in the first"
    )


def test_first_updates_of_several_weights_from_one_start() -> None:
    left = {"w[0]": [1.0, 0.9, 0.85], "w[1]": [2.0, 2.2, 2.3], "w[2]": [-1.0, -1.5, -1.7]}
    right = {"w[0]": [1.0, 0.7, 0.62], "w[1]": [2.0, 2.6, 2.7], "w[2]": [-1.0, -2.5, -2.6]}
    found = detect(made(left, right))
    assert found is not None
    assert found.evidence.startswith(
        "all 3 numbers of the right start as in the left, and their first updates are 3 times"
    )
    right["w[1]"][1] = 2.5
    assert detect(made(left, right)) is None


@given(st.sampled_from([0.01, 0.05, 0.1, 0.2, 0.3, 0.45, 0.7]), st.sampled_from([0.02, 0.04, 0.15, 0.25, 0.35, 0.6]))
def test_the_ratio_is_that_of_the_rates_for_any_two(left: float, right: float) -> None:
    source = f"import tensorflow as tf\nrate = {right}\n"
    found = detect(made({"w": descent(left)}, {"w": descent(right)}, sources=("", source)))
    assert found is not None
    assert found.change == f"use the rate {left:g} in place of {right:g}"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (descent(0.2), descent(0.3, start=7.0)),  # another start
        (descent(0.2), [value + 1 for value in descent(0.3)]),  # another limit
        (descent(0.2), descent(0.2, start=descent(0.2)[0])),  # one update further
        (descent(0.2), [5.0, 3.0, 1.5, 0.5, 0.2, 0.1, -0.3, -0.4, -0.41, -0.6]),  # no constant factor
        (descent(0.3), descent(0.3, steps=40)[1::2]),  # two updates a record
        (descent(0.2), descent(0.2)),
    ],
)
def test_it_is_silent(left: list[float], right: list[float]) -> None:
    assert detect(made({"w": left}, {"w": right})) is None


def test_a_ratio_that_makes_no_rate_anyone_would_write_has_another_reason() -> None:
    source = "rate = 0.3\n"
    assert detect(made({"w": descent(0.3)}, {"w": descent(0.4123)}, sources=("", source))) is None


def test_a_rate_read_one_step_late_is_no_other_rate() -> None:
    rates = [0.2 * 0.99**k for k in range(11)]
    left = {"rate": rates[:-1], "w": descent(0.2, steps=10)}
    right = {"rate": rates[1:], "w": descent(0.21, steps=10)}
    found = detect(made(left, right))
    assert found is None or "rate of the right is" not in found.evidence


def test_losses_every_500_steps_say_nothing_of_a_ratio() -> None:
    left: dict[str, list[float]] = {"step": [0, 500, 1000, 1500], "w": [5, 3, 2, 1.5]}
    right: dict[str, list[float]] = {"step": [0, 500, 1000, 1500], "w": [5, 2, 1.25, 1.0625]}
    assert detect(made(left, right)) is None


def test_where_no_rate_can_be_read_it_may_as_well_be_the_loss() -> None:
    found = detect(made({"w": descent(0.2)}, {"w": descent(0.1)}))
    assert found is not None
    assert found.confidence is Confidence.POSSIBLE
    assert found.change == "scale the updates of the right by 2: the rate, or the loss that is trained"


def test_options_with_the_same_default_are_the_same_rate() -> None:
    old = "flags.DEFINE_float('learning_rate', 0.2, 'How far each step goes.')\n"
    new = "parser.add_argument('--lr', type=float, default=0.2)\n"
    assert detect(made({"w": descent(0.2)}, {"w": descent(0.1)}, sources=(old, new))) is None
    assert detect(made({"w": descent(0.2)}, {"w": descent(0.1)}, sources=(old, new.replace("0.2", "0.1")))) is not None
