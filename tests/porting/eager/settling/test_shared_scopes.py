"""Specification of blocks that use the variables of a scope again: they name what was made there first."""

import pytest

from tests.porting.eager.drafts import draft

AGAIN = """
    import tensorflow as tf

    a = tf.placeholder(tf.float32, [None, 2])
    b = tf.placeholder(tf.float32, [1, 2])
    with tf.variable_scope("net", reuse=None):
        with tf.variable_scope("deep"):
            w = tf.get_variable("w", [2, 2])
        h = tf.layers.dense(tf.matmul(a, w), 2, name="h")
    with tf.variable_scope("net", reuse=True):
        with tf.variable_scope("deep"):
            w2 = tf.get_variable("w", [2, 2])
        h2 = tf.layers.dense(tf.matmul(b, w2), 2, name="h")
    sess = tf.Session()
    sess.run(tf.global_variables_initializer())
    print(sess.run([h, h2], {a: [[1, 2]], b: [[1, 2]]}))
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reuse=True", "reuse=tf.AUTO_REUSE"),
        ('"net", reuse=True):\n', '"net"):\n        tf.get_variable_scope().reuse_variables()\n'),
        ('"net", reuse=True):\n', '"net") as scope:\n        scope.reuse_variables()\n'),
        ("", ""),
    ],
)
def test_what_is_made_again_is_what_was_made_first(old: str, new: str) -> None:
    made = draft(AGAIN.replace(old, new) if old else AGAIN)
    assert made.count("tf.Variable(") == made.count("Dense(") == 1
    assert "    h2 = h_layer(tf.matmul(b, w))\n" in made
    assert "# port" not in made


def test_a_block_that_makes_what_was_not_made_is_left() -> None:
    made = draft(AGAIN.replace('w2 = tf.get_variable("w"', 'w2 = tf.get_variable("v"'))
    assert "# port: tf.variable_scope is kept as TF1's" in made
    assert "reuse=True" in made


def test_cells_of_a_scope_that_is_used_again_are_the_first_ones() -> None:
    made = draft(
        """
        import tensorflow as tf
        size = 3
        a = tf.placeholder(tf.float32, [1, 2, 1])
        b = tf.placeholder(tf.float32, [1, 4, 1])
        cell = tf.nn.rnn_cell.GRUCell(size)
        one, _ = tf.nn.dynamic_rnn(cell, a, dtype=tf.float32)
        with tf.variable_scope(tf.get_variable_scope(), reuse=True):
            again = tf.nn.rnn_cell.GRUCell(3)
            two, _ = tf.nn.dynamic_rnn(again, b, dtype=tf.float32)
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        print(sess.run(one, {a: [[[1], [2]]]}), sess.run(two, {b: [[[1], [2], [3], [4]]]}))
        """
    )
    assert made.count("GRUCell(size)") == 1
    assert "GRUCell(3)" not in made
    assert "two, _ = dynamic_rnn(cell, b, dtype=tf.float32)\n" in made
