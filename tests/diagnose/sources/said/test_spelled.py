"""Specification of ops that a line of a script does itself, or only within a function of a library."""

import pytest

from harness.diagnose.sources.said.spelled import is_within_a_call

HEAD = "import tensorflow as tf\n"


@pytest.mark.parametrize(
    ("line", "kind"),
    [("y = tf.gather(x, tf.argsort(t))", "Neg"), ("y = tf.nn.l2_normalize(x)", "Mul")],
)
def test_what_a_function_of_the_library_does_is_not_the_lines_own(line: str, kind: str) -> None:
    assert is_within_a_call(HEAD + line, 2, kind)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        # A sign, whatever else is called, or a function for it.
        ("y = tf.argsort(-t)", "Neg"),
        ("y = tf.argsort(tf.negative(t))", "Neg"),
        ("y *= tf.sqrt(t)", "Mul"),
        ("y = tf.scalar_mul(2.0, tf.exp(x))", "Mul"),
        # Layers, and what is the script's own.
        ("y = tf.keras.layers.Dense(3)(x)", "Mul"),
        ("y = model(tf.exp(x))", "Mul"),
        # No call at all, no arithmetic, no such line.
        ("y = x", "Neg"),
        ("y = tf.nn.dropout(x)", "Relu"),
        ("y = (", "Neg"),
    ],
)
def test_what_a_line_may_do_itself_stays_its_own(line: str, kind: str) -> None:
    assert not is_within_a_call(HEAD + line, 2, kind)
