"""Specification of first values that a port draws otherwise than the original."""

import numpy as np
import pytest

from harness.sides.proof.beginnings import begins_otherwise
from harness.watching.pairs import Named, pair_variables
from harness.words.observation import Observation, ObservedStep, ObservedVariable, Reduced

RANDOM = np.random.default_rng(3)


def beginning(values: np.ndarray) -> Observation:
    reduced = Reduced(
        "float32", values.shape, float(np.linalg.norm(values)), float(values.min()), float(values.max()), "", ()
    )
    variable = ObservedVariable("w", reduced, None, None, {})
    return Observation((ObservedStep(0, variables=(variable,)),), count=1)


def said(left: np.ndarray, right: np.ndarray) -> str | None:
    one, two = beginning(left), beginning(right)
    named = [[Named("w", each.steps[0].variables[0].before)] for each in (one, two)]
    return begins_otherwise(pair_variables(*named), one, two)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (RANDOM.normal(0, 1, (10, 10)), RANDOM.normal(0, 1, (10, 10))),
        (RANDOM.uniform(-0.5, 0.5, (784, 256)), RANDOM.uniform(-0.5, 0.5, (784, 256))),
        (np.zeros(10), np.zeros(10)),
        (np.full(3, 0.1), np.full(3, 0.1)),
        # Too few to say.
        (np.array([0.1, -0.2]), np.array([0.9, 1.1])),
    ],
)
def test_numbers_of_the_same_size_are_drawn_alike(left: np.ndarray, right: np.ndarray) -> None:
    assert said(left, right) is None


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (np.zeros(4), np.full(4, 0.1), "w begins with 0.1 throughout, in the original with 0 throughout"),
        (np.linspace(-1, 1, 9), np.zeros(9), "w begins with 0 throughout, in the original with numbers of the size "),
        (
            np.linspace(-1, 1, 400),
            np.linspace(-0.5, 0.5, 400),
            "w begins with numbers of the size 0.29, in the original with numbers of the size 0.58",
        ),
    ],
)
def test_another_constant_or_size_is_said(left: np.ndarray, right: np.ndarray, words: str) -> None:
    found = said(left, right)
    assert found is not None
    assert found.startswith(words)


def test_one_number_that_somebody_wrote_is_held_and_one_that_was_drawn_is_not() -> None:
    one, two, drawn = (np.array(value, np.float32) for value in (1.0, 2.0, 0.48735204))
    assert said(one, two) == "w begins with 2 throughout, in the original with 1 throughout"
    assert said(one, drawn) == "w begins with 0.487 throughout, in the original with 1 throughout"
    assert said(drawn, np.array(-1.1928407, np.float32)) is None
    assert said(one, one) is None
