import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two layers ask for the variable w of one scope, the second under reuse; an update is seen by both."""
    with tf.variable_scope("layer"):
        first = tf.get_variable("w", [2], initializer=tf.ones_initializer())
    with tf.variable_scope("layer", reuse=True):
        second = tf.get_variable("w", [2])
    update = tf.assign_add(first, [1.0, 2.0])

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(update)
        values = sess.run([first, second])
    yield {"first": values[0], "second": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
