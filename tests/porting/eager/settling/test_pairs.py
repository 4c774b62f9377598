"""Specification of pairs of gradients and variables that are asked for the variables alone."""

import pytest

from tests.porting.eager.drafts import draft


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[(s[i], gv[1]) for i, gv in enumerate(pairs)]", "[(s[i], gv) for i, gv in enumerate(kept)]"),
        ("[(s[0], v) for g, v in pairs]", "[(s[0], v) for v in kept]"),
        ("[(s[i], pair[1]) for i, pair in enumerate(pairs) if i]", None),
        ("[(pair[0] * 2, pair[1]) for pair in pairs]", None),
    ],
)
def test_what_asks_pairs_for_their_variables_alone_asks_for_the_variables(old: str, new: str | None) -> None:
    made = draft(
        f"""
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [1, 1])
        w = tf.Variable([[1.0]])
        kept = [w]
        s = [tf.Variable(v.initialized_value(), trainable=False) for v in kept]
        optimizer = tf.train.AdamOptimizer()
        pairs = optimizer.compute_gradients(tf.matmul(x, w), kept)
        train = optimizer.apply_gradients({old})
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        sess.run(train{", {x: [[1]]}" if new is None else ""})
        """
    )
    assert "s = [tf.Variable(v, trainable=False) for v in kept]\n" in made
    assert f"    optimizer.apply_gradients({new or old})\n" in made
    assert ("GradientTape" in made) == (new is None)
