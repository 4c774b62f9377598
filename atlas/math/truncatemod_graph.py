import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The remainders that C takes: the sign is the dividend's."""
    x, y = tf.constant([-7, 7, -7, 7]), tf.constant([2, 2, -2, -2])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.truncatemod(x, y))}


if __name__ == "__main__":
    for record in trace():
        print(record)
