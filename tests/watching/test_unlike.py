"""Specification of what is told to be unlike in a step, whatever parts two sides first."""

from dataclasses import replace
from typing import Any

import numpy as np

from harness.watching.unlike import unlike_steps
from harness.watching.watched import watched
from harness.words.observation import Observation, ObservedLayer, ObservedStep, ObservedVariable, Reduced
from tests.watching.arrays import reduced

IMAGES = np.random.RandomState(0).rand(10, 20)


def variable(name: str, before: object) -> ObservedVariable:
    return ObservedVariable(name, reduced(before), reduced(before), reduced(before))


def op(call: int, kind: str, output: object, inputs: tuple[int, ...] = (), line: int | None = None) -> ObservedLayer:
    return ObservedLayer(call, kind, kind, inputs, reduced(output), line)


def step(*variables: ObservedVariable, rate: float = 0.1, **more: Any) -> ObservedStep:
    return replace(ObservedStep(0, "session", "", reduced(3.0), rate, variables=variables), **more)


def told(left: ObservedStep, right: ObservedStep) -> list[str]:
    return list(map(str, unlike_steps(watched(Observation((left,), 1), Observation((right,), 1)))))


def fed(array: object) -> dict[str, Reduced]:
    return {"x:0": reduced(array)}


def test_of_steps_that_are_alike_nothing_is_told() -> None:
    random = np.random.RandomState(2)
    w, k = variable("w", random.randn(20, 5)), variable("k", random.randn(20, 5))
    assert told(step(w, fed=fed(IMAGES)), step(k, fed=fed(IMAGES))) == []


def test_other_shapes_of_what_is_fed_are_told() -> None:
    w = variable("w", np.zeros((20, 5)))
    given = op(0, "Placeholder", np.zeros((4, 20))), op(1, "Mean", 3.0, (0,))
    assert told(step(w, fed=fed(IMAGES)), step(w, layers=given, way="function")) == [
        "data: the largest array that step 0 is given is [10, 20] on the left, [4, 20] on the right"
    ]


def test_what_is_scaled_otherwise_is_told_by_its_range() -> None:
    w = variable("w", np.zeros((20, 5)))
    left, right = fed(np.linspace(0, 1, 200)), fed(np.linspace(0, 255, 200))
    assert told(step(w, fed=left), step(w, fed=right)) == [
        "data: the largest array that step 0 is given goes from 0 to 1 on the left, from 0 to 255 on the right"
    ]


def test_other_examples_are_told_where_an_eager_step_read_none_that_is_the_same() -> None:
    w = variable("w", np.zeros((20, 5)))
    (line,) = told(step(w, fed=fed(IMAGES)), step(w, read=(reduced(IMAGES[::-1]),), way="eager"))
    assert line.startswith("data: the largest array that step 0 is given, of shape [10, 20], holds other numbers: [0.5")
    assert told(step(w, fed=fed(IMAGES)), step(w, read=(reduced(IMAGES[::-1]), reduced(IMAGES)), way="eager")) == []


def test_features_are_not_held_against_labels_of_their_size() -> None:
    w = variable("w", np.zeros((2, 1)))
    rows, labels = IMAGES[:, :2], IMAGES[:, 2]
    columns = {"a:0": reduced(rows[:, 0]), "b:0": reduced(rows[:, 1]), "y:0": reduced(labels)}
    assert told(step(w, fed=columns), step(w, read=(reduced(rows), reduced(labels)), way="eager")) == []
    assert told(step(w, fed=columns), step(w, fed={"x:0": reduced(rows), "y:0": reduced(labels)})) == []
    negated = reduced(rows[:, 0]), reduced(rows[:, 1]), reduced(-labels)
    assert told(step(w, fed=columns), step(w, read=negated, way="eager")) == []
    turned = {"y:0": reduced(labels), "b:0": reduced(rows[:, 1]), "a:0": reduced(rows[:, 0])}
    assert told(step(w, fed=columns), step(w, fed=turned)) == []
    (line,) = told(step(w, fed=columns), step(w, fed={**turned, "b:0": reduced(rows[::-1, 1])}))
    assert line.startswith(
        f"data: the largest array that step 0 is given, of shape [10], holds other numbers: [{rows[0, 1]:.6g}"
    )


def test_of_what_an_eager_step_has_read_the_last_batch_is_told() -> None:
    w = variable("w", np.zeros((20, 5)))
    read = reduced(np.zeros((60, 20))), reduced(np.zeros((6, 20))), reduced(np.zeros((6, 5)))
    assert told(step(w, fed=fed(IMAGES)), step(w, read=read, way="eager")) == [
        "data: the largest array that step 0 is given is [10, 20] on the left, [6, 20] on the right"
    ]


