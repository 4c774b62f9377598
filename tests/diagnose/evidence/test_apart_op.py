"""Specification of the ops at which two forward passes part: one more on a side, or two that stand for one another."""

from dataclasses import replace

from harness.diagnose.detectors.forward.operation_left_out import detect
from harness.diagnose.evidence.apart_op import lone_op, other_op, other_operand
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.watching.watched import watched
from harness.words.finding import Place
from harness.words.observation import Observation, ObservedLayer, ObservedStep
from tests.diagnose.sides import DIVERGED, USUAL, made
from tests.watching.arrays import reduced


def op(call: int, kind: str, value: list[float], *inputs: int, line: int | None = None) -> ObservedLayer:
    return ObservedLayer(call, kind, kind, inputs, reduced(value), line)


def evidence(left: list[ObservedLayer], right: list[ObservedLayer]) -> Evidence:
    steps = [ObservedStep(0, "session", loss=layers[-1].output, layers=tuple(layers)) for layers in (left, right)]
    one, two = (Observation((each,), 1) for each in steps)
    return replace(Evidence(Side("left", ()), Side("right", ()), DIVERGED, (), USUAL), watched=watched(one, two))


X = op(0, "MatMul", [-1.0, 2.0])


def test_an_op_that_one_side_has_more_stands_before_what_both_go_on_with() -> None:
    scaled = [X, op(1, "RealDiv", [0.5, 1.0], 0, line=7), op(2, "Softmax", [0.4, 0.6], 1)]
    plain = [X, op(1, "Softmax", [0.3, 0.7], 0)]
    found = lone_op(evidence(scaled, plain))
    assert found is not None
    assert (found.place, found.op, found.before, found.beside) == (Place.LEFT, scaled[1], X.output, plain[1])
    other = lone_op(evidence(plain, scaled))
    assert other is not None and (other.place, other.op) == (Place.RIGHT, scaled[1])
    assert other_op(evidence(scaled, plain)) is None


def test_an_op_that_the_other_side_has_behind_the_next_one_is_told_to_stand_in_another_order() -> None:
    first = [X, op(1, "Relu", [0.0, 2.0], 0, line=7), op(2, "Mean", [1.0], 1)]
    last = [X, op(1, "Mean", [0.5], 0), op(2, "Relu", [0.5], 1, line=9)]
    seen = evidence(first, last).watched
    finding = detect(replace(made({"loss": [1.0]}, {"loss": [0.5]}), watched=seen))
    assert finding is not None and finding.change == (
        "have both in one order: Relu in line 7 of the left stands before Mean, Relu (line 9) of the right behind it"
    )


def test_what_a_function_of_the_library_does_within_is_no_operation_of_the_script() -> None:
    turned = [X, op(1, "Neg", [1.0, -2.0], 0, line=2), op(2, "TopKV2", [1.0, -2.0], 1)]
    plain = [X, op(1, "TopKV2", [2.0, -1.0], 0, line=2)]
    sides = replace(made({"loss": [1.0]}, {"loss": [0.5]}), watched=evidence(plain, turned).watched)
    texts = {"y = tf.argsort(t)": False, "y = tf.argsort(-t)": True}
    for text, told in texts.items():
        right = replace(sides.right, source=f"import tensorflow as tf\n{text}\n")
        assert (detect(replace(sides, right=right)) is not None) is told


def test_what_reads_the_data_is_no_op_that_one_side_has_more() -> None:
    column, product = op(0, "IteratorGetNext", [3.0, 5.0]), op(1, "MatMul", [8.0, 9.0], 0)
    other = reduced([1.0, 3.0])
    left, right = (
        ObservedStep(0, "session", loss=layers[-1].output, layers=layers, read=read)
        for layers, read in (((op(0, "MatMul", [7.0, 2.0]),), (other,)), ((column, product), (other,)))
    )
    sides = evidence([X], [X])
    assert lone_op(replace(sides, watched=watched(Observation((left,), 1), Observation((right,), 1)))) is None


def test_what_a_function_does_that_is_called_again_is_left_out_by_no_text() -> None:
    text = "def block(x):\n    return x + 1\n\n\ny = block(block(x))\n"
    added = [X, op(1, "Add", [0.0, 3.0], 0, line=2), op(2, "MatMul", [3.0], 1)]
    seen = evidence(added, [X, op(1, "MatMul", [1.0], 0)]).watched
    sides = replace(made({"loss": [1.0]}, {"loss": [4.0]}, sources=(text, "y = x\n")), watched=seen)
    finding = detect(sides)
    assert finding is not None and (finding.confidence.value, finding.trials) == ("likely", ())
    once = replace(sides, left=replace(sides.left, source=text.replace("block(block(x))", "block(x)")))
    found = detect(once)
    assert found is not None and found.trials


