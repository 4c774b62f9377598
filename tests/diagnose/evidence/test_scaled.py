"""Scaled: one name that is off by a whole factor, and nothing else."""

import pytest

from harness.diagnose.evidence.scaled import Scaled, only_scaled
from tests.diagnose.sides import made

LOSS = [8.0, 6.0, 4.5, 3.375, 2.5]
SIXTEENTH = [value / 16 for value in LOSS]
W = [1.0, 2.0, 3.0, 3.5, 3.75]


def test_a_loss_that_is_divided_by_the_rows_is_told() -> None:
    assert only_scaled(made({"loss": LOSS, "w": W}, {"loss": SIXTEENTH, "w": W})) == Scaled("loss", 16)
    assert only_scaled(made({"loss": SIXTEENTH, "w": W}, {"loss": LOSS, "w": W})) == Scaled("loss", 16)


def test_printed_digits_are_enough() -> None:
    printed = [round(value, 3) for value in SIXTEENTH]
    assert only_scaled(made({"loss": LOSS}, {"loss": printed}, slack=5e-4)) == Scaled("loss", 16)


@pytest.mark.parametrize(
    ("loss", "w"),
    [
        (LOSS, W),  # nothing differs
        (SIXTEENTH, [value / 16 for value in W]),  # two names do
        ([value / 1.5 for value in LOSS], W),  # no whole number of rows
        ([*SIXTEENTH[:-1], 0.1], W),  # not in every record
        (SIXTEENTH[:4], W),  # too few
    ],
)
def test_all_else_is_no_factor(loss: list[float], w: list[float]) -> None:
    assert only_scaled(made({"loss": LOSS, "w": W}, {"loss": loss, "w": w})) is None
