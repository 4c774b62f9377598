"""Specification of keywords apart from what stands behind them."""

from tests.porting.eager.drafts import draft


def test_a_keyword_stands_apart_from_what_loses_its_parentheses() -> None:
    made = draft(
        """
        import tensorflow as tf
        x = tf.placeholder(tf.float32)
        sess = tf.Session()
        def value():
            return(sess.run(x * 2, {x: 1.0}))
        """
    )
    assert "    return evaluate(1.0).numpy()\n" in made or "    return (evaluate(1.0).numpy())\n" in made