def test_where_what_is_given_is_not_known_the_first_op_tells_of_its_size() -> None:
    w = variable("w", 0.5)
    left = step(w, layers=(op(0, "Mul", 2.0, line=7), op(1, "Mean", 3.0, (0,))))
    right = step(w, layers=(op(0, "Mul", [1.0, 2.0], line=9), op(1, "Mean", 3.0, (0,))))
    assert told(left, right) == [
        "data: what the first op of step 0 puts out is one number (of Mul (line 7)) on the left, "
        "[2] (of Mul (line 9)) on the right"
    ]


def test_variables_without_a_partner_are_told_with_their_shapes() -> None:
    assert told(step(variable("w", np.zeros((20, 5)))), step(variable("k", np.zeros((20, 6))))) == [
        "start: trained without a partner: w [20, 5] on the left, k [20, 6] on the right"
    ]


def test_first_values_of_another_size_are_told_once_for_all_that_are_alike() -> None:
    left = step(*(variable(name, np.zeros(9)) for name in ("a", "b")))
    right = step(*(variable(name, np.full(9, 0.1)) for name in ("a", "b")))
    assert told(left, right) == ["start: a and 1 more begin with 0 throughout on the left, 0.1 throughout on the right"]
    drawn = np.random.RandomState(1).randn(400)
    (line,) = told(step(variable("w", drawn)), step(variable("w", 0.05 * drawn)))
    assert line == "start: w begins with numbers of the size 0.98 on the left, numbers of the size 0.049 on the right"


def test_other_activations_and_another_sum_are_told_with_their_lines() -> None:
    w = variable("w", 0.5)
    left = step(w, layers=(op(0, "Sigmoid", 2.0, line=7), op(1, "Sum", 6.0, (0,)), op(2, "RealDiv", 3.0, (1,), 8)))
    right = step(w, layers=(op(0, "Relu", 2.0, line=3), op(1, "Mean", 3.0, (0,), 4)))
    ops = "forward: ops that the other side has in another number:"
    assert told(left, right) == [
        f"{ops} Sigmoid (line 7) on the left, Relu (line 3) on the right",
        "loss: the loss is made by Sum, RealDiv (line 8) on the left, Mean (line 4) on the right",
    ]


def test_images_that_are_fed_as_whole_numbers_are_held_against_what_is_made_of_them() -> None:
    w = variable("w", np.zeros((20, 5)))
    whole = reduced(np.arange(200).reshape(10, 20), "uint8")
    left = step(w, fed={"x:0": whole, "y:0": reduced(np.ones((10, 5)))})
    assert told(left, step(w, fed=fed(IMAGES))) == [
        "data: the largest array that step 0 is given goes from 0 to 199 on the left, "
        f"from {IMAGES.min():.4g} to {IMAGES.max():.4g} on the right"
    ]
    assert told(left, step(w, fed=fed(IMAGES[:4]))) == [], "the other side may be given whole numbers, too, untold"


def test_a_last_activation_that_keras_leaves_out_of_its_loss_and_a_sign_are_nothing() -> None:
    w = variable("w", 0.5)
    left = (op(0, "Sigmoid", 2.0), op(1, "Log", 2.5, (0,)), op(2, "Mean", -3.0, (1,)), op(3, "Neg", 3.0, (2,)))
    right = (op(0, "Log1p", 2.0), op(1, "Sum", 6.0, (0,)), op(2, "DivNoNan", 3.0, (1,)))
    assert told(step(w, layers=left), step(w, layers=right)) == []


def test_several_ops_of_a_kind_are_counted_with_their_places() -> None:
    w = variable("w", 0.5)
    mean = op(2, "Mean", 3.0, (0, 1))
    left = step(w, layers=(op(0, "Relu", 2.0, line=7), op(1, "Relu", 1.0, line=8), mean))
    assert told(left, step(w, layers=(op(0, "Sub", 2.0), op(1, "Sub", 1.0), mean))) == [
        "forward: ops that the other side has in another number: 2 Relu (line 7; line 8) on the left, "
        "no Relu on the right"
    ]


def test_products_by_hand_are_no_missing_matmul() -> None:
    w = variable("w", 0.5)
    left = (op(0, "Mul", 2.0), op(1, "AddV2", 2.0, (0,)), op(2, "Mean", 3.0, (1,)))
    right = (op(0, "MatMul", 2.0), op(1, "BiasAdd", 2.0, (0,)), op(2, "Mean", 3.0, (1,)))
    assert told(step(w, layers=left), step(w, layers=right)) == []


def test_a_mean_of_tf_losses_is_one() -> None:
    w = variable("w", 0.5)
    left = step(w, layers=(op(0, "Sum", 6.0), op(1, "DivNoNan", 3.0, (0,))))
    assert told(left, step(w, layers=(op(0, "Mean", 3.0),))) == []


def test_another_rate_is_told() -> None:
    w = variable("w", 0.5)
    assert told(step(w), step(w, rate=0.01)) == ["rate: the rate of step 0 is 0.1 on the left, 0.01 on the right"]
