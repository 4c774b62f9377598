import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A matrix without an initializer under graph seed 1, and whole numbers without one."""
    tf.set_random_seed(1)
    w = tf.get_variable("w", [2, 3])
    n = tf.get_variable("n", [2], tf.int32)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        values = sess.run([w, n])
    yield {"w": values[0], "n": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
