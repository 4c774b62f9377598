"""Specification of moving averages: made once, and moved where the graph moved them."""

from tests.porting.eager.drafts import draft

AVERAGED = """
    import tensorflow as tf
    x = tf.placeholder(tf.float32, [None, 1])
    w = tf.Variable(tf.zeros([1, 1]))
    step = tf.train.AdamOptimizer(0.1).minimize(tf.reduce_mean(tf.matmul(x, w)))
    ema = tf.train.ExponentialMovingAverage(0.9)
    {moves}
    sess = tf.Session()
    sess.run(tf.global_variables_initializer())
    sess.run({asked}, {{x: [[1]]}})
    print(sess.run(ema.average(w)))
"""


def test_averages_are_made_once_and_moved_behind_the_update_that_they_wait_for() -> None:
    moves = "with tf.control_dependencies([step]):\n        train = ema.apply(tf.trainable_variables())"
    made = draft(AVERAGED.format(moves=moves, asked="train"))
    assert "# makes the averages, each as its variable begins\nema.apply([w])\n" in made
    assert "    optimizer.apply_gradients(zip(gradients, variables))\n    ema.apply([w])\n" in made
    assert made.endswith("train([[1]])\nprint(ema.average(w).numpy())\n")
    assert "port:" not in made


def test_an_average_that_does_not_wait_for_the_update_is_a_race_that_is_marked() -> None:
    made = draft(AVERAGED.format(moves="average = ema.apply([w])", asked="[step, average]"))
    assert (
        "    # port: a race in TF1, which may average a variable before or after its update; here it is before, as it "
        "mostly was\n    ema.apply([w])\n    optimizer.apply_gradients(zip(gradients, variables))\n"
    ) in made


def test_an_average_of_tensors_is_marked() -> None:
    made = draft(AVERAGED.format(moves="average = ema.apply([tf.matmul(x, w)])", asked="[step, average]"))
    assert "# port: an average of tensors has no equal outside of graphs: assign what it comes to to variables" in made


def test_averages_of_all_variables_name_those_in_lists_and_those_that_functions_made() -> None:
    text = AVERAGED.format(
        moves="with tf.control_dependencies([step]):\n        train = ema.apply(tf.trainable_variables())",
        asked="train",
    )
    text = text.replace("import tensorflow as tf\n", f"import tensorflow as tf\n{LAYER}")
    text = text.replace("tf.reduce_mean(tf.matmul(x, w))", "tf.reduce_mean(y)")
    text = text.replace(
        "    step =",
        "    offsets = [tf.Variable(0.), tf.Variable(1.)]\n    y = layer(x * offsets[0], 2)\n    step =",
        1,
    )
    made = draft(text)
    assert "ema.apply(tf.nest.flatten([w, offsets, y_layer.made]))\n" in made
    assert "    apply.made = [kernel]\n" in made
    assert "port:" not in made


LAYER = """
    def layer(values, size):
        kernel = tf.Variable(tf.zeros([1, size]))
        return tf.matmul(values, kernel)

"""
