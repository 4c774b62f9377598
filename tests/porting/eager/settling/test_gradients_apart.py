"""Specification of gradients within a line, for all that is trained, and of states that are fed part by part."""

from tests.porting.eager.drafts import draft

RECURRENT = """
    import tensorflow as tf

    cell = tf.nn.rnn_cell.GRUCell(3)
    x = tf.placeholder(tf.float32, [2, 4, 1])
    start = cell.zero_state(2, tf.float32)
    outputs, last = tf.nn.dynamic_rnn(cell, x, initial_state=start)
    loss = tf.reduce_mean(outputs)
    variables = tf.trainable_variables()
    clipped, _ = tf.clip_by_global_norm(tf.gradients(loss, variables), 5.0)
    train = tf.train.GradientDescentOptimizer(0.1).apply_gradients(zip(clipped, variables))
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        state = sess.run(start)
        for i in range(3):
            feed = {x: [[[1]] * 4] * 2}
            for k, part in enumerate(start):
                feed[part] = state[k]
            state, _ = sess.run([last, train], feed)
"""


def test_the_gradient_of_a_line_is_taken_before_it_for_what_the_tape_has_watched() -> None:
    made = draft(RECURRENT)
    assert (
        "    variables = tape.watched_variables()\n"
        "    gradients = tape.gradient(loss, variables)\n"
        "    clipped, _ = tf.clip_by_global_norm(gradients, 5.0)\n"
        "    optimizer.apply_gradients(zip(clipped, variables))\n"
    ) in made


def test_a_state_that_is_fed_part_by_part_is_fed_whole() -> None:
    made = draft(RECURRENT)
    assert "def train(x, start):\n" in made
    assert "([[[1]] * 4] * 2, state)" in made
    assert "feed" not in made.replace("this run feeds", "")


def test_all_variables_that_are_asked_for_otherwise_are_named_or_marked() -> None:
    made = draft(RECURRENT + "        print([v.name for v in variables])\n")
    assert "# port: all variables: name those that are meant" in made
    assert ":= None" not in made


def test_all_variables_that_are_asked_for_in_place_are_those_that_the_tape_has_watched() -> None:
    text = RECURRENT.replace("    variables = tf.trainable_variables()\n", "")
    made = draft(text.replace("variables)", "tf.trainable_variables())").replace("global_tf.trainable_", "global_"))
    assert "    variables = tape.watched_variables()\n    gradients = tape.gradient(loss, variables)\n" in made
    assert "zip(clipped, variables)" in made
    assert "# port: all variables" not in made
