"""Specification of loops that fill lists and add up what each run computes."""

from textwrap import dedent

import pytest

from harness.porting.eager.draft import to_eager
from tests.porting.eager.drafts import draft


def test_a_loop_that_puts_tensors_into_a_list_is_a_part_of_what_each_run_computes() -> None:
    made = draft(
        """
        import tensorflow as tf
        w = tf.Variable([1.0, 2.0])
        parts = []
        for k in range(2):
            parts.append(tf.reduce_sum(w) * k)
        update = tf.assign(w, tf.stack(parts))
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        sess.run(update)
        """
    )
    assert (
        "def run_update():\n    parts = []\n    for k in range(2):\n        parts.append(tf.reduce_sum(w) * k)\n"
        "    w.assign(tf.stack(parts))\n"
    ) in made


def test_what_a_loop_adds_up_begins_anew_in_each_run() -> None:
    made = draft(
        """
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [None, 2])
        total = tf.zeros([2])
        for k in range(2):
            total += x[:, k]
        print(tf.Session().run(total, {x: [[1, 2], [3, 4]]}))
        """
    )
    assert (
        "def compute_total(x):\n    total = tf.zeros([2])\n    for k in range(2):\n        total += x[:, k]\n"
        "    return total\n"
    ) in made


def test_a_loop_that_goes_on_from_a_variable_or_a_number_begins_as_that_in_each_run() -> None:
    made = draft(
        """
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [None])
        guess = tf.Variable([0.0])
        for power in range(1, 3):
            guess = guess + tf.Variable([0.1]) * tf.pow(x, power)
        cost = 0.0
        for power in range(2):
            cost = cost + tf.reduce_mean(guess ** power)
        print(tf.Session().run(cost, {x: [1.0]}))
        """
    )
    assert (
        "def compute_cost_2(x):\n    guess_2 = guess\n    for power in range(1, 3):\n"
        '        guess_2 = guess_2 + variable(f"guess_2_{power}", lambda: [0.1]) * tf.pow(x, power)\n'
        "    cost_2 = cost\n    for power in range(2):\n        cost_2 = cost_2 + tf.reduce_mean(guess_2 ** power)\n"
        "    return cost_2\n"
    ) in made
    assert "\nguess = tf.Variable([0.0])\n" in made
    assert "port:" not in made


def test_tensors_that_are_put_into_a_list_one_by_one_are_computed_by_each_run() -> None:
    made = draft(
        """
        import tensorflow as tf
        a = tf.placeholder(tf.float32)
        parts = []
        with tf.device("/cpu:0"):
            parts.append(a * 2)
        with tf.device("/cpu:0"):
            parts.append(a * 3)
        print(tf.Session().run(tf.add_n(parts), {a: 1.0}))
        """
    )
    assert "    parts = []\n    parts.append(a * 2)\n    parts.append(a * 3)\n    return parts\n" in made
    assert made.endswith("print(tf.add_n(compute_parts(1.0)).numpy())\n")
    assert "port:" not in made


def test_what_a_loop_goes_through_may_have_the_name_of_a_tensor() -> None:
    made = draft(
        """
        import tensorflow as tf
        y = tf.placeholder(tf.float32)
        for y_, y in zip([1.0], [2.0]):
            print(y_, y)
        """
    )
    assert made.endswith("for y_, y in zip([1.0], [2.0]):\n    print(y_, y)\n")
    assert "port:" not in made


@pytest.mark.parametrize(
    ("made", "what"),
    [
        ("[tf.Variable(tf.zeros_like(x) + 0.0 * v) for v in (1.0, 2.0)]", "variables"),
        ("[tf.layers.dense(x, 4, name='d%d' % i) for i in range(3)]", "layers"),
        ("[layer(x, i) for i in range(3)]", "layers"),
    ],
)
def test_what_a_comprehension_makes_for_each_element_is_marked_and_not_made_one(made: str, what: str) -> None:
    drafted = to_eager(
        dedent(f"""
        import tensorflow as tf
        def layer(x, i):
            return tf.layers.dense(x, 4 + i)
        x = tf.placeholder(tf.float32, [2, 3])
        parts = {made}
        with tf.Session() as sess:
            sess.run(tf.global_variables_initializer())
            print(sess.run(parts, {{x: [[1, 2, 3], [4, 5, 6]]}}))
        """).lstrip()
    )
    reason = f"a comprehension makes {what}, one for each element: make a list of them once, before the functions"
    assert [each.reason for each in drafted.marks].count(reason) == 1
    assert " for v in (1.0, 2.0)]" in drafted.text or " for i in range(3)]" in drafted.text


def test_a_script_with_a_name_of_its_own_for_what_makes_its_variables_keeps_it() -> None:
    made = draft(
        """
        import tensorflow as tf
        def variable(x):
            return x
        x = tf.placeholder(tf.float32, [None, 2])
        h = x
        for i in range(2):
            w = tf.Variable(tf.ones([2, 2]))
            h = tf.matmul(h, w)
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        print(sess.run(h, {x: [[1, 2]]}))
        """
    )
    assert "\ndef variable_of_tf1(name, initial_value, made={}):\n" in made
    assert 'w = variable_of_tf1(f"w_{i}", lambda: tf.ones([2, 2]))\n' in made


def test_tensors_that_a_loop_makes_anew_stand_in_functions_also_where_one_is_made_of_another() -> None:
    made = draft(
        """
        import tensorflow as tf

        x = tf.placeholder(tf.float32, [None])
        sess = tf.Session()
        for epoch in range(3):
            right = tf.equal(x, 1.0)
            share = tf.reduce_mean(tf.cast(right, tf.float32))
            print(epoch, sess.run(share, {x: [1.0, 2.0]}))
        """
    )
    assert "    right = tf.equal(x, 1.0)\n    return tf.reduce_mean(tf.cast(right, tf.float32))\n" in made
    assert made.endswith("for epoch in range(3):\n    print(epoch, compute_share([1.0, 2.0]).numpy())\n")
