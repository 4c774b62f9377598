"""The derived logs of the cases on Adam and RMSProp, computed once more in float32 with NumPy."""

from collections.abc import Iterator

import numpy as np
import pytest

from tests.cases.test_our_cases import lines

f32 = np.float32


def adam(epsilon: float) -> Iterator[np.float32]:
    """w on a millionth of (w + 1)^2, by the rule of both TF1 and Keras."""
    w, m, v = f32(5), f32(0), f32(0)
    for step in range(1, 11):
        gradient = f32(1e-6) * f32(2) * (w + f32(1))
        m = f32(0.9) * m + f32(1 - 0.9) * gradient
        v = f32(0.999) * v + f32(1 - 0.999) * gradient * gradient
        rate = f32(0.1) * np.sqrt(f32(1 - 0.999**step)) / f32(1 - 0.9**step)
        w = w - rate * m / (np.sqrt(v) + f32(epsilon))
        yield w


def rmsprop(start: float) -> Iterator[np.float32]:
    """w on (w + 1)^2 with a mean of squared gradients that starts somewhere."""
    w, mean_square = f32(5), f32(start)
    for _ in range(10):
        gradient = f32(2) * (w + f32(1))
        mean_square = f32(0.9) * mean_square + f32(1 - 0.9) * gradient * gradient
        w = w - f32(0.1) * gradient / np.sqrt(mean_square + f32(1e-10))
        yield w


@pytest.mark.parametrize(
    ("case", "epsilon", "last"),
    [("adam_small_gradient", 1e-8, "step 9: w 4.019"), ("pitfalls/keras_epsilon", 1e-7, "step 9: w 4.123")],
)
def test_adam_with_small_gradients(case: str, epsilon: float, last: str) -> None:
    expected = [f"step {step}: w {w:.3f}" for step, w in enumerate(adam(epsilon))]
    assert lines(case) == expected
    assert expected[-1] == last


@pytest.mark.parametrize(
    ("case", "start", "first"),
    [("rmsprop", 1.0, "step 0: w 4.6932"), ("pitfalls/rmsprop_accumulator", 0.0, "step 0: w 4.6838")],
)
def test_rmsprop_from_its_first_mean_of_squares(case: str, start: float, first: str) -> None:
    expected = [f"step {step}: w {w:.4f}" for step, w in enumerate(rmsprop(start))]
    assert lines(case) == expected
    assert expected[0] == first
