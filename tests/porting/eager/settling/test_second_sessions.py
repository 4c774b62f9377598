"""Specification of variables that begin anew in TensorFlow 1: a draft has them once, and says so."""

from textwrap import dedent

import pytest

from tests.porting.eager.drafts import draft

AGAIN = "# port: in TF1 variables begin anew in this Session; here they go on: assign their first values once more\n"
HEAD = """\
import tensorflow as tf

x = tf.placeholder(tf.float32, [None])
w = tf.Variable(0.0)
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(x) * w)
init = tf.global_variables_initializer()
"""
SECOND_SESSION = """
    sess = tf.Session()
    sess.run(init)
    sess.run(train, {x: [1]})
    sess = tf.Session()
    sess.run(init)
    print(sess.run(w))
    """
SAME_SESSION = """
    sess = tf.InteractiveSession()
    init.run()
    sess.run(train, {x: [1]})
    init.run()
    print(w.eval())
    """
LOOP = """
    for trial in range(3):
        with tf.Session() as sess:
            sess.run(init)
            sess.run(train, {x: [1]})
    """
FUNCTION = """
    def fit(rows):
        with tf.Session() as sess:
            sess.run(init)
            return sess.run([w, train], {x: rows})

    print(fit([1]))
    print(fit([2]))
    """
NEXT_PART = """
    with tf.Session() as sess:
        sess.run(init)
        for step in range(3):
            sess.run(train, {x: [1]})
    w = tf.Variable(1.0)
    train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(x) * w)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(3):
            sess.run(train, {x: [2]})
    """
BRANCHES = """
    import os
    saver = tf.train.Saver()
    with tf.Session() as sess:
        if os.path.exists("m"):
            saver.restore(sess, "m")
        else:
            sess.run(init)
        print(sess.run(w))
    """
MAIN = """
    def main():
        with tf.Session() as sess:
            sess.run(init)
            print(sess.run(w))

    main()
    """


@pytest.mark.parametrize("runs", [SECOND_SESSION, SAME_SESSION, LOOP, FUNCTION])
def test_where_variables_begin_anew_is_marked(runs: str) -> None:
    assert draft(HEAD + dedent(runs)).count(AGAIN) == 1


@pytest.mark.parametrize("runs", [NEXT_PART, BRANCHES, MAIN])
def test_where_they_begin_once_nothing_is(runs: str) -> None:
    assert "begin anew" not in draft(HEAD + dedent(runs))
