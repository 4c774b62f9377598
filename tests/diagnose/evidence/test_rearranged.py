"""Specification of inputs that hold the other side's numbers in another order within each row."""

from dataclasses import replace

import numpy as np
import pytest

from harness.diagnose.detectors.data.inputs_rearranged import detect
from harness.diagnose.evidence.evidence import Evidence
from harness.watching.watched import watched
from harness.words.observation import Observation, ObservedLayer, ObservedStep
from tests.diagnose.sides import made
from tests.watching.arrays import reduced

IMAGES = np.arange(24.0).reshape(2, 2, 2, 3)
WORDS = np.array([[4, 1, 0, 0], [7, 2, 6, 0], [3, 5, 8, 9]])


def evidence(left: np.ndarray, right: np.ndarray) -> Evidence:
    def step(array: np.ndarray, loss: float) -> ObservedStep:
        op = ObservedLayer(0, "MatMul", "MatMul", (), reduced([loss]))
        return ObservedStep(0, "eager", loss=op.output, layers=(op,), read=(reduced(array, whole=True),))

    one, two = (Observation((each,), 1) for each in (step(left, 1.0), step(right, 2.0)))
    return replace(made({"loss": [1.0, 2.0]}, {"loss": [2.0, 3.0]}), watched=watched(one, two))


@pytest.mark.parametrize(
    ("left", "right", "how", "says"),
    [
        (IMAGES, IMAGES.transpose(0, 2, 1, 3), {"order": [2, 1, 3]}, "with its axes in the order [0, 2, 1, 3]"),
        (IMAGES, IMAGES.transpose(0, 3, 1, 2), {"order": [2, 3, 1]}, "with its axes in the order [0, 2, 3, 1]"),
        (IMAGES, IMAGES[..., ::-1], {"turned": [3]}, "turned round along axis 3"),
        (
            WORDS,
            np.array([[0, 0, 4, 1], [0, 7, 2, 6], [3, 5, 8, 9]]),
            {"padded": "end"},
            "with its zeros at the end of each row",
        ),
        (WORDS, WORDS[:, [1, 0, 2, 3]], {"columns": [1, 0, 2, 3]}, "with its last axis in the order [1, 0, 2, 3]"),
    ],
)
def test_the_order_of_the_left_side_is_told_and_tried(
    left: np.ndarray, right: np.ndarray, how: dict[str, object], says: str
) -> None:
    finding = detect(evidence(left, right))
    assert finding is not None and finding.trials[0].arguments["how"] == how
    assert finding.change == f"lay the inputs of the right out as the left does: {says}"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (WORDS, WORDS),
        # Rows in another order are those of other batches; and other numbers are other data.
        (WORDS, WORDS[::-1]),
        (WORDS, WORDS + 1),
        (np.array([[1.0, 2.0]]), np.array([[2.0, 1.0]])),
    ],
)
def test_nothing_is_told_of_the_same_of_other_rows_other_numbers_or_of_a_few(
    left: np.ndarray, right: np.ndarray
) -> None:
    assert detect(evidence(left, right)) is None
