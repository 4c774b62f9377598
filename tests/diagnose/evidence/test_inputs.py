"""Specification of the input of which one side computes with a scaled one."""

from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.inputs import scaled_input
from harness.watching.watched import watched
from harness.words.observation import Observation, ObservedLayer, ObservedStep
from tests.diagnose.sides import DIVERGED, USUAL, made
from tests.watching.arrays import reduced


def op(call: int, kind: str, value: list[float], *inputs: int) -> ObservedLayer:
    return ObservedLayer(call, kind, kind, inputs, reduced(value))


def evidence(left: ObservedStep, right: ObservedStep) -> Evidence:
    seen = watched(Observation((left,), 1), Observation((right,), 1))
    sides = made({"loss": [1.0]}, {"loss": [4.0]})
    return Evidence(sides.left, sides.right, DIVERGED, (), USUAL, watched=seen)


LABELS = reduced([[2.0], [4.0], [6.0]])


def computed(inputs: list[list[float]], *before: ObservedLayer, scale: float = 1.0) -> ObservedStep:
    """A step of a prediction that is the sum of its scaled inputs, less labels that are such a sum as well."""
    sums = [scale * sum(row) for row in inputs]
    at = len(before)
    product = op(at, "MatMul", sums, *(each.call for each in before))
    error = op(at + 1, "Sub", [one - 2 * place for place, one in enumerate(sums, 1)], at)
    loss = op(at + 2, "Mean", [sum(sums) / 9], at + 1)
    return ObservedStep(
        0, "eager", loss=loss.output, layers=(*before, product, error, loss), read=(reduced(inputs), LABELS)
    )


def test_of_two_eager_sides_it_is_the_data_that_is_scaled_and_not_what_is_left_of_a_prediction() -> None:
    left, right = computed([[1.0, 2.0], [2.0, 4.0], [3.0, 6.0]]), computed([[0.5, 1.0], [1.0, 2.0], [1.5, 3.0]])
    found = scaled_input(evidence(left, right))
    assert found is not None
    assert (found.left, found.right) == (left.read[0], right.read[0])
    assert str(found.factor) == "divided by 2"
    assert [(place.value, shape) for place, shape, _, _ in found.changes] == [("right", (2,)), ("left", (2,))]


def test_what_arithmetic_alone_makes_of_the_data_is_what_a_side_computes_with() -> None:
    pixels = [[51.0, 102.0], [102.0, 204.0], [153.0, 255.0]]
    shares = ObservedLayer(0, "RealDiv", "RealDiv", (), reduced([[value / 255 for value in row] for row in pixels]))
    left = computed(pixels, shares, scale=1 / 255)
    found = scaled_input(evidence(left, computed(pixels)))
    assert found is not None
    assert found.left == shares.output
    assert str(found.factor) == "times 255"
