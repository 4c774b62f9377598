"""Specification of initializers that a scope gives its variables."""

from textwrap import dedent

from harness.porting.eager.draft import to_eager


def test_a_variable_begins_as_its_scope_says_unless_it_says_it_itself() -> None:
    made = to_eager(
        dedent("""
        import tensorflow as tf
        start = tf.random_uniform_initializer(-0.1, 0.1)
        with tf.variable_scope("net", initializer=start):
            with tf.variable_scope("deep"):
                w = tf.get_variable("w", [2])
            b = tf.get_variable("b", [2], initializer=tf.zeros_initializer())
        v = tf.get_variable("v", [2])
        """).lstrip()
    ).text
    assert 'w = tf.Variable(start([2]), name="w")\n' in made
    assert 'b = tf.Variable(tf.zeros_initializer()([2]), name="b")\n' in made
    assert 'v = tf.Variable(tf.keras.initializers.GlorotUniform()([2]), name="v")\n' in made
    assert "# port" not in made
