"""Specification of first values that have the name of an initializer elsewhere."""

from tests.porting.eager.drafts import draft


def test_a_value_of_one_function_is_not_called_where_another_has_an_initializer_by_that_name() -> None:
    made = draft(
        """
        import tensorflow as tf

        def weight(shape):
            first = tf.truncated_normal_initializer(stddev=0.01)
            return tf.get_variable("w", shape=shape, initializer=first)

        def bias(shape):
            first = tf.constant(0.5, shape=shape)
            return tf.get_variable("b", initializer=first)

        w, b = weight([2, 3]), bias([3])
        print(tf.Session().run(w + b))
        """
    )
    assert (
        '    first = tf.keras.initializers.TruncatedNormal(0.0, 0.01)\n    return tf.Variable(first(shape), name="w")\n'
        in made
    )
    assert 'tf.Variable(tf.constant(0.5, shape=shape), name="b")\n' in made
    assert "port:" not in made
