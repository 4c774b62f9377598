"""Specification of a script without an operation that a line of it does, or with another one in its place."""

import pytest

from harness.diagnose.sources.changed.operations import (
    with_arguments_swapped,
    with_operands_swapped,
    with_operation,
    without_operation,
)
from harness.diagnose.sources.said.loss_calls import lines_of_loss_calls


def left_out(source: str, line: int, kind: str) -> list[str]:
    return [each.source for each in without_operation(source, line, kind)]


def changed(source: str, line: int | None, kind: str, other: str) -> list[str]:
    return [each.source for each in with_operation(source, line, kind, other)]


def test_of_an_operator_each_operand_is_left() -> None:
    assert left_out("a = 1\ns = tf.matmul(q, k) / np.sqrt(8.0)\n", 2, "RealDiv") == [
        "a = 1\ns = (tf.matmul(q, k))\n",
        "a = 1\ns = (np.sqrt(8.0))\n",
    ]
    assert left_out("loss = a + 0.3 * b\n", 1, "Mul") == ["loss = a + (0.3)\n", "loss = a + (b)\n"]


def test_of_a_call_its_first_argument_is_left() -> None:
    assert left_out("h = tf.transpose(h, [0, 3, 1, 2])\n", 1, "Transpose") == ["h = (h)\n"]


def test_what_a_call_gives_under_a_name_is_left_out_for_one_reader_alone() -> None:
    source = "p = tf.sigmoid(x @ w)\nloss = cost(labels=y, logits=p)\nright = (p > 0.5) == y\n"
    assert left_out(source, 1, "Sigmoid") == [
        source.replace("tf.sigmoid(x @ w)", "(x @ w)"),
        source.replace("logits=p", "logits=(x @ w)"),
    ]


@pytest.mark.parametrize("last", ["", "p = p + 1\n"])
def test_a_name_with_one_reader_or_another_value_later_has_no_reader_of_its_own(last: str) -> None:
    source = f"p = tf.sigmoid(z)\nloss = cost(labels=y, logits=p)\n{last}"
    assert left_out(source, 1, "Sigmoid") == [source.replace("tf.sigmoid(z)", "(z)")]


def test_what_changes_a_name_in_place_is_left_out_as_a_whole() -> None:
    assert left_out("if a:\n    x *= 4 ** 0.5\n", 2, "Mul")[-1] == "if a:\n    pass\n"
    assert left_out("x += y\n", 1, "AddV2") == ["pass\n"]
    assert left_out("x += y\n", 1, "Mul") == []


def test_ops_that_are_called_by_another_name_are_left_out() -> None:
    assert left_out("y = tf.reverse(y, [1])\n", 1, "ReverseV2") == ["y = (y)\n"]
    assert left_out("p = tf.clip_by_value(p, 0.0, 1.0)\n", 1, "ClipByValue") == ["p = (p)\n"]


def test_nothing_is_left_out_in_another_line_or_of_another_kind() -> None:
    assert left_out("a = b / c\nd = e\n", 2, "RealDiv") == []
    assert left_out("a = b / c\n", 1, "Mul") == []
    assert left_out("a = (b\n     / c)\n", 1, "RealDiv") == [], "which stands in two lines"
    assert left_out("no Python (\n", 1, "Mul") == []


def test_a_function_in_that_line_is_another_one() -> None:
    assert changed("p = tf.reduce_sum(x, 1)\nq = tf.reduce_sum(y)\n", 1, "Sum", "Mean") == [
        "p = tf.reduce_mean(x, 1)\nq = tf.reduce_sum(y)\n"
    ]


def test_an_activation_is_another_one_wherever_it_is_named() -> None:
    source = "model = [Dense(4, activation='relu')]\nfor x in data:\n    y = model(x)\n"
    assert changed(source, 3, "Relu", "Tanh") == [source.replace("'relu'", "'tanh'")]


def test_a_layer_that_pools_pools_otherwise() -> None:
    assert changed("AveragePooling2D(2)\n", None, "AvgPool", "MaxPool") == ["MaxPooling2D(2)\n"]
    assert changed("tf.nn.max_pool2d(x, 2, 2, 'SAME')\n", None, "MaxPool", "AvgPool") == [
        "tf.nn.avg_pool2d(x, 2, 2, 'SAME')\n"
    ]


def test_what_has_no_name_of_its_own_stays() -> None:
    assert changed("y = x @ w\n", 1, "MatMul", "Relu") == []


SWAPPED = "import tensorflow as tf\na = (b - c) - d\ne = tf.matmul(f, g + 1)\nh = i / j\n"


@pytest.mark.parametrize(
    ("line", "kind", "now"),
    [
        (2, "Sub", {"a = ((d)) - (b - c)", "a = ((c) - (b)) - d"}),
        (3, "MatMul", {"e = tf.matmul((g + 1), (f))"}),
        (4, "RealDiv", {"h = (j) / (i)"}),
        (4, "Sub", set()),
    ],
)
def test_operands_are_swapped_in_their_line(line: int, kind: str, now: set[str]) -> None:
    found = {each.source.splitlines()[line - 1] for each in with_operands_swapped(SWAPPED, line, kind)}
    assert found == now


@pytest.mark.parametrize(
    ("text", "lines", "now"),
    [
        ("loss = bce(logits, y)\n", {1}, ["loss = bce(y, logits)\n"]),
        ("loss = bce(logits, y)\n", {2}, []),
        ("loss = tf.reduce_mean(mse(predicted, y, 0.5))\n", {1}, ["loss = tf.reduce_mean(mse(y, predicted, 0.5))\n"]),
        # Whose order counts for nothing, and what is no array.
        (
            "loss = tf.maximum(a, b)\nopt.apply_gradients(zip(grads, weights))\nc = tf.concat([a, b], axis)\n",
            {1, 2, 3},
            [],
        ),
    ],
)
def test_the_arguments_of_a_call_are_swapped(text: str, lines: set[int], now: list[str]) -> None:
    assert [each.source for each in with_arguments_swapped(text, frozenset(lines))] == now


def test_calls_of_losses_are_known_by_their_module_or_as_what_it_made() -> None:
    text = (
        "import tensorflow as tf\nfrom tensorflow.keras import losses\n"
        "bce = tf.keras.losses.BinaryCrossentropy(from_logits=True)\n"
        "a = bce(logits, y)\nb = losses.mse(y, out)\nc = f(y, out)\nd = bce(y)\n"
    )
    assert lines_of_loss_calls(text) == {4, 5}
