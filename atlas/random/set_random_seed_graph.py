import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two runs of three floats, whole numbers and normal ones, only the graph's seed set."""
    tf.set_random_seed(2)
    floats = tf.random_uniform([3])
    wholes = tf.random_uniform([5], maxval=10, dtype=tf.int32)
    normal = tf.random_normal([3])

    with tf.Session() as sess:
        for _ in range(2):
            values = sess.run([floats, wholes, normal])
            yield {"floats": values[0], "wholes": values[1], "normal": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
