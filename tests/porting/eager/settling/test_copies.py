"""Specification of what is assigned to the variables of one scope from those of another: it names them."""

import pytest

from tests.porting.eager.drafts import draft

PAIR = """
    import tensorflow as tf

    with tf.variable_scope("one"):
        w = tf.get_variable("w", [2])
        b = tf.Variable(0.0, trainable=False)
    with tf.variable_scope("two"):
        v = tf.get_variable("w", [2])
        c = tf.Variable(0.0, trainable=False)
    ones = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope="one")
    twos = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope="two")
    copy = [tf.assign(t, o) for t, o in zip(twos, ones)]
    sess = tf.Session()
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        sess.run(copy)
    print(sess.run(v))
"""
COPIES = "def run_copy():\n    v.assign(w)\n    c.assign(b)\n"


def test_each_pair_is_an_assignment() -> None:
    made = draft(PAIR)
    assert COPIES in made
    assert "get_collection" not in made
    assert made.endswith("for i in range(3):\n    run_copy()\nprint(v.numpy())\n")


@pytest.mark.parametrize(
    "copies",
    [
        "copy = [t.assign(o.value()) for o, t in zip(ones, twos)]",
        "copy = []\n    for o, t in zip(ones, twos):\n        copy.append(t.assign(o.value()))",
        "copy = []\n    for o, t in zip(ones, twos):\n        op = t.assign(o.value())\n        copy.append(op)",
    ],
)
def test_loops_that_gather_assignments_are_written_out_as_well(copies: str) -> None:
    made = draft(PAIR.replace("copy = [tf.assign(t, o) for t, o in zip(twos, ones)]", copies))
    assert "def run_copy():\n    v.assign(w.value())\n    c.assign(b.value())\n" in made


def test_variables_that_are_not_trained_are_no_trainable_ones() -> None:
    made = draft(PAIR.replace("GLOBAL_VARIABLES", "TRAINABLE_VARIABLES"))
    assert "def run_copy():\n    v.assign(w)\n" in made
    assert "c.assign" not in made


def test_a_variable_that_a_function_gives_has_the_name_that_it_is_given() -> None:
    weight = "    import tensorflow as tf\n\n    def weight(size):\n        return tf.Variable(tf.zeros([size]))\n"
    made = PAIR.replace('tf.get_variable("w", [2])', "weight(2)").replace("    import tensorflow as tf\n", weight)
    assert COPIES in draft(made)


def test_variables_that_a_function_makes_have_no_names_and_are_left() -> None:
    made = draft(PAIR.replace('v = tf.get_variable("w", [2])', "v = [tf.get_variable(n, [2]) for n in 'ab'][0]"))
    assert "# port: tf.get_collection is kept as TF1's" in made


def test_a_function_that_gives_copies_back_stands_where_it_is_called() -> None:
    function = """
    def copies(of, to):
        ones = tf.trainable_variables(of)
        twos = [v for v in tf.trainable_variables() if v.name.startswith(to)]
        return [two.assign(one) for one, two in zip(ones, twos)]

"""
    start = PAIR[: PAIR.index("    ones = ")].replace(
        "import tensorflow as tf\n", f"import tensorflow as tf\n{function}"
    )
    made = draft(start + '    copy = copies("one", to="two")\n' + PAIR[PAIR.index("    sess = ") :])
    assert "def run_copy():\n    v.assign(w)\n" in made
    assert "def copies" not in made


def test_variables_and_layers_of_one_name_in_several_scopes_have_their_scope_in_their_names() -> None:
    made = draft(
        """
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [None, 2])
        with tf.variable_scope("one"):
            with tf.variable_scope("deep"):
                w = tf.get_variable("w", [2, 2])
                h = tf.layers.dense(tf.matmul(x, w), 2, name="h")
        with tf.variable_scope("two"):
            v = tf.get_variable("w", [2, 2])
            y = tf.layers.dense(tf.matmul(h, v), 2, name="h")
            z = tf.layers.dense(y, 1, name="z")
        print(tf.Session().run(z, {x: [[1, 2]]}))
        """
    )
    for name in ("one/deep/w", "one_deep_h", "two/w", "two_h", "z"):
        assert f'name="{name}")\n' in made


def test_variables_of_a_scope_that_are_asked_for_otherwise_are_asked_for_and_marked() -> None:
    text = PAIR.replace('v = tf.get_variable("w", [2])', "v = [tf.get_variable(n, [2]) for n in 'ab'][0]")
    made = draft(text.replace("GLOBAL", "TRAINABLE"))
    assert 'ones = tf.compat.v1.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="one")\n' in made
