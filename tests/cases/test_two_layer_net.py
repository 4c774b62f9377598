"""What the note on the net of two layers says can be checked without TensorFlow: the limit that it found."""

import numpy as np
import pytest


def dataset() -> tuple[np.ndarray, np.ndarray]:
    """Give the 32 rows of the note: two numbers each, and whether they add up to less than 1."""
    inputs = np.random.RandomState(23455).rand(32, 2)
    return inputs, np.array([float(x0 + x1 < 1) for x0, x1 in inputs])


def test_no_linear_map_has_a_smaller_loss_than_the_limit_that_the_note_found() -> None:
    inputs, labels = dataset()
    # Two layers without bias or activation are one linear map of two weights: least squares gives the best.
    best, *_ = np.linalg.lstsq(inputs, labels, rcond=None)
    loss = np.mean((inputs @ best - labels) ** 2)
    assert loss == pytest.approx(0.38356050616, abs=5e-12)
    assert f"{loss:g}" == "0.383561"


def test_the_limit_is_a_minimum() -> None:
    inputs, labels = dataset()
    best, *_ = np.linalg.lstsq(inputs, labels, rcond=None)
    errors = inputs @ best - labels
    # The gradient of the mean square vanishes there, and the loss curves upwards in every direction.
    assert np.allclose(inputs.T @ errors, 0, atol=1e-12)
    assert (np.linalg.eigvalsh(inputs.T @ inputs) > 0).all()
