import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two layers' weights drawn with the same seed 1 under graph seed 2."""
    tf.set_random_seed(2)
    first, second = tf.random_normal([3], seed=1), tf.random_normal([3], seed=1)

    with tf.Session() as sess:
        values = sess.run([first, second])
    yield {"first": values[0], "second": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
