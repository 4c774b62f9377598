import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A variable that begins at the double of another one's random first value, seed 1 under graph seed 2."""
    tf.set_random_seed(2)
    w = tf.Variable(tf.random_uniform([2], seed=1))
    v = tf.Variable(2 * w.initialized_value())

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        values = sess.run([w, v])
    yield {"w": values[0], "v": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
