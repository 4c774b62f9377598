"""Specification of fetches that have a name of their own."""

import libcst as cst
import pytest

from harness.porting.eager.settling.named_fetches import with_fetches_spelled_out
from tests.porting.eager.drafts import draft


def spelled_out(text: str) -> str:
    return with_fetches_spelled_out(cst.parse_module(text), {}).code


def test_a_list_for_runs_alone_is_written_where_it_is_run() -> None:
    assert spelled_out("asked = [a, b.c]\nx, y = sess.run(asked, feed)\n") == "x, y = sess.run([a, b.c], feed)\n"
    assert spelled_out("asked = (a, b)\nfor i in n:\n    sess.run(fetches=asked)\n    sess.run(asked)\n") == (
        "for i in n:\n    sess.run(fetches=(a, b))\n    sess.run((a, b))\n"
    )
    assert spelled_out("a = a + 1\nasked = {'one': a, 'two': b}\ngot = sess.run(asked)\n") == (
        "a = a + 1\ngot = sess.run({'one': a, 'two': b})\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "asked = [a, b]\nprint(asked, sess.run(asked))\n",
        "asked = [a, b]\nasked = [b, a]\nsess.run(asked)\n",
        "asked = [a, b]\nasked.append(c)\nsess.run(asked)\n",
        "asked = [a, b]\na, b = sess.run(asked)\n",
        "asked = [f(a), b]\nsess.run(asked)\n",
        "asked = [a, b]\ndraw(asked)\n",
    ],
)
def test_other_lists_keep_their_name(text: str) -> None:
    assert spelled_out(text) == text


def test_an_update_among_named_fetches_gives_nothing() -> None:
    made = draft(
        """
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [None])
        w = tf.Variable(1.0)
        loss = tf.reduce_mean(x * w)
        step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
        asked = [step, loss]
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        _, value = sess.run(asked, {x: [1.0]})
        """
    )
    assert made.endswith("value = train_step([1.0]).numpy()\n")


def test_gradients_with_their_variables_are_given_pair_by_pair() -> None:
    made = draft(
        """
        import tensorflow as tf

        w = tf.Variable(5.0)
        optimizer = tf.train.GradientDescentOptimizer(0.1)
        pairs = optimizer.compute_gradients(tf.square(w), [w])
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        print(sess.run(pairs))
        """
    )
    assert made.endswith("\nprint(tf.nest.map_structure(lambda value: value.numpy(), compute_pairs()))\n")
