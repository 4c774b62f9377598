"""Specification of sizes of placeholders that a script asks for: they stand in its text."""

from textwrap import dedent

import pytest

from harness.porting.eager.draft import to_eager


@pytest.mark.parametrize(
    ("asked", "size"),
    [
        ("int(x.get_shape()[1])", "5"),
        ("x.get_shape()[1].value", "5"),
        ("x.shape.as_list()[-1]", "5"),
        ("x.shape[2 - 1]", None),
        ("x.shape[0]", None),
    ],
)
def test_a_size_that_stands_in_the_text_is_written_where_it_is_asked_for(asked: str, size: str | None) -> None:
    made = to_eager(
        dedent(f"""
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [None, 5])
        w = tf.Variable(tf.ones([{asked}, 2]))
        y = tf.matmul(x, w)
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        print(sess.run(y, {{x: [[1, 2, 3, 4, 5]]}}))
        """).lstrip()
    ).text
    assert (f"w = tf.Variable(tf.ones([{size}, 2]))\n" in made) == (size is not None)


def test_what_a_function_is_given_is_asked_as_before() -> None:
    made = to_eager(
        dedent("""
        import tensorflow as tf
        def mean(x):
            return tf.reduce_sum(x) / int(x.shape[1])
        x = tf.placeholder(tf.float32, [None, 5])
        y = mean(x)
        print(tf.Session().run(y, {x: [[1, 2, 3, 4, 5]]}))
        """).lstrip()
    ).text
    assert "return tf.reduce_sum(x) / int(x.shape[1])\n" in made
