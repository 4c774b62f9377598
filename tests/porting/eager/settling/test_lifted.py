"""Specification of functions within a builder that make its variables."""

from textwrap import dedent

import libcst as cst
import pytest

from harness.porting.eager.resolve import aliases_of
from harness.porting.eager.settling.lifted import with_makers_lifted
from tests.porting.eager.drafts import draft

HEAD = "import tensorflow as tf\n"


def lifted(text: str) -> str:
    module = cst.parse_module(HEAD + dedent(text).lstrip())
    return with_makers_lifted(module, aliases_of(module)).code.removeprefix(HEAD)


NET = """
def net(x):
    def weight(shape):
        return tf.Variable(tf.ones(shape))

    def double(x):
        return 2 * x

    w = weight([2, 1])
    return double(tf.matmul(x, w))
"""


def test_what_makes_variables_stands_before_its_builder() -> None:
    assert lifted(NET) == dedent(
        """

        def weight(shape):
            return tf.Variable(tf.ones(shape))


        def net(x):

            def double(x):
                return 2 * x

            w = weight([2, 1])
            return double(tf.matmul(x, w))
        """
    )


def test_builders_with_the_same_function_share_it_and_others_have_their_own() -> None:
    shared = lifted(NET + NET.replace("def net", "def other"))
    assert shared.count("def weight(shape):\n") == 1
    own = lifted(NET + NET.replace("def net", "def other").replace("tf.ones", "tf.zeros"))
    assert "\ndef net_weight(shape):\n    return tf.Variable(tf.ones(shape))\n" in own
    assert "\ndef other_weight(shape):\n    return tf.Variable(tf.zeros(shape))\n" in own
    assert "    w = net_weight([2, 1])\n" in own
    assert "    w = other_weight([2, 1])\n" in own


@pytest.mark.parametrize(
    "text",
    [
        # It needs what is around it.
        "def net(x, n):\n    def weight():\n        return tf.Variable(tf.ones([n]))\n    return x * weight()\n",
        "def net(x):\n    def weight():\n        return tf.Variable(x)\n    return weight()\n",
        # There are two of that name.
        "def net(x):\n    def w():\n        return tf.Variable(1.0)\n    def w():\n        return tf.Variable(2.0)\n"
        "    return w()\n",
        "def net(x):\n    def double(x):\n        return 2 * x\n    return double(x)\n",
    ],
)
def test_other_functions_stay_where_they_are(text: str) -> None:
    assert lifted(text) == text


def test_all_that_a_builder_makes_is_saved() -> None:
    made = draft(
        HEAD
        + NET
        + dedent(
            """
            x = tf.placeholder(tf.float32, [None, 2])
            y = net(x)
            saver = tf.train.Saver()
            sess = tf.Session()
            sess.run(tf.global_variables_initializer())
            print(sess.run(y, {x: [[1, 2]]}))
            saver.save(sess, "here")
            """
        )
    )
    assert "    apply.made = [w]\n" in made
    assert "saver = tf.train.Checkpoint(y_layer=y_layer.made)\n" in made
    by_helper = draft(
        HEAD
        + dedent(
            """
            def weight(shape):
                return tf.Variable(tf.ones(shape))

            def part(x):
                w = weight([2, 2])
                return tf.matmul(x, w)

            def net(x):
                h = part(x)
                v = weight([2, 1])
                return tf.matmul(h, v)

            x = tf.placeholder(tf.float32, [None, 2])
            y = net(x)
            saver = tf.train.Saver()
            sess = tf.Session()
            sess.run(tf.global_variables_initializer())
            print(sess.run(y, {x: [[1, 2]]}))
            saver.save(sess, "here")
            """
        )
    )
    assert "    apply.made = [w]\n" in by_helper
    assert "    apply.made = [h_layer.made, v]\n" in by_helper


SHARE = """
def net(x, share):
    def weight(shape):
        return share * tf.Variable(tf.ones(shape))

    {lines}
    return tf.matmul(h, w)

x = tf.placeholder(tf.float32, [None, 2])
y = net(x, 0.5)
saver = tf.train.Saver()
sess = tf.Session()
sess.run(tf.global_variables_initializer())
print(sess.run(y, {{x: [[1, 2]]}}))
saver.save(sess, "here")
"""


def test_variables_of_a_function_that_needs_what_is_around_it_are_made_once_and_saved_or_marked() -> None:
    made = draft(HEAD + SHARE.format(lines="h = x\n    w = weight([2, 1])"))
    assert "    apply.made = [w]\n" in made
    loop = "h = x\n    for i in range(2):\n        w = weight([2, 2])\n        h = h @ w"
    looped = draft(HEAD + SHARE.format(lines=loop))
    assert "# port: net makes variables each time it is called: make them once, outside of it\n" in looped


def test_variables_whose_size_is_read_off_what_a_run_gives_are_marked() -> None:
    lines = "size = x.get_shape()[1].value\n    w = tf.Variable(tf.ones([size, 1]))\n    h = x"
    made = draft(HEAD + SHARE.format(lines=lines))
    assert "# port: net makes variables each time it is called: make them once, outside of it\n" in made
    assert "    def apply(" not in made


def test_a_tensor_that_takes_the_name_of_the_function_that_computes_it_has_another_one() -> None:
    made = draft(
        HEAD
        + dedent(
            """
            def loss(y):
                return tf.reduce_mean(y)

            if __name__ == "__main__":
                x = tf.placeholder(tf.float32, [None])
                w = tf.Variable(1.0)
                loss = loss(x * w)
                step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
                sess = tf.Session()
                sess.run(tf.global_variables_initializer())
                print(sess.run([step, loss], {x: [1.0]})[1])
            """
        )
    )
    assert "            loss_2 = loss(x * w)\n" in made
    assert "gradients = tape.gradient(loss_2, variables)\n" in made