def test_a_sum_that_one_side_has_more_is_not_taken_for_the_bias_behind_the_next_op() -> None:
    added = [X, op(1, "Add", [1.0, 3.0], 0), op(2, "MatMul", [4.0], 1), op(3, "BiasAdd", [4.5], 2)]
    plain = [X, op(1, "MatMul", [1.0], 0), op(2, "BiasAdd", [1.5], 1)]
    found = lone_op(evidence(added, plain))
    assert found is not None
    assert (found.place, found.op, found.beside) == (Place.LEFT, added[1], plain[1])


def test_what_a_layer_turns_within_itself_is_not_left_out() -> None:
    turned = [X, op(1, "Transpose", [2.0, -1.0], 0, line=3), op(2, "MatMul", [4.0], 1)]
    seen = evidence([X, op(1, "MatMul", [1.0], 0)], turned).watched
    sides = replace(made({"loss": [1.0]}, {"loss": [4.0]}), watched=seen)
    for line, told in (("layer(x)", False), ("tf.matmul(tf.transpose(x), w)", True)):
        right = replace(sides.right, source=f"import tensorflow as tf\nx = read()\ny = {line}\n")
        assert (detect(replace(sides, right=right)) is not None) is told


def test_an_op_more_at_the_end_is_told_where_the_other_loss_is_what_it_is_made_from() -> None:
    short = [X, op(1, "Mean", [0.5], 0)]
    found = lone_op(evidence([*short, op(2, "Mul", [8.0], 1)], short))
    assert found is not None and (found.op.kind, found.beside) == ("Mul", None)


def test_two_ops_of_the_same_array_stand_for_one_another() -> None:
    left, right = [X, op(1, "Tanh", [-0.8, 0.9], 0)], [X, op(1, "Relu", [0.0, 2.0], 0)]
    sides = evidence([*left, op(2, "MatMul", [3.0], 1)], [*right, op(2, "MatMul", [4.0], 1)])
    found = other_op(sides)
    assert found is not None and (found.left, found.right) == (left[1], right[1])
    assert lone_op(sides) is None


def test_nothing_is_told_of_ops_of_one_kind_of_other_inputs_or_that_go_on_otherwise() -> None:
    one = [X, op(1, "Tanh", [-0.8, 0.9], 0), op(2, "Sum", [0.1], 1)]
    for other in (
        [X, op(1, "Tanh", [0.7, 0.9], 0), op(2, "Sum", [1.6], 1)],
        [op(0, "MatMul", [5.0, 2.0]), op(1, "Relu", [5.0, 2.0], 0), op(2, "Sum", [7.0], 1)],
        [X, op(1, "Relu", [0.0, 2.0], 0), op(2, "Max", [2.0], 1)],
    ):
        assert lone_op(evidence(one, other)) is None
        assert other_op(evidence(one, other)) is None


def test_an_operand_that_one_side_makes_by_further_ops_is_told_with_all_of_them() -> None:
    values = op(1, "Log", [0.5, 0.25])
    centred = [
        X,
        values,
        op(2, "Mean", [0.375], 1, line=3),
        op(3, "Sub", [0.125, -0.125], 1, 2, line=3),
        op(4, "Mul", [-0.125, -0.25], 0, 3),
    ]
    plain = [X, values, op(2, "Mul", [-0.5, 0.5], 0, 1)]
    found = other_operand(evidence(centred, plain))
    assert found is not None
    assert (found.place, [each.kind for each in found.ops]) == (Place.LEFT, ["Mean", "Sub"])
    assert (found.goes_on, found.beside) == (centred[4], plain[2])
    assert lone_op(evidence(centred, plain)) is None
    assert other_operand(evidence(plain, plain)) is None


def test_sums_over_other_axes_are_no_sum_that_is_left_out() -> None:
    rows = [X, op(1, "Sum", [2.0, 4.0], 0), op(2, "Sum", [6.0], 1)]
    all_at_once = [X, op(1, "Sum", [7.0], 0), op(2, "Sum", [8.0], 1)]
    assert lone_op(evidence(rows, all_at_once)) is None
