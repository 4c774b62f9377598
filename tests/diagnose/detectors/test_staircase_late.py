"""Specification: which stairs a folded division begins late, and what two scripts say of that."""

import pytest

from harness.diagnose.detectors.rate.staircase_late import CAUSE, first_late
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import gather
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances

OLD = "import tensorflow as tf\nrate = tf.train.exponential_decay(0.1, step, {width}, 0.5, {stairs})\n"
NEW = "import tensorflow as tf\nrate = tf.keras.optimizers.schedules.ExponentialDecay(0.1, {width}, 0.5, {stairs})\n"


@pytest.mark.parametrize(("width", "step"), [(41, 41), (55, 55), (110, 110), (235, 235), (10, None), (64, None)])
def test_stairs_are_late_where_the_product_with_the_reciprocal_is_less_than_one(width: int, step: int | None) -> None:
    assert first_late(width) == step


def told(old: str, new: str, printed: str = "rate 0.05") -> str:
    left, right = Side("old.py", ("rate 0.1",), source=old), Side("new.py", (printed,), source=new)
    finding = CAUSE.detect(gather(left, right, Tolerances(Tolerance(), {})))
    return finding.evidence if finding is not None else ""


@pytest.mark.parametrize("width", ["55", "55.0", "5_5"])
def test_two_staircases_of_such_a_width_are_told(width: str) -> None:
    says = told(OLD.format(width=width, stairs="staircase=True"), NEW.format(width=width, stairs="staircase=True"))
    assert says.startswith("both rates fall in stairs (line 2 of old.py, line 2 of new.py); ")
    assert says.endswith(": 55 * float32(1 / 55) is 0.9999999403953552")


def test_a_width_that_no_text_says_is_left_to_the_experiment() -> None:
    says = told(OLD.format(width="BATCHES", stairs="True"), NEW.format(width="batches", stairs="True"))
    assert says.endswith("which may be a little less")


@pytest.mark.parametrize(
    ("width", "old", "new", "printed"),
    [
        ("50", "True", "True", "rate 0.05"),
        ("55", "False", "False", "rate 0.05"),
        ("55", "True", "False", "rate 0.05"),
        ("55", "True", "True", "rate 0.1"),
    ],
)
def test_other_widths_slopes_and_sides_that_agree_are_not(width: str, old: str, new: str, printed: str) -> None:
    assert not told(OLD.format(width=width, stairs=old), NEW.format(width=width, stairs=new), printed)
