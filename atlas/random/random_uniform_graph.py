import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two runs of three floats and of five whole numbers below 10, with seed 1 under graph seed 2."""
    tf.set_random_seed(2)
    floats = tf.random_uniform([3], seed=1)
    wholes = tf.random_uniform([5], maxval=10, dtype=tf.int32, seed=1)

    with tf.Session() as sess:
        for _ in range(2):
            values = sess.run([floats, wholes])
            yield {"floats": values[0], "wholes": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
