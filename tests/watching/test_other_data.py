"""Specification of data that are other ones, where nothing but the gradients shows it: weights of zero hide them."""

from dataclasses import replace
from typing import Any

import numpy as np

from harness.watching.watched import watched
from harness.words.observation import Observation, ObservedLayer, ObservedStep, ObservedVariable
from harness.words.stage import Stage
from tests.watching.arrays import reduced

IMAGES = np.random.RandomState(0).rand(16, 8)


def step(gradient: float, **more: Any) -> ObservedStep:
    w = ObservedVariable("w", reduced([0.0, 0.0]), reduced([gradient, 1.0]), reduced([gradient, 1.0]))
    return replace(ObservedStep(0, "session", "", reduced(2.3), 0.1, variables=(w,)), **more)


def first_apart(left: ObservedStep, right: ObservedStep) -> Stage | None:
    return watched(Observation((left,), 1), Observation((right,), 1)).stage


def of_function(images: np.ndarray) -> dict[str, Any]:
    ops = [ObservedLayer(0, "Placeholder", "x", output=reduced(images))]
    ops.append(ObservedLayer(1, "Mean", "Mean", (0,), reduced(2.3)))
    return {"layers": tuple(ops), "way": "function"}


def test_other_examples_part_the_sides_where_only_the_gradients_show_it() -> None:
    left = step(1.0, fed={"x:0": reduced(IMAGES)})
    assert first_apart(left, step(2.0, **of_function(IMAGES[::-1]))) is Stage.DATA
    assert first_apart(left, step(2.0, read=(reduced(IMAGES[::-1]),))) is Stage.DATA


def test_the_same_examples_or_such_as_are_scaled_leave_the_gradients_as_the_place() -> None:
    left = step(1.0, fed={"x:0": reduced(IMAGES)})
    assert first_apart(left, step(2.0, **of_function(IMAGES))) is Stage.GRADIENTS
    assert first_apart(left, step(2.0, **of_function(255 * IMAGES))) is Stage.GRADIENTS
    assert first_apart(left, step(2.0, read=(reduced(IMAGES[::-1]), reduced(IMAGES)))) is Stage.GRADIENTS


def test_other_examples_that_nothing_shows_part_nobody() -> None:
    left = step(1.0, fed={"x:0": reduced(IMAGES)})
    assert first_apart(left, step(1.0, **of_function(IMAGES[::-1]))) is None
