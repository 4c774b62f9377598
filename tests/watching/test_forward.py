"""Specification of where two forward passes part: by what ops put out, whatever they are called."""

from harness.watching.forward import behind_loss, where_forward_parts
from harness.words.observation import ObservedLayer
from tests.watching.arrays import reduced


def op(call: int, kind: str, value: list[float] | None, *inputs: int) -> ObservedLayer:
    return ObservedLayer(call, kind, f"{kind}_{call}", inputs, None if value is None else reduced(value))


LEFT = (op(0, "MatMul", [1.0, 2.0]), op(1, "Relu", [0.5, 2.0], 0), op(2, "Mean", [1.25], 1))


def test_passes_that_agree_part_nowhere_even_if_one_has_an_op_more_on_the_way() -> None:
    right = (
        op(0, "Tensordot", [1.0, 2.0]),
        op(1, "Relu6", [0.5, 2.5], 0),
        op(2, "Minimum", [0.5, 2.0], 1),
        op(3, "Mean", [1.25], 2),
    )
    assert where_forward_parts(LEFT, right) is None


def test_what_a_script_computes_beside_its_loss_is_no_part_of_the_pass() -> None:
    beside = op(2, "Sum", [2.5], 1)
    loss = op(3, "Mean", [1.25], 1)
    assert behind_loss((*LEFT[:2], beside, loss), loss.output) == (*LEFT[:2], loss)
    assert behind_loss((*LEFT[:2], beside), loss.output) == (*LEFT[:2], beside), "whose loss is none of these"
    assert behind_loss(LEFT, None) == LEFT


def test_what_a_function_is_given_is_told_after_all_else() -> None:
    left = (op(0, "Relu", [0.5, 2.0]), op(1, "Tanh", [0.25, 0.75], 0))
    right = (op(0, "Placeholder", [9.0, 8.0]), op(1, "Relu", [0.5, 2.0]), op(2, "Sigmoid", [0.125, 0.5], 1))
    place = where_forward_parts(left, right)
    assert place is not None
    assert (place.left, place.right) == (left[1], right[2])
    same = where_forward_parts(left, right[:2], given=((reduced([9.0, 8.0]),), ()))
    assert same is not None
    assert (same.left, same.right) == (left[1], None), "what it is given the other side is fed"
    of_it = where_forward_parts(left, (right[0], op(1, "Relu", [9.0, 8.0], 0)))
    assert of_it is not None
    assert of_it.right == right[0]


def test_it_is_the_first_op_that_is_made_from_what_agrees() -> None:
    right = (op(0, "MatMul", [1.0, 2.0]), op(1, "LeakyRelu", [0.75, 2.0], 0), op(2, "Mean", [1.375], 1))
    place = where_forward_parts(LEFT, right)
    assert place is not None
    assert place.left == LEFT[1]
    assert place.right == right[1]


def test_an_op_whose_result_comes_out_the_same_in_the_end_is_only_another_way() -> None:
    left = (op(0, "Exp", [2.0]), op(1, "Log", [0.5], 0))
    right = (op(0, "LogSoftmax", [0.5]),)
    assert where_forward_parts(left, right) is None


def test_rounding_is_put_up_with_and_so_is_what_the_inputs_were_apart() -> None:
    right = (op(0, "MatMul", [1.0, 2.0 + 2.0**-20]), *LEFT[1:])
    assert where_forward_parts(LEFT, right) is None
    right = (op(0, "MatMul", [1.0, 2.002]), *LEFT[1:])
    assert where_forward_parts((LEFT[0],), right[:1]) is not None
    assert where_forward_parts((LEFT[0],), right[:1], allowed=0.01) is None


def test_what_one_side_alone_computes_has_a_place_on_that_side_only() -> None:
    place = where_forward_parts((LEFT[0],), (LEFT[0], op(1, "Mul", [7.0, 9.0], 0)))
    assert place is not None
    assert place.left is None
    assert place.right is not None and place.right.kind == "Mul"


def test_what_was_not_seen_on_one_side_parts_nowhere() -> None:
    assert where_forward_parts((), LEFT) is None
    assert where_forward_parts(LEFT, ()) is None


def test_an_op_without_a_known_output_is_no_place() -> None:
    assert where_forward_parts((op(0, "NoValue", None), *LEFT), LEFT) is None


def test_what_the_sides_read_is_told_where_it_is_not_the_same() -> None:
    right = (op(0, "MatMul", [0.9, 1.8]), op(1, "Relu", [0.45, 1.8], 0), op(2, "Mean", [1.125], 1))
    bias, data, other = reduced([0.25, 0.75]), reduced([3.0, 4.0, 5.0]), reduced([2.7, 3.6, 4.5])
    place = where_forward_parts(LEFT, right, given=((bias, data), (other, bias)))
    assert place is not None
    assert (place.left, place.right, place.data) == (LEFT[0], right[0], (data, other))
    same = where_forward_parts(LEFT, right, given=((bias, data), (data, bias)))
    assert same is not None and same.data is None
    fed = (op(0, "IteratorGetNext", [3.0, 4.0, 5.0]), op(1, "MatMul", [1.0, 2.0], 0), *LEFT[1:])
    read = where_forward_parts(fed, right, given=((), (other,)))
    assert read is not None and read.data == (data, other)
