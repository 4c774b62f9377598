"""Specification of losses that a graph keeps in a collection."""

from textwrap import dedent

import libcst as cst
import pytest

from harness.porting.eager.resolve import aliases_of
from harness.porting.eager.settling.collections_of_losses import with_losses_apart
from tests.porting.eager.drafts import draft


def apart(text: str) -> str:
    module = cst.parse_module("import tensorflow as tf\n" + dedent(text).lstrip())
    return with_losses_apart(module, aliases_of(module)).code.removeprefix("import tensorflow as tf\n")


WEIGHT = """
def weight(shape, share):
    w = tf.Variable(tf.ones(shape))
    if share is not None:
        penalty = tf.multiply(tf.nn.l2_loss(w), share)
        tf.add_to_collection('losses', penalty)
    return w
"""
KEPT = """
losses = {}
def weight(shape, share):
    w = tf.Variable(tf.ones(shape))
    if share is not None:
        losses[w.ref()] = lambda w=w: tf.multiply(tf.nn.l2_loss(w), share)
    return w
"""


def test_a_penalty_is_kept_by_its_variable_and_computed_where_the_collection_is_asked_for() -> None:
    assert apart(WEIGHT + "total = mean + tf.add_n(tf.get_collection('losses'))\n") == (
        KEPT + "total = mean + tf.add_n([each() for each in losses.values()])\n"
    )
    assert "lambda w=w: tf.nn.l2_loss(w)\n" in apart(
        """
        def weight(shape, share):
            w = tf.get_variable("w", shape)
            if share: tf.add_to_collection("losses", tf.nn.l2_loss(w))
            return w
        total = tf.add_n(tf.get_collection("losses"))
        """
    )


def test_what_its_function_knows_from_its_first_line_on_may_be_in_a_penalty() -> None:
    named = WEIGHT.replace("    if share", "    decay = share\n    if share").replace(
        "l2_loss(w), share)", "l2_loss(w), decay)"
    )
    assert "lambda w=w: tf.multiply(tf.nn.l2_loss(w), decay)\n" in apart(
        named + "total = tf.add_n(tf.get_collection('losses'))\n"
    )
    computed = named.replace("decay = share", "decay = tf.reduce_mean(w)")
    assert "lambda" not in apart(computed + "total = tf.add_n(tf.get_collection('losses'))\n")


def test_what_is_added_beside_the_one_that_asks_stands_there() -> None:
    assert apart(
        WEIGHT
        + """
def loss(y, y_):
    mean = tf.reduce_mean(tf.square(y - y_))
    tf.add_to_collection('losses', mean)
    return tf.add_n(tf.get_collection('losses'))
"""
    ).endswith(
        "    mean = tf.reduce_mean(tf.square(y - y_))\n"
        "    return tf.add_n([*[each() for each in losses.values()], mean])\n"
    )
    assert apart("tf.add_to_collection('parts', a)\ntotal = tf.add_n(tf.get_collection('parts'))\n") == (
        "total = tf.add_n([a])\n"
    )


def test_what_is_added_and_has_its_name_for_something_else_later_is_given_one() -> None:
    assert (
        apart(
            "with tf.name_scope('a'):\n    d = f(1)\n    tf.add_to_collection('losses', d)\n"
            "d = f(2)\ntf.add_to_collection('losses', d)\ntotal = tf.add_n(tf.get_collection('losses'))\n"
        )
        == "with tf.name_scope('a'):\n    d = f(1)\n    losses_1 = d\nd = f(2)\ntotal = tf.add_n([losses_1, d])\n"
    )


def test_the_dictionary_has_another_name_where_the_script_has_that_one() -> None:
    made = apart(WEIGHT + "losses = tf.get_collection('losses')\n")
    assert "\nlosses_of_variables = {}\n" in made
    assert made.endswith("losses = [each() for each in losses_of_variables.values()]\n")


@pytest.mark.parametrize(
    "text",
    [
        # Made of what a run computes, in another function.
        "def f(x):\n    y = tf.square(x)\n    tf.add_to_collection('losses', y)\ntotal = tf.get_collection('losses')\n",
        "def f(x):\n    tf.add_to_collection('losses', x)\ntotal = tf.get_collection('losses')\n",
        # Asked for before, or twice.
        "total = tf.get_collection('losses')\ntf.add_to_collection('losses', a)\n",
        "tf.add_to_collection('losses', a)\nb = tf.get_collection('losses')\nc = tf.get_collection('losses')\n",
        "for i in range(3):\n    tf.add_to_collection('losses', i)\nb = tf.get_collection('losses')\n",
        "tf.add_to_collection('losses', a)\nb = tf.get_collection('losses', scope)\n",
        "tf.add_to_collection(tf.GraphKeys.LOSSES, a)\nb = tf.get_collection(tf.GraphKeys.LOSSES)\n",
        # The graph of a second use of its variables has their penalties twice.
        "def f(s):\n    w = tf.get_variable('w', s)\n    tf.add_to_collection('losses', tf.nn.l2_loss(w))\n"
        "total = tf.get_collection('losses')\ntf.get_variable_scope().reuse_variables()\n",
        "both = tf.add_to_collection('losses', a), 2\nb = tf.get_collection('losses')\n",
    ],
)
def test_a_collection_that_is_not_followed_stays(text: str) -> None:
    assert apart(text) == text


def test_a_draft_takes_the_gradients_of_penalties_as_well() -> None:
    made = draft(
        "import tensorflow as tf\n"
        + WEIGHT
        + """
x = tf.placeholder(tf.float32, [None, 2])
w = weight([2, 1], 0.1)
total = tf.reduce_mean(tf.square(tf.matmul(x, w))) + tf.add_n(tf.get_collection('losses'))
step = tf.train.GradientDescentOptimizer(0.1).minimize(total)
sess = tf.Session()
sess.run(tf.global_variables_initializer())
print(sess.run([step, total], {x: [[1, 2]]})[1])
"""
    )
    assert "        losses[w.ref()] = lambda w=w: tf.multiply(tf.nn.l2_loss(w), share)\n" in made
    assert (
        "    with tf.GradientTape() as tape:\n"
        "        total = tf.reduce_mean(tf.square(tf.matmul(x, w))) + "
        "tf.add_n([each() for each in losses.values()])\n" in made
    )
    assert "# port:" not in made
